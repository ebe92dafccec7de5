import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { browserPath } from '../__tests__/support/browser.ts'
import { installMissing, missingPackages } from '../src/task/install.ts'
import { openToolbox } from '../src/task/toolbox.ts'

/** What the tests run beside Node.js: the programs that read, a browser for the report, GitHub's Markdown parser
 * for the summary, fonts for pages made by tests, and the bench's rival. */
const others: readonly (readonly [string, string])[] = [
  ['fonts-dejavu-core', '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'],
  ['parallel', '/usr/bin/parallel'],
  ['cmark-gfm', '/usr/bin/cmark-gfm']
]

const toolbox = await openToolbox(process.env)
const missing = [
  ...missingPackages(toolbox, { languages: ['eng'], pdf: true }),
  ...(browserPath() === undefined ? ['chromium'] : []),
  ...others.filter(([, path]) => !existsSync(path)).map(([name]) => name)
]
if (missing.length > 0 && existsSync('/usr/bin/apt-get')) {
  process.stdout.write(`Installing ${missing.join(', ')}.\n`)
  await installMissing(missing, process.env, new AbortController().signal, () => {})
}
process.stdout.write(`Tests run on Node ${process.version}, ${availableParallelism()} cores.\n`)
