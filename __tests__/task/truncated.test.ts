import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { ImageSettings } from '../../src/engine/image-settings.ts'
import { drawPage, frontTiff, pixelsOf, temporaryFolder } from '../support/images.ts'
import { openSlot, type Slot } from './slot.ts'

const folder = temporaryFolder('truncated')
const slots = new Map<ImageSettings['prepare'], Slot>()
const slotWith = (prepare: ImageSettings['prepare']): Slot => {
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

/** Encodings in which a truncated file loses part of the page: name of the file, operations. */
const encodings: readonly (readonly [string, readonly string[]])[] = [
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
  // Scaled, so that the part that is cut off contains pixels.
  ['group4.tif', ['-scale', '400%', '-monochrome', '-compress', 'Group4']],
  ['heic', GRAY],
  ['avif', GRAY]
]

const truncations = [
  ['auto', 0.95],
  ['auto', 0.4],
  ['always', 0.7]
] as const

const read = async (prepare: ImageSettings['prepare'], file: string) => {
  const slot = slotWith(prepare)
  const [row] = await slot.read(file)
  return { row, words: slot.text(row).split(/\s+/).filter(Boolean) }
}

describe.each(encodings)('A truncated image, stored as %s', (name, operations) => {
  const file = join(folder, `page.${name}`)

  test('is rejected, with and without preparing, and the complete image is read', async () => {
    drawPage(file, TEXT, { ...page, operations })
    const whole = readFileSync(file)
    expect((await read('auto', file)).words).toEqual(WORDS)
    for (const [prepare, share] of truncations) {
      writeFileSync(file, whole.subarray(0, Math.floor(whole.length * share)))
      const { row } = await read(prepare, file)
      expect(row).toMatchObject({ status: 'failed', text: null, words: 0 })
      expect(row?.error?.code).toBe('unreadable-image')
    }
  })
})

describe('A TIFF whose directories precede its pixels', () => {
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
  ])('is read completely: %s', async (name, bytes, count) => {
    const { words } = await read('auto', write(bytes, name))
    expect(words).toHaveLength(count)
  })

  test.each([
    ['one page cut in the middle', one.subarray(0, one.length / 2)],
    ['one page cut in its last line', one.subarray(0, -9)],
    ['two pages cut in the second', two.bytes.subarray(0, -20_000)],
    ['two pages cut in the first', two.bytes.subarray(0, second / 2)],
    ['two pages cut at the start of the second', two.bytes.subarray(0, second)],
    ['two pages cut in the directory of the second', two.bytes.subarray(0, second + 40)],
    ['two pages without the last line', ahead.subarray(0, -9)]
  ])('is rejected if truncated: %s', async (name, bytes) => {
    for (const prepare of ['auto', 'always', 'never'] as const) {
      const { row } = await read(prepare, write(bytes, name))
      expect(row).toMatchObject({ status: 'failed', text: null })
    }
  })

  test('is rejected, not read until the timeout, if its pages form a cycle', async () => {
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
