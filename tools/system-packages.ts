import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { browserPath } from '../__tests__/support/browser.ts'
import { installMissing, lacksCodec, missingPackages } from '../src/engine/install.ts'
import { openToolbox } from '../src/engine/toolbox.ts'

/** Debian packages that only tests and benchmarks need, with a file that shows that each is installed: fonts for
 * generated pages, GNU parallel to compare with, and GitHub's Markdown parser for the job summary. */
const others: readonly (readonly [string, string])[] = [
  ['fonts-dejavu-core', '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'],
  ['parallel', '/usr/bin/parallel'],
  ['cmark-gfm', '/usr/bin/cmark-gfm']
]

/** Encoders with which ImageMagick writes HEIC and AVIF. They can be checked only after ImageMagick is installed. */
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
