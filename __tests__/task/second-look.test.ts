import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Row } from '../../src/results/row.ts'
import type { ImageSettings } from '../../src/task/read-image.ts'
import { characterError } from '../support/accuracy.ts'
import { withSlot } from './slot.ts'

const samples = join(process.cwd(), 'samples')

/** Reads a sample and tells its row, and the share of its characters that are wrong. */
async function look(
  name: string,
  settings: Partial<ImageSettings>
): Promise<{ row: Row; wrong: number }> {
  return withSlot(
    { settings: { secondLook: true, deskew: 'auto', rotate: 'auto', ...settings } },
    async (slot) => {
      const [row] = (await slot.read(join(samples, name))) as [Row]
      const known = readFileSync(join(samples, `${name}.truth.txt`), 'utf8')
      return { row, wrong: characterError(slot.text(row), known) }
    }
  )
}

describe('a second look', () => {
  test.each([
    ['skewed.png', /^straightened/],
    ['upside-down.png', /^turned 180°/],
    ['low-resolution.png', /^doubled/]
  ])('mends %s and says what it did', async (name, did) => {
    const { row, wrong } = await look(name, {})
    expect(row).toMatchObject({ look: 2, secondLook: expect.stringMatching(did) })
    expect(wrong).toBeLessThan(0.02)
    expect(row.prepareSeconds).toBeGreaterThan(0)
  })

  test.each(['clean.png', 'cmyk.jpg', 'transparent.png', 'screen.webp', 'two-pages.tif'])(
    'is not taken at %s, which is read well',
    async (name) => {
      const { row, wrong } = await look(name, {})
      expect(row).toMatchObject({ look: 1, secondLook: null })
      expect(wrong).toBeLessThan(0.02)
    }
  )

  test.each([
    ['skewed.png', { deskew: 'never' }],
    ['upside-down.png', { rotate: 'never' }],
    ['upside-down.png', { secondLook: false }],
    ['upside-down.png', { prepare: 'never' }],
    ['upside-down.png', { languages: ['eng'], pageSegmentationMode: 7 }]
  ] as const)('leaves %s as it is where the settings forbid it: %j', async (name, settings) => {
    const { row } = await look(name, settings)
    expect(row.look).toBe(1)
  })

  test.each([
    ['skewed.png', { secondLook: false, deskew: 'always' }],
    ['upside-down.png', { secondLook: false, rotate: 'always' }]
  ] as const)(
    'is taken without doubt where the settings demand it: %s, %j',
    async (name, settings) => {
      const { row, wrong } = await look(name, settings)
      expect(row.look).toBe(2)
      expect(wrong).toBeLessThan(0.02)
    }
  )

  test('makes the other formats of the page as it was read', async () => {
    await withSlot(
      { settings: { secondLook: true, rotate: 'auto', formats: ['txt', 'hocr', 'pdf'] } },
      async (slot) => {
        const [row] = await slot.read(join(samples, 'upside-down.png'))
        const known = readFileSync(join(samples, 'upside-down.png.truth.txt'), 'utf8')
        const words = slot.folder
          .read('hocr/upside-down.png.hocr')
          .toString()
          .replace(/<[^>]+>/g, ' ')
        expect(row?.look).toBe(2)
        expect(characterError(words.replace(/\s+/g, ' '), known)).toBeLessThan(0.2)
        expect(slot.folder.read('pdf/upside-down.png.pdf').toString('latin1', 0, 5)).toBe('%PDF-')
      }
    )
  })
})
