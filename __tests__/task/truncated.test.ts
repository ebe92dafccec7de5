import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { ImageSettings } from '../../src/task/read-image.ts'
import { drawPage, frontTiff, pixelsOf, temporaryFolder } from '../support/images.ts'
import { openSlot, type Slot } from './slot.ts'

const folder = temporaryFolder('truncated')
const slots = new Map<ImageSettings['prepare'], Slot>()
const slotThat = (prepare: ImageSettings['prepare']): Slot => {
  const slot = slots.get(prepare) ?? openSlot({ settings: { prepare } })
  slots.set(prepare, slot)
  return slot
}
afterAll(() => {
  for (const slot of slots.values()) slot.close()
})

const GRAY = ['-colorspace', 'Gray', '-depth', '8']
const TEXT = 'Water meter\nread twice'
const WORDS = ['Water', 'meter', 'read', 'twice']
const page = { size: '420x160' }

/** Every way to store a page that ends early when its file does: name of the file, operations. */
const coats: readonly (readonly [string, readonly string[]])[] = [
  ['png', GRAY],
  ['interlaced.png', [...GRAY, '-interlace', 'PNG']],
  ['jpg', GRAY],
  ['progressive.jpg', ['-interlace', 'Plane']],
  ['gif', GRAY],
  ['bmp', ['-type', 'TrueColor']],
  ['run-lengths.bmp', ['-type', 'Palette', '-compress', 'RLE']],
  ['webp', GRAY],
  ['lossless.webp', [...GRAY, '-define', 'webp:lossless=true']],
  ['jp2', GRAY],
  ['j2k', GRAY],
  ['pbm', ['-monochrome']],
  ['pgm', GRAY],
  ['plain.pgm', [...GRAY, '-compress', 'none']],
  ['ppm', ['-type', 'TrueColor']],
  ['tif', [...GRAY, '-compress', 'none']],
  ['lzw.tif', [...GRAY, '-compress', 'LZW']],
  // Scaled, so that the end that is cut off holds more than its resolution.
  ['group4.tif', ['-scale', '400%', '-monochrome', '-compress', 'Group4']],
  ['heic', GRAY],
  ['avif', GRAY]
]

const cuts = [
  ['auto', 0.95],
  ['auto', 0.4],
  ['always', 0.7]
] as const

const read = async (prepare: ImageSettings['prepare'], file: string) => {
  const slot = slotThat(prepare)
  const [row] = await slot.read(file)
  return { row, words: slot.text(row).split(/\s+/).filter(Boolean) }
}

describe.each(coats)('an image that ends early, stored as %s', (name, then) => {
  const file = join(folder, `page.${name}`)

  test('is read whole and refused when cut, with or without preparing', async () => {
    drawPage(file, TEXT, { ...page, operations: then })
    const whole = readFileSync(file)
    expect((await read('auto', file)).words).toEqual(WORDS)
    for (const [prepare, share] of cuts) {
      writeFileSync(file, whole.subarray(0, Math.floor(whole.length * share)))
      const { row } = await read(prepare, file)
      expect(row).toMatchObject({ status: 'failed', text: null, words: 0 })
      expect(row?.error?.code).toBe('unreadable-image')
    }
  })
})

describe('a TIFF whose directories stand before its pixels', () => {
  const [width, height] = [420, 160]
  const pixels = ['Water meter\nread twice', 'Second page\nof two'].map((text) =>
    pixelsOf(text, { size: `${width}x${height}` })
  )
  const one = frontTiff(width, height, pixels.slice(0, 1)).bytes
  const two = frontTiff(width, height, pixels)
  const ahead = frontTiff(width, height, pixels, 'directories-first').bytes
  const second = two.directories[1] ?? 0
  const write = (bytes: Buffer, name: string) => {
    const file = join(folder, `${name.replaceAll(' ', '-')}.tif`)
    writeFileSync(file, bytes)
    return file
  }

  test.each([
    ['one page', one, 4],
    ['two pages', two.bytes, 8],
    ['two pages, all directories first', ahead, 8]
  ])('is read whole: %s', async (name, bytes, count) => {
    const { words } = await read('auto', write(bytes, name))
    expect(words).toHaveLength(count)
  })

  test.each([
    ['one page cut in the middle', one.subarray(0, one.length / 2)],
    ['one page cut in its last line', one.subarray(0, -9)],
    ['two pages cut in the second', two.bytes.subarray(0, -20_000)],
    ['two pages cut in the first', two.bytes.subarray(0, second / 2)],
    ['two pages cut where the second begins', two.bytes.subarray(0, second)],
    ['two pages cut within the directory of the second', two.bytes.subarray(0, second + 40)],
    ['two pages of which the last line is missing', ahead.subarray(0, -9)]
  ])('is refused rather than read in part: %s', async (name, bytes) => {
    for (const prepare of ['auto', 'always', 'never'] as const) {
      const { row } = await read(prepare, write(bytes, name))
      expect(row).toMatchObject({ status: 'failed', text: null })
    }
  })

  test('is refused at once where its pages go round in a circle', async () => {
    const round = Buffer.from(two.bytes)
    round.writeUInt32LE(8, second + 2 + 10 * 12)
    const slot = openSlot({ imageTimeout: 4 })
    try {
      const [row] = await slot.read(write(round, 'round'))
      expect(row?.error?.code).toBe('unreadable-image')
    } finally {
      slot.close()
    }
  })
})
