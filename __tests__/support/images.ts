import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll } from '@jest/globals'
import { openToolbox } from '../../src/engine/toolbox.ts'

/** The programs of this machine, found once for each test file. */
export const toolbox = await openToolbox(process.env)

/** Creates a temporary folder that is removed after the tests of the file. */
export function temporaryFolder(name = 'test'): string {
  const folder = mkdtempSync(join(tmpdir(), `batch-ocr-${name}-`))
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

/** Runs ImageMagick on one thread and returns its output. */
export function magick(...args: string[]): string {
  const env = { ...process.env, MAGICK_THREAD_LIMIT: '1', SOURCE_DATE_EPOCH: '0' }
  const program = toolbox.imageMagick?.path ?? 'convert'
  return execFileSync(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] }).toString()
}

/** The appearance of a page of text. */
export interface Page {
  readonly size?: string
  readonly points?: number
  /** Null: the file has no resolution. */
  readonly dpi?: number | null
  /** Further ImageMagick operations. */
  readonly operations?: readonly string[]
}

const FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'

/** The arguments that draw lines of text on a white page. */
export function drawn(
  text: string,
  { size = '640x120', points = 32, dpi = 300 }: Page = {}
): string[] {
  const lines = text.split('\n')
  return [
    ...['-size', size, 'xc:white', '-font', FONT, '-pointsize', String(points)],
    ...lines.flatMap((line, row) => [
      '-annotate',
      `+24+${Math.round(points * 1.5 * (row + 1))}`,
      line.replaceAll('\\', '\\\\').replaceAll('%', '%%')
    ]),
    ...['-alpha', 'off'],
    ...(dpi === null ? [] : ['-units', 'PixelsPerInch', '-density', String(dpi)])
  ]
}

/** Draws a page of text into a file. The prefix of its name (`png:…`) or its extension sets the format. */
export function drawPage(file: string, text: string, page: Page = {}): string {
  magick(...drawn(text, page), ...(page.operations ?? ['-colorspace', 'Gray', '-depth', '8']), file)
  return file.replace(/^[a-z0-9]+:/i, '')
}

/** An EXIF block: a TIFF of one directory with only an orientation. */
export function exifBlock(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}

/** Adds an EXIF orientation to a JPEG, PNG or WebP file. */
export function tagOrientation(file: string, orientation: number): void {
  const bytes = readFileSync(file)
  const exif = exifBlock(orientation)
  if (bytes[0] === 0xff) writeFileSync(file, withJpegExif(bytes, exif))
  else if (bytes[0] === 0x89) writeFileSync(file, withPngExif(bytes, exif))
  else writeFileSync(file, withWebpExif(bytes, exif, magick(file, '-format', '%w %h', 'info:')))
}

function withJpegExif(jpeg: Buffer, exif: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif])
  const head = Buffer.from([0xff, 0xe1, 0, body.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

function withPngExif(png: Buffer, exif: Buffer): Buffer {
  const afterHeader = 8 + 25
  return Buffer.concat([
    png.subarray(0, afterHeader),
    pngChunk('eXIf', exif),
    png.subarray(afterHeader)
  ])
}

/** A PNG chunk with its checksum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(8 + body.length)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), 4 + body.length)
  return chunk
}

/** Turns a simple WebP with one image chunk into an extended one (VP8X) with an EXIF chunk at the end. */
function withWebpExif(webp: Buffer, exif: Buffer, size: string): Buffer {
  const [width = 1, height = 1] = size.split(' ').map(Number)
  const extended = Buffer.alloc(18)
  extended.write('VP8X', 'latin1')
  extended.writeUInt32LE(10, 4)
  extended[8] = 0x08
  extended.writeUIntLE(width - 1, 12, 3)
  extended.writeUIntLE(height - 1, 15, 3)
  const tail = Buffer.alloc(8)
  tail.write('EXIF', 'latin1')
  tail.writeUInt32LE(exif.length, 4)
  const body = Buffer.concat([Buffer.from('WEBP'), extended, webp.subarray(12), tail, exif])
  const riff = Buffer.alloc(8)
  riff.write('RIFF', 'latin1')
  riff.writeUInt32LE(body.length, 4)
  return Buffer.concat([riff, body])
}

/** A TIFF made by `frontTiff`, with the offsets of its directories. */
export interface FrontTiff {
  readonly bytes: Buffer
  readonly directories: readonly number[]
}

/**
 * Makes a TIFF of gray pages of one size whose directories are before the pixels, like those of scanners and Pillow
 * (ImageMagick writes them last): such a file keeps its header when it is truncated.
 */
export function frontTiff(
  width: number,
  height: number,
  pages: readonly Buffer[],
  order: 'directories-first' | 'page-by-page' = 'page-by-page'
): FrontTiff {
  const ENTRIES = 10
  const size = 2 + ENTRIES * 12 + 4
  const pixels = width * height
  const directoryAt = (page: number) =>
    8 + page * (order === 'page-by-page' ? size + pixels + (pixels % 2) : size)
  const pixelsAt = (page: number) =>
    order === 'page-by-page' ? directoryAt(page) + size : directoryAt(pages.length) + page * pixels
  const bytes = Buffer.alloc(pixelsAt(pages.length - 1) + pixels)
  bytes.write('II*\0', 'latin1')
  bytes.writeUInt32LE(8, 4)
  pages.forEach((page, index) => {
    const start = directoryAt(index)
    const fields: readonly (readonly [number, 3 | 4, number])[] = [
      [256, 4, width],
      [257, 4, height],
      [258, 3, 8],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, pixelsAt(index)],
      [277, 3, 1],
      [278, 4, height],
      [279, 4, pixels],
      [339, 3, 1]
    ]
    bytes.writeUInt16LE(ENTRIES, start)
    fields.forEach(([tag, type, value], row) => {
      const at = start + 2 + row * 12
      bytes.writeUInt16LE(tag, at)
      bytes.writeUInt16LE(type, at + 2)
      bytes.writeUInt32LE(1, at + 4)
      bytes.writeUInt32LE(value, at + 8)
    })
    const last = index === pages.length - 1
    bytes.writeUInt32LE(last ? 0 : directoryAt(index + 1), start + size - 4)
    page.copy(bytes, pixelsAt(index))
  })
  return { bytes, directories: pages.map((_, index) => directoryAt(index)) }
}

/** The gray pixels of a drawn page. */
export function pixelsOf(text: string, page: Page): Buffer {
  const env = { ...process.env, MAGICK_THREAD_LIMIT: '1' }
  const args = [...drawn(text, page), '-colorspace', 'Gray', '-depth', '8', 'gray:-']
  return execFileSync(toolbox.imageMagick?.path ?? 'convert', args, { env, maxBuffer: 1 << 28 })
}
