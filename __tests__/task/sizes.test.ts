import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, describe, expect, test } from '@jest/globals'
import { drawPage, magick, pngChunk, temporaryFolder } from '../support/images.ts'
import { openSlot } from './slot.ts'

const folder = temporaryFolder('sizes')
const slot = openSlot()
const preparing = openSlot({ settings: { prepare: 'always' } })
afterAll(() => {
  slot.close()
  preparing.close()
})

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** A PNG whose header states a size that does not match its pixels. */
function mismatchedPng(width: number, height: number, rows = Buffer.alloc(2), bits = 8): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = bits
  return Buffer.concat([
    SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0))
  ])
}

describe('An image without words', () => {
  test.each(['1x1', '2x1', '1x2', '3x3', '10x10', '600x400', '1x500', '500x1'])(
    'is empty, not failed: %s',
    async (size) => {
      for (const [ending, of] of [
        ['png', slot],
        ['tif', slot],
        ['bmp', preparing]
      ] as const) {
        const file = join(folder, `blank-${size}.${ending}`)
        magick('-size', size, 'xc:white', '-type', 'TrueColor', file)
        const [row] = await of.read(file)
        expect(row).toMatchObject({
          status: 'empty',
          words: 0,
          confidence: null,
          error: null,
          text: `text/blank-${size}.${ending}.txt`
        })
        expect(of.folder.has(row?.text ?? '')).toBe(true)
      }
    }
  )

  test('is empty if it is black or transparent, too', async () => {
    const [black, clear] = [join(folder, 'black.png'), join(folder, 'clear.png')]
    magick('-size', '300x200', 'xc:black', black)
    magick('-size', '300x200', 'xc:none', clear)
    const rows = await slot.read(black, clear)
    expect(rows.map(({ status }) => status)).toEqual(['empty', 'empty'])
  })
})

describe('An image whose header states a size', () => {
  test.each([
    [40_000, 30_000],
    [100_000, 100_000],
    [20_000, 20_000],
    [2 ** 31 - 1, 2 ** 31 - 1]
  ])('above max-pixels is rejected without being read: %d x %d', async (width, height) => {
    const file = join(folder, `lie-${width}.png`)
    writeFileSync(file, mismatchedPng(width, height))
    const [row] = await slot.read(file)
    expect(row).toMatchObject({ status: 'failed', error: { code: 'too-large' }, seconds: 0 })
    expect(row?.error?.message).toContain('max-pixels')
  })

  test('that its data does not have fails alone', async () => {
    const mismatched = join(folder, 'lie.png')
    writeFileSync(mismatched, mismatchedPng(40_000, 30_000))
    const sound = drawPage(join(folder, 'sound.png'), 'Sound page')
    const open = openSlot({ settings: { maxPixels: 10_000_000_000 } })
    try {
      const rows = await open.read(mismatched, sound)
      expect(rows.map(({ status }) => status)).toEqual(['failed', 'recognized'])
      expect(['too-large', 'unreadable-image']).toContain(rows[0]?.error?.code)
    } finally {
      open.close()
    }
  })

  test('of zero is rejected', async () => {
    const file = join(folder, 'nothing.png')
    writeFileSync(file, mismatchedPng(0, 100))
    const [row] = await slot.read(file)
    expect(row).toMatchObject({ status: 'failed', error: { code: 'unreadable-image' } })
  })
})

describe('A large image', () => {
  test('with more than max-pixels is rejected, however small the file', async () => {
    const file = join(folder, 'bomb.png')
    const rows = Buffer.alloc(20_000 * (1 + 20_000 / 8))
    const bomb = mismatchedPng(20_000, 20_000, rows, 1)
    expect(bomb.length).toBeLessThan(100_000)
    writeFileSync(file, bomb)
    const [row] = await slot.read(file)
    expect(row).toMatchObject({ status: 'failed', error: { code: 'too-large' }, seconds: 0 })
  })

  test('is read if it is wide and low', async () => {
    const file = drawPage(join(folder, 'wide.png'), 'A wide strip of paper', { size: '14000x100' })
    const [row] = await slot.read(file)
    expect(slot.text(row).trim()).toBe('A wide strip of paper')
  })

  test('that is too wide for Tesseract is reported with its width', async () => {
    const file = join(folder, 'wider.pgm')
    writeFileSync(
      file,
      Buffer.concat([Buffer.from('P5 33000 20 255\n'), Buffer.alloc(33_000 * 20, 255)])
    )
    const [row, after] = await slot.read(file, drawPage(join(folder, 'after.png'), 'After it'))
    expect(row).toMatchObject({ status: 'failed', error: { code: 'too-large' } })
    expect(row?.error?.message).toContain('33000')
    expect(slot.text(after).trim()).toBe('After it')
  })

  test('is measured by the pixels of all its pages', async () => {
    const file = join(folder, 'pages.tif')
    magick('-size', '900x900', 'xc:white', 'xc:white', 'xc:white', file)
    const small = openSlot({ settings: { maxPixels: 2_000_000 } })
    try {
      const [row] = await small.read(file)
      expect(row).toMatchObject({ status: 'failed', error: { code: 'too-large' }, pages: 3 })
    } finally {
      small.close()
    }
  })
})
