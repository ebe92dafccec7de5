import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { drawPage, temporaryFolder, toolbox } from '../../support/images.ts'
import { settings, withSlot } from '../../task/slot.ts'

const folder = temporaryFolder('same')
const GRAY = ['-colorspace', 'Gray', '-depth', '8']
const LONG =
  'The quick brown fox jumps over\nthe lazy dog, 42 times a day,\nfor £3.50 or €4 — “quoted”.'
const WIDE = { size: '700x220' }

/** Images of many kinds, with long and blank texts, and one and two pages, mixed. */
const files = [
  drawPage(join(folder, 'gray.png'), LONG, { ...WIDE, operations: GRAY }),
  drawPage(join(folder, 'blank.png'), ''),
  drawPage(join(folder, 'bilevel.png'), LONG, { ...WIDE, operations: ['-monochrome'] }),
  drawPage(join(folder, 'no-dpi.png'), 'No resolution', { dpi: null, operations: ['-strip'] }),
  drawPage(join(folder, 'two.tif'), 'First of two', {
    operations: [...GRAY, '(', '+clone', '-negate', ')']
  }),
  drawPage(join(folder, 'dot.png'), '', { size: '1x1' }),
  drawPage(join(folder, 'palette.png'), 'Palette 256', { operations: ['-type', 'Palette'] }),
  drawPage(join(folder, 'alpha.png'), 'Transparent', { operations: ['-transparent', 'white'] }),
  drawPage(join(folder, 'deep.png'), 'Sixteen bits', { operations: ['-depth', '16'] }),
  drawPage(join(folder, 'inverted.png'), 'White on black', { operations: [...GRAY, '-negate'] }),
  drawPage(join(folder, 'color.jpg'), LONG, {
    ...WIDE,
    operations: ['-fill', 'blue', '-opaque', 'black']
  }),
  drawPage(join(folder, 'cmyk.jpg'), 'Four inks', { operations: ['-colorspace', 'CMYK'] }),
  drawPage(join(folder, 'page.bmp'), 'Bitmap page', { operations: ['-type', 'TrueColor'] }),
  drawPage(join(folder, 'page.gif'), 'Graphics page'),
  drawPage(join(folder, 'page.webp'), 'Web page'),
  drawPage(join(folder, 'page.pgm'), 'Portable page'),
  drawPage(join(folder, 'lzw.tif'), LONG, { ...WIDE, operations: [...GRAY, '-compress', 'LZW'] }),
  drawPage(join(folder, 'fax.tif'), 'Fax of a page', {
    operations: ['-monochrome', '-compress', 'Group4']
  }),
  drawPage(join(folder, 'skewed.png'), LONG, {
    size: '760x300',
    operations: [...GRAY, '-rotate', '3']
  }),
  drawPage(join(folder, 'noise.png'), 'In the noise', {
    operations: ['-seed', '7', '-attenuate', '2', '+noise', 'Gaussian', ...GRAY]
  })
]

/** Text and table of a file, read by Tesseract alone. */
function plainly(file: string, ...more: string[]): { text: string; table: string } {
  const base = join(folder, 'plainly')
  const args = [file, base, '-l', 'eng', ...more, 'txt', 'tsv']
  execFileSync(toolbox.tesseract?.path ?? 'tesseract', args, { env: toolbox.env, stdio: 'ignore' })
  return {
    text: readFileSync(`${base}.txt`, 'utf8'),
    table: readFileSync(`${base}.tsv`, 'utf8')
  }
}

describe('The warm engine', () => {
  const plain = new Map(files.map((file) => [file, plainly(file)]))

  test.each([
    ['in order', files],
    ['in reverse order', files.toReversed()]
  ])('reads text and table byte for byte like one process per image: %s', async (_, order) => {
    await withSlot({ settings: { formats: ['txt', 'tsv'] } }, async (slot) => {
      const rows = await slot.read(...order)
      for (const [index, row] of rows.entries()) {
        const expected = plain.get(order[index] ?? '')
        expect([row.image, slot.text(row)]).toEqual([row.image, expected?.text])
        const table = slot.folder.read(`tsv/${row.image}.tsv`).toString()
        expect([row.image, table]).toEqual([row.image, expected?.table])
      }
    })
  })

  test('reads the same text if other formats are requested, too', async () => {
    await withSlot({ settings: { ...settings, formats: ['hocr', 'alto'] } }, async (slot) => {
      const some = files.slice(0, 6)
      const rows = await slot.read(...some)
      expect(rows.map((row) => slot.text(row))).toEqual(some.map((file) => plain.get(file)?.text))
    })
  })

  test.each([6, 7, 11, 13])('reads the same text in page segmentation mode %d', async (mode) => {
    const lines = files.filter((file) => /blank|gray|fax/.test(file))
    await withSlot({ settings: { pageSegmentationMode: mode } }, async (slot) => {
      const rows = await slot.read(...lines)
      const expected = lines.map((file) => plainly(file, '--psm', String(mode)).text)
      expect(rows.map((row) => slot.text(row))).toEqual(expected)
    })
  })
})
