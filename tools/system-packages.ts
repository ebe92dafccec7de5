import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { browserPath } from '../__tests__/support/browser.ts'
import { installMissing, lacksCodec, missingPackages } from '../src/engine/install.ts'
import { openToolbox } from '../src/engine/toolbox.ts'

/** What the tests run beside Node.js: the programs that read, a browser for the report, GitHub's Markdown parser
 * for the summary, fonts for pages made by tests, and the bench's rival. */
const others: readonly (readonly [string, string])[] = [
  ['fonts-dejavu-core', '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'],
  ['parallel', '/usr/bin/parallel'],
  ['cmark-gfm', '/usr/bin/cmark-gfm']
]

/** With these ImageMagick writes HEIC and AVIF. They can be told to be missing once it is there. */
const encoders: readonly (readonly [string, string])[] = [
  ['libheif-plugin-x265', 'libheif-x265.so'],
  ['libheif-plugin-aomenc', 'libheif-aomenc.so']
]

const missing = async (): Promise<readonly string[]> => [
  ...missingPackages(await openToolbox(process.env), { models: ['eng'], pdf: true, heic: true }),
  ...(browserPath() === undefined ? ['chromium'] : []),
  ...others.filter(([, path]) => !existsSync(path)).map(([name]) => name),
  ...encoders.filter(([, file]) => lacksCodec(file)).map(([name]) => name)
]

const ROUNDS = existsSync('/usr/bin/apt-get') ? 2 : 0
for (let round = 1; round <= ROUNDS; round++) {
  const packages = await missing()
  if (packages.length === 0) break
  process.stdout.write(`Installing ${packages.join(', ')}.\n`)
  await installMissing(packages, process.env, new AbortController().signal, () => {})
}
process.stdout.write(`Tests run on Node ${process.version}, ${availableParallelism()} cores.\n`)
