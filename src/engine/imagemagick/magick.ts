import { run } from '../../lib/process.ts'
import { ImageFailure, lastWords } from '../failure.ts'
import { HEIC_DECODER } from '../install.ts'
import type { PrepareTools } from '../prepare-tools.ts'
import { type Preparable, sourceArgument } from './arguments.ts'

/** Warnings that do not affect the pixels, such as unknown tags and unusual color profiles. */
const COSMETIC =
  /Unknown field with tag|unknown tag|TIFFFetchNormalTag|Incompatible type for|iCCP: |cHRM|known incorrect sRGB profile|wrong data type/i

/**
 * Runs ImageMagick. It leaves files behind when it fails, and salvages a damaged image with no more than a warning.
 * Therefore it only counts as success if the exit code is 0 and there is no serious warning.
 *
 * @returns standard output
 * @throws ImageFailure if the image cannot be converted, or ImageMagick is not installed
 */
export async function magick(
  args: readonly string[],
  { toolbox, signal }: PrepareTools
): Promise<string> {
  if (!toolbox.imageMagick) {
    throw new ImageFailure(
      'unsupported-format',
      'This image must be prepared by ImageMagick, which is not installed; run with --install, or install imagemagick.'
    )
  }
  const ended = await run(toolbox.imageMagick.path, args, { env: toolbox.env, signal })
  const warnings = ended.stderr
    .split('\n')
    .filter((line) => line.trim() !== '' && !COSMETIC.test(line))
  if (ended.code === 0 && warnings.length === 0) return ended.stdout.toString('utf8')
  throw failureIn(ended.stderr)
}

/** Messages about a missing library of ImageMagick, or a missing decoder of libheif (before and after 1.17). */
const UNDECODED =
  /no decode delegate|NoDecodeDelegate|No decoding plugin installed|Unsupported codec/

function failureIn(stderr: string): ImageFailure {
  if (UNDECODED.test(stderr)) {
    return new ImageFailure(
      'unsupported-format',
      `The installed ImageMagick cannot decode this format: ${lastWords(stderr)}. Run with --install, or install the decoder: on Debian and Ubuntu, ${HEIC_DECODER.package} for HEIC and libheif-plugin-dav1d for AVIF.`
    )
  }
  if (/exceeds limit|resource limit|cache resources exhausted/i.test(stderr)) {
    return new ImageFailure(
      'too-large',
      `The image exceeds ImageMagick's limits (policy.xml): ${lastWords(stderr)}`
    )
  }
  return new ImageFailure(
    'unreadable-image',
    `ImageMagick could not read the whole image: ${lastWords(stderr)}`
  )
}

/**
 * Measures by how many degrees the lines of a page fall to the right, on a sample of a quarter of the size: it gives
 * the same angle in a fraction of the time.
 */
export async function measuredSlope(
  source: Preparable,
  page: number,
  tools: PrepareTools
): Promise<number> {
  const args = ['-colorspace', 'Gray', '-sample', '25%', '-deskew', '40%']
  const print = ['-format', '%[deskew:angle]', 'info:']
  const input = sourceArgument(source, page, tools.workspace)
  const degrees = Number.parseFloat(await magick([input, ...args, ...print], tools))
  return Number.isFinite(degrees) ? -degrees : 0
}
