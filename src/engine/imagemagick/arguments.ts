import type { ImageFormat } from '../../images/format.ts'
import type { Header } from '../../images/header.ts'
import { linked, type Workspace } from '../workspace.ts'

/** ImageMagick's operations that set pixels upright, by EXIF orientation (EXIF 2.32, tag 0x0112). */
const UPRIGHT: Readonly<Record<number, readonly string[]>> = {
  2: ['-flop'],
  3: ['-rotate', '180'],
  4: ['-flip'],
  5: ['-transpose'],
  6: ['-rotate', '90'],
  7: ['-transverse'],
  8: ['-rotate', '270']
}

/** libheif applies the orientation of HEIC and AVIF itself. */
const isTurnedByDecoder = (format: ImageFormat): boolean => format === 'heic' || format === 'avif'

/** The formats whose pages are read; of an animation, only the first frame is. */
const hasPages = (format: ImageFormat): boolean => format === 'tiff' || format === 'bigtiff'

/** Operations that make any image plain: upright, without transparency, eight bits, uncompressed. */
export function plainOperations(header: Header): string[] {
  const byTag = hasPages(header.format) ? ['-auto-orient'] : []
  const upright = isTurnedByDecoder(header.format) ? [] : (UPRIGHT[header.orientation] ?? [])
  return [
    ...byTag,
    ...upright,
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
    ...UNCOMPRESSED
  ]
}

/** Temporary files are not compressed: it would take longer than writing them. */
const UNCOMPRESSED = ['-compress', 'none']

/** An image file that ImageMagick or poppler can convert to TIFF. */
export interface Preparable {
  readonly file: string | Buffer
  readonly header: Header
}

/**
 * A file as ImageMagick's argument: under a safe name, and with its format stated, so that ImageMagick does not guess
 * it from the name or the content.
 *
 * @param page the page to take, from 0; all pages if absent
 */
export function sourceArgument(
  { file, header }: Preparable,
  page: number | undefined,
  workspace: Workspace
): string {
  const coder = header.format === 'bigtiff' ? 'tiff' : header.format
  const frame = page ?? (hasPages(header.format) ? null : 0)
  return `${coder}:${linked(file, workspace)}${frame === null ? '' : `[${frame}]`}`
}

/** Arguments that join TIFFs of one page each, in order. */
export const bindArguments = (pages: readonly string[], target: string): string[] => [
  ...pages.map((path) => `tiff:${path}`),
  ...UNCOMPRESSED,
  `tiff:${target}`
]

/** How a page is changed before it is read again. */
export interface Correction {
  /** Degrees clockwise: 0, 90, 180 or 270. */
  readonly turn: number
  /** Degrees by which the lines fall to the right; the page is rotated back by as many. 0 for none. */
  readonly slope: number
  readonly scale: 1 | 2
}

/** Operations that correct a page. The density makes Tesseract assume the resolution of enlarged letters. */
export const correctionOperations = ({ turn, slope, scale }: Correction): string[] => [
  '-colorspace',
  'Gray',
  ...(turn === 0 ? [] : ['-rotate', String(turn), '+repage']),
  ...(slope === 0 ? [] : ['-background', 'white', '-rotate', (-slope).toFixed(2), '+repage']),
  ...(scale === 1
    ? []
    : ['-filter', 'Lanczos', '-resize', '200%', '-units', 'PixelsPerInch', '-density', '200'])
]
