import { imageSize } from 'image-size'
import { type Bytes, bytesOf } from './bytes.ts'
import type { ImageFormat } from './format.ts'
import { readTiff, type TiffPage } from './tiff.ts'

/** The facts in an image's header, before anything is decoded. */
export interface Header {
  readonly format: ImageFormat
  /** Width of the first page as stored, in pixels; 0 for a PDF, whose pages are not rasterized yet. */
  readonly width: number
  readonly height: number
  readonly pages: number
  /** The pixels of all pages. */
  readonly pixels: number
  /** EXIF orientation of the stored pixels, 1 to 8; 1 is upright. */
  readonly orientation: number
  /** Dots per inch according to the file; null if it does not say. */
  readonly dpi: number | null
  /** A property on which Tesseract fails silently; null for most images. */
  readonly oddity: 'tiled' | 'float' | 'transparent' | null
}

/** How much of a file the header library reads: thumbnails and colour profiles come before the size. */
const HEAD = 1024 * 1024

/**
 * Reads the header of an image of a known format.
 *
 * @throws Error if the header is damaged
 */
export function readHeader(format: ImageFormat, bytes: Bytes): Header {
  if (format === 'pdf') return plain(format, 0, 0)
  if (format === 'tiff' || format === 'bigtiff') return tiffHeader(format, bytes)
  const head = bytes.at(0, HEAD)
  // Chunks are read eight bytes at a time: from memory if the head is the whole file.
  const inMemory = bytes.length <= HEAD ? bytesOf(head) : bytes
  const { width, height, orientation } = sizeOf(format, head, bytes)
  return {
    ...plain(format, width, height),
    orientation: upright(orientation ?? taggedOrientation(format, inMemory)),
    dpi: resolution(format, head)
  }
}

/** Photoshop and phones sometimes put megabytes before a JPEG's size: only then is more of the file read. */
const LARGE_HEAD = 64 * HEAD

function sizeOf(format: ImageFormat, head: Buffer, bytes: Bytes): ReturnType<typeof imageSize> {
  // The 12-byte OS/2 header stores each side in 16 bits.
  if (format === 'bmp' && head.readUInt32LE(14) === 12)
    return { width: head.readUInt16LE(18), height: head.readUInt16LE(20) }
  try {
    return imageSize(head)
  } catch (error) {
    if (bytes.length <= HEAD) throw error
    return imageSize(bytes.at(0, LARGE_HEAD))
  }
}

const upright = (orientation: number): number =>
  orientation >= 1 && orientation <= 8 ? orientation : 1

const plain = (format: ImageFormat, width: number, height: number): Header => ({
  format,
  width,
  height,
  pages: 1,
  pixels: width * height,
  orientation: 1,
  dpi: null,
  oddity: null
})

function tiffHeader(format: ImageFormat, bytes: Bytes): Header {
  const { pages, whole } = readTiff(bytes)
  const [first] = pages
  if (!first || first.width === 0 || first.height === 0)
    throw new Error('the TIFF has no page with a size')
  if (!whole)
    throw new Error(`the TIFF directory after page ${pages.length} is truncated or missing`)
  return {
    ...plain(format, first.width, first.height),
    pages: pages.length,
    pixels: pages.reduce((sum, page) => sum + page.width * page.height, 0),
    orientation: pages.every((page) => page.orientation === first.orientation)
      ? first.orientation
      : 1,
    dpi: first.dpi,
    oddity: oddityOf(pages)
  }
}

const oddityOf = (pages: readonly TiffPage[]): Header['oddity'] => {
  if (pages.some(({ tiled }) => tiled)) return 'tiled'
  if (pages.some(({ float }) => float)) return 'float'
  return pages.some(({ greyAlpha }) => greyAlpha) ? 'transparent' : null
}

/** PNG and WebP have EXIF in a chunk of its own, which the header library does not read. */
function taggedOrientation(format: ImageFormat, bytes: Bytes): number {
  const exif =
    format === 'png' ? pngChunk(bytes, 'eXIf') : format === 'webp' ? webpExif(bytes) : null
  return exif ? (readTiff(bytesOf(exif)).pages[0]?.orientation ?? 1) : 1
}

const MOST_CHUNKS = 10_000

function pngChunk(bytes: Bytes, wanted: string): Buffer | null {
  let at = 8
  for (let i = 0; i < MOST_CHUNKS; i++) {
    const head = bytes.at(at, 8)
    if (head.length < 8) return null
    const length = head.readUInt32BE(0)
    if (head.toString('latin1', 4, 8) === wanted) return bytes.at(at + 8, Math.min(length, HEAD))
    at += 12 + length
  }
  return null
}

function webpExif(bytes: Bytes): Buffer | null {
  let at = 12
  for (let i = 0; i < MOST_CHUNKS; i++) {
    const head = bytes.at(at, 8)
    if (head.length < 8) return null
    const length = head.readUInt32LE(4)
    if (head.toString('latin1', 0, 4) === 'EXIF') {
      const block = bytes.at(at + 8, Math.min(length, HEAD))
      return block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block
    }
    at += 8 + length + (length % 2)
  }
  return null
}

/** The resolution, from exactly the places that Tesseract's image library reads: pHYs, JFIF density, the BMP header. */
function resolution(format: ImageFormat, head: Buffer): number | null {
  if (format === 'png') return pngResolution(head)
  if (format === 'jpeg') return jfifResolution(head)
  if (format === 'bmp' && head.length >= 46 && head.readUInt32LE(14) >= 40)
    return perInch(head.readInt32LE(38) * INCHES_PER_METRE)
  return null
}

const INCHES_PER_METRE = 0.0254

function pngResolution(head: Buffer): number | null {
  const block = pngChunk(bytesOf(head), 'pHYs')
  const metric = block !== null && block.length >= 9 && block[8] === 1
  return metric ? perInch(block.readUInt32BE(0) * INCHES_PER_METRE) : null
}

function jfifResolution(head: Buffer): number | null {
  if (head.length < 18 || head.toString('latin1', 6, 10) !== 'JFIF') return null
  const unit = head[13]
  return unit === 1 || unit === 2 ? perInch(head.readUInt16BE(14) * (unit === 2 ? 2.54 : 1)) : null
}

const perInch = (dpi: number): number | null => (dpi >= 1 ? Math.round(dpi) : null)
