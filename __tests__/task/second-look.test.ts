import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { ImageSettings } from '../../src/engine/image-settings.ts'
import type { Row } from '../../src/results/row.ts'
import { characterError } from '../support/accuracy.ts'
import { openSlot, type Slot, withSlot } from './slot.ts'

const samples = join(process.cwd(), 'samples')

/** The slots by their settings; each is opened once. */
const slots = new Map<string, Slot>()
function slotWith(settings: Partial<ImageSettings>): Slot {
  const name = JSON.stringify(settings)
  const slot =
    slots.get(name) ??
    openSlot({ settings: { secondLook: true, deskew: 'auto', rotate: 'auto', ...settings } })
  slots.set(name, slot)
  return slot
}
afterAll(() => {
  for (const slot of slots.values()) slot.close()
})

/** Reads a sample. @returns the row and the character error rate */
async function read(
  name: string,
  settings: Partial<ImageSettings>
): Promise<{ row: Row; wrong: number }> {
  const slot = slotWith(settings)
  const [row] = (await slot.read(join(samples, name))) as [Row]
  const known = readFileSync(join(samples, `${name}.truth.txt`), 'utf8')
  return { row, wrong: characterError(slot.text(row), known) }
}

describe('A second look', () => {
  test.each([
    ['skewed.png', /^straightened/],
    ['upside-down.png', /^turned 180°/],
    ['low-resolution.png', /^doubled/]
  ])('corrects %s and describes how', async (name, did) => {
    const { row, wrong } = await read(name, {})
    expect(row).toMatchObject({ look: 2, secondLook: expect.stringMatching(did) })
    expect(wrong).toBeLessThan(0.02)
    expect(row.prepareSeconds).toBeGreaterThan(0)
  })

  test.each(['clean.png', 'cmyk.jpg', 'transparent.png', 'screen.webp', 'two-pages.tif'])(
    'is not taken at %s, which is read well',
    async (name) => {
      const { row, wrong } = await read(name, {})
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
  ] as const)('is not taken at %s if the settings forbid it: %j', async (name, settings) => {
    const { row } = await read(name, settings)
    expect(row.look).toBe(1)
  })

  test.each([
    ['skewed.png', { secondLook: false, deskew: 'always' }],
    ['upside-down.png', { secondLook: false, rotate: 'always' }]
  ] as const)('is always taken if the settings demand it: %s, %j', async (name, settings) => {
    const { row, wrong } = await read(name, settings)
    expect(row.look).toBe(2)
    expect(wrong).toBeLessThan(0.02)
  })

  test('creates the other formats from the corrected page', async () => {
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
