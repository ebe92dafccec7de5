import { readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ImageFailure, lastWords } from '../engine/failure.ts'
import { HEIC_DECODER } from '../engine/install.ts'
import type { Program, Toolbox } from '../engine/toolbox.ts'
import { linked, type Workspace } from '../engine/workspace.ts'
import { withBytes } from '../images/bytes.ts'
import type { ImageFormat } from '../images/format.ts'
import { type Header, readHeader } from '../images/header.ts'
import { run } from '../lib/process.ts'

/** What preparing needs: the programs, a place to write, and a signal that ends it. */
export interface Bench {
  readonly toolbox: Toolbox
  readonly workspace: Workspace
  readonly signal: AbortSignal
  readonly maxPixels: number
}

/** A file that Tesseract reads rightly. */
export interface Prepared {
  readonly path: string
  readonly pages: number
}

/** Formats that Tesseract's image library lacks. */
const FOREIGN: readonly ImageFormat[] = ['bigtiff', 'heic', 'avif', 'pdf']

/** Why an image must become a TIFF before Tesseract gets it; null where Tesseract reads it rightly as it is. */
export function reasonToPrepare(header: Header): string | null {
  if (FOREIGN.includes(header.format)) return `Tesseract reads no ${header.format.toUpperCase()}`
  if (header.oddity) return `Tesseract reads no ${header.oddity} TIFF`
  // Tesseract's image library obeys the tag of a TIFF by itself, and no other.
  if (header.orientation !== 1 && header.format !== 'tiff')
    return `its pixels lie turned (orientation ${header.orientation})`
  return null
}

/** ImageMagick's operations that set pixels upright, by EXIF's orientation (EXIF 2.32, tag 0x0112). */
const UPRIGHT: Readonly<Record<number, readonly string[]>> = {
  2: ['-flop'],
  3: ['-rotate', '180'],
  4: ['-flip'],
  5: ['-transpose'],
  6: ['-rotate', '90'],
  7: ['-transverse'],
  8: ['-rotate', '270']
}

/** libheif turns HEIC and AVIF itself, so their tag is done with. */
const turnsItself = (format: ImageFormat): boolean => format === 'heic' || format === 'avif'

/** The operations that make any image plain: upright, no transparency, eight bits, no compression to pay for twice. */
function plainly(header: Header): string[] {
  const upright = header.format === 'tiff' || header.format === 'bigtiff' ? ['-auto-orient'] : []
  const turned = turnsItself(header.format) ? [] : (UPRIGHT[header.orientation] ?? [])
  return [
    ...upright,
    ...turned,
    '-orient',
    'TopLeft',
    '+repage',
    '-background',
    'white',
    '-alpha',
    'remove',
    '-alpha',
    'off',
    '-colorspace',
    'sRGB',
    '-depth',
    '8',
    '-compress',
    'none'
  ]
}

/** Only TIFF carries pages here; of an animation the first frame is the image. */
const carriesPages = (format: ImageFormat): boolean => format === 'tiff' || format === 'bigtiff'

/** ImageMagick's names of the formats: forced, so that it never guesses by content or name. */
const coder = (format: ImageFormat): string => (format === 'bigtiff' ? 'tiff' : format)

/** A file that ImageMagick or poppler can make a TIFF of. */
export interface Preparable {
  readonly file: string | Buffer
  readonly header: Header
}

/**
 * Makes a TIFF of an image that Tesseract reads rightly.
 *
 * @param operations further ones of ImageMagick's, such as a scale
 * @param page the page to take, from 0; all where it is absent
 * @throws ImageFailure where it cannot be done, or where a program is missing that can
 */
export async function prepare(
  source: Preparable,
  bench: Bench,
  {
    operations = [],
    page
  }: { readonly operations?: readonly string[]; readonly page?: number } = {}
): Promise<Prepared> {
  const { header } = source
  if (header.format === 'pdf') return drawPdf(source.file, bench)
  const target = bench.workspace.fresh('prepared.tif')
  const input = sourceArgument(source, page, bench)
  await magick([input, ...plainly(header), ...operations, `tiff:${target}.part`], bench)
  renameSync(`${target}.part`, target)
  return { path: target, pages: page === undefined ? header.pages : 1 }
}

/** A file as ImageMagick's argument: by a name of ours, its format forced, one frame of what is no TIFF. */
export function sourceArgument(
  { file, header }: Preparable,
  page: number | undefined,
  { workspace }: Bench
): string {
  const frame = page ?? (carriesPages(header.format) ? null : 0)
  return `${coder(header.format)}:${linked(file, workspace)}${frame === null ? '' : `[${frame}]`}`
}

/** Joins files of one page each into one TIFF, in their order. */
export async function bind(pages: readonly string[], bench: Bench): Promise<Prepared> {
  const target = bench.workspace.fresh('bound.tif')
  await magick(
    [...pages.map((path) => `tiff:${path}`), '-compress', 'none', `tiff:${target}`],
    bench
  )
  return { path: target, pages: pages.length }
}

/** What ImageMagick may say and the image still be whole: tags it does not know, profiles it does not like. */
const HARMLESS =
  /Unknown field with tag|unknown tag|TIFFFetchNormalTag|Incompatible type for|iCCP: |cHRM|known incorrect sRGB profile|wrong data type/i

/**
 * Runs ImageMagick. It leaves files behind when it fails, and salvages what it can of a damaged image with no more
 * than a warning: so nothing counts but exit code 0 without a serious word.
 *
 * @returns what it printed
 * @throws ImageFailure
 */
export async function magick(args: readonly string[], { toolbox, signal }: Bench): Promise<string> {
  if (!toolbox.imageMagick) {
    throw new ImageFailure(
      'unsupported-format',
      'ImageMagick has to prepare this image and is not installed; run with --install, or install imagemagick.'
    )
  }
  const ended = await run(toolbox.imageMagick.path, args, { env: toolbox.env, signal })
  const serious = ended.stderr
    .split('\n')
    .filter((line) => line.trim() !== '' && !HARMLESS.test(line))
  if (ended.code === 0 && serious.length === 0) return ended.stdout.toString('utf8')
  throw magickFailure(ended.stderr)
}

/** ImageMagick lacks a library, or libheif a decoder, which newer ones than 1.17 say in other words. */
const UNDECODED =
  /no decode delegate|NoDecodeDelegate|No decoding plugin installed|Unsupported codec/

function magickFailure(stderr: string): ImageFailure {
  if (UNDECODED.test(stderr)) {
    return new ImageFailure(
      'unsupported-format',
      `This ImageMagick cannot decode the format: ${lastWords(stderr)}. Run with --install, or install what it lacks; on Debian and Ubuntu ${HEIC_DECODER.package} for HEIC, libheif-plugin-dav1d for AVIF.`
    )
  }
  if (/exceeds limit|resource limit|cache resources exhausted/i.test(stderr)) {
    return new ImageFailure(
      'too-large',
      `ImageMagick's limits (policy.xml) refuse an image of this size: ${lastWords(stderr)}`
    )
  }
  return new ImageFailure(
    'unreadable-image',
    `ImageMagick could not read the whole image: ${lastWords(stderr)}`
  )
}

/** Pages of a PDF are drawn at the resolution that Tesseract's models know best. */
const PDF_DPI = 300

/** PDF measures pages in points. */
const POINTS_PER_INCH = 72

async function drawPdf(file: string | Buffer, bench: Bench): Promise<Prepared> {
  const { toolbox, workspace, signal } = bench
  if (!toolbox.poppler) {
    throw new ImageFailure(
      'unsupported-format',
      'A PDF is drawn by poppler, which is not installed; install poppler-utils.'
    )
  }
  const source = linked(file, workspace)
  await assertDrawable(source, toolbox.poppler, bench)
  const base = workspace.fresh('page')
  const args = ['-r', String(PDF_DPI), '-gray', '-tiff', '-tiffcompression', 'none', source, base]
  const ended = await run(toolbox.poppler.path, args, { env: toolbox.env, signal })
  const pages = drawnPages(base)
  if (ended.code !== 0 || pages.length === 0) throw undrawn(ended.stderr)
  if (pages.length === 1) return { path: pages[0] as string, pages: 1 }
  const bound = await bind(pages, bench)
  for (const page of pages) rmSync(page)
  return bound
}

/** A page of a few bytes can be metres wide: its pixels are counted before any is drawn. */
async function assertDrawable(
  source: string,
  poppler: Program,
  { toolbox, signal, maxPixels }: Bench
): Promise<void> {
  const pdfinfo = join(dirname(poppler.path), basename(poppler.path).replace('pdftoppm', 'pdfinfo'))
  const told = await run(pdfinfo, ['-f', '1', '-l', '-1', source], { env: toolbox.env, signal })
  if (told.code !== 0) throw undrawn(told.stderr)
  const scale = (PDF_DPI / POINTS_PER_INCH) ** 2
  const sizes = [
    ...told.stdout.toString().matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/gm)
  ]
  const pixels = Math.ceil(
    sizes.reduce((sum, [, width, height]) => sum + Number(width) * Number(height) * scale, 0)
  )
  if (pixels > maxPixels) {
    throw new ImageFailure(
      'too-large',
      `Its ${sizes.length} pages have ${pixels} pixels at ${PDF_DPI} dpi, more than max-pixels (${maxPixels}); raise max-pixels, or split it.`
    )
  }
}

const undrawn = (stderr: string): ImageFailure =>
  new ImageFailure('unreadable-image', `poppler could not draw the PDF: ${lastWords(stderr)}.`)

function drawnPages(base: string): string[] {
  return readdirSync(dirname(base))
    .filter((name) => name.startsWith(`${basename(base)}-`))
    .sort()
    .map((name) => join(dirname(base), name))
}

/** The header of a file that was prepared. */
export const preparedHeader = (path: string): Header =>
  withBytes(path, (bytes) => readHeader('tiff', bytes))
