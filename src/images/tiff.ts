import type { Bytes } from './bytes.ts'

/**
 * One directory of a TIFF file, which describes a page (TIFF 6.0, section 2; BigTIFF as in Adobe's draft). Header
 * libraries only report the size of the first page; the directories also say how many pages there are, and whether
 * Tesseract can read them (it fails silently on tiles and floats). An EXIF block is such a directory too.
 */
export interface TiffPage {
  readonly width: number
  readonly height: number
  /** EXIF orientation, 1 to 8; 1 if the file does not say. */
  readonly orientation: number
  /** Dots per inch; null if the file does not say. */
  readonly dpi: number | null
  readonly tiled: boolean
  readonly float: boolean
  /** Grey with transparency, from which Tesseract's image library silently makes an empty page. */
  readonly greyAlpha: boolean
}

const WIDTH = 256
const HEIGHT = 257
const ORIENTATION = 274
const SAMPLES_PER_PIXEL = 277
const X_RESOLUTION = 282
const RESOLUTION_UNIT = 296
const TILE_WIDTH = 322
const SAMPLE_FORMAT = 339

const MOST_PAGES = 10_000
const MOST_ENTRIES = 4_096
/** The size of each field type in bytes; types 16 to 18 are for BigTIFF only. */
const SIZES: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  16: 8
}

/** Reads the directories. If the chain is damaged, `whole` is false and the pages before the damage are returned. */
export function readTiff(bytes: Bytes): {
  readonly pages: readonly TiffPage[]
  readonly whole: boolean
} {
  const reader = tiffReader(bytes)
  if (!reader) return { pages: [], whole: false }
  const pages: TiffPage[] = []
  const seen = new Set<number>()
  let at = reader.first
  while (at > 0 && at < bytes.length && !seen.has(at) && pages.length < MOST_PAGES) {
    seen.add(at)
    const directory = reader.directory(at)
    if (!directory) break
    pages.push(page(directory.fields))
    at = directory.next
  }
  return { pages, whole: at === 0 }
}

function page(fields: ReadonlyMap<number, number>): TiffPage {
  const orientation = fields.get(ORIENTATION) ?? 1
  const unit = fields.get(RESOLUTION_UNIT) ?? 2
  const resolution = fields.get(X_RESOLUTION) ?? 0
  const perInch = unit === 3 ? 2.54 : 1
  return {
    width: fields.get(WIDTH) ?? 0,
    height: fields.get(HEIGHT) ?? 0,
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    dpi: unit !== 1 && resolution > 0 ? Math.round(resolution * perInch) : null,
    tiled: fields.has(TILE_WIDTH),
    float: fields.get(SAMPLE_FORMAT) === 3,
    greyAlpha: fields.get(SAMPLES_PER_PIXEL) === 2
  }
}

interface Directory {
  readonly fields: ReadonlyMap<number, number>
  readonly next: number
}

interface TiffReader {
  readonly first: number
  directory(at: number): Directory | null
}

function tiffReader(bytes: Bytes): TiffReader | null {
  const head = bytes.at(0, 16)
  if (head.length < 8) return null
  const little = head.toString('latin1', 0, 2) === 'II'
  const word = (buffer: Buffer, at: number) =>
    little ? buffer.readUInt16LE(at) : buffer.readUInt16BE(at)
  const long = (buffer: Buffer, at: number) =>
    little ? buffer.readUInt32LE(at) : buffer.readUInt32BE(at)
  const wide = (buffer: Buffer, at: number) =>
    Number(little ? buffer.readBigUInt64LE(at) : buffer.readBigUInt64BE(at))
  const big = word(head, 2) === 43
  if (big && head.length < 16) return null
  const offset = big ? wide : long
  const layout = big ? { count: 8, entry: 20, value: 8 } : { count: 2, entry: 12, value: 4 }

  const fieldValue = (type: number, count: number, entry: Buffer): number | null => {
    const size = SIZES[type] ?? 0
    if (size === 0 || count === 0) return null
    const inline = entry.subarray(entry.length - layout.value)
    const value = size * count <= layout.value ? inline : bytes.at(offset(inline, 0), size)
    return value.length < size ? null : number(type, value)
  }

  const number = (type: number, value: Buffer): number | null => {
    if (type === 3) return word(value, 0)
    if (type === 4) return long(value, 0)
    if (type === 5) return long(value, 0) / (long(value, 4) || 1)
    return type === 16 ? wide(value, 0) : (value[0] ?? null)
  }

  return {
    first: big ? wide(head, 8) : long(head, 4),
    directory: (at) => {
      const start = bytes.at(at, layout.count)
      if (start.length < layout.count) return null
      const count = Math.min(big ? wide(start, 0) : word(start, 0), MOST_ENTRIES)
      const table = bytes.at(at + layout.count, count * layout.entry + layout.value)
      const fields = new Map<number, number>()
      for (let i = 0; i < count && (i + 1) * layout.entry <= table.length; i++) {
        const entry = table.subarray(i * layout.entry, (i + 1) * layout.entry)
        const length = big ? wide(entry, 4) : long(entry, 4)
        const value = fieldValue(word(entry, 2), length, entry)
        if (value !== null) fields.set(word(entry, 0), value)
      }
      const end = count * layout.entry
      return { fields, next: table.length >= end + layout.value ? offset(table, end) : 0 }
    }
  }
}
