import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Row } from '../../src/results/row.ts'
import { drawPage, magick, temporaryFolder } from '../support/images.ts'
import { descendants, inspected, openSlot, type Slot, until, withSlot } from './slot.ts'

const folder = temporaryFolder('pipeline')
const samples = join(process.cwd(), 'samples')
const TEXTS = ['Before it', 'After it', 'At last', 'In the end']
const lines = TEXTS.map((text, index) => drawPage(join(folder, `line-${index}.png`), text))
const [first, second, third, fourth] = lines as [string, string, string, string]

/** A page that takes Tesseract far longer than any test waits. */
const noisy = join(folder, 'noisy.png')
magick('-seed', '1', '-size', '4000x4000', 'xc:gray', '+noise', 'Random', '-monochrome', noisy)

const noisier = join(folder, 'noisier.png')
symlinkSync(noisy, noisier)

/** A file with the header of an image and too little behind it: Tesseract ends at it. */
const cutShort = (name: string): string => {
  const file = join(folder, name)
  const whole = readFileSync(drawPage(join(folder, `whole-${name}`), 'Never read'))
  writeFileSync(file, whole.subarray(0, whole.length * 0.6))
  return file
}

const texts = (slot: Slot, rows: readonly Row[]) => rows.map((row) => slot.text(row).trim())
const statuses = (rows: readonly Row[]) => rows.map(({ status, error }) => error?.code ?? status)
const names = (rows: readonly Row[]) => rows.map(({ image }) => image)
const running = (name: string) => descendants().filter((one) => one.name.startsWith(name)).length

/** Whether an engine of the slot has written a page of its table, counted from 1, with all its words. */
function hasRead(slot: Slot, page: number): boolean {
  const tables = readdirSync(slot.scratch, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('-engine.tsv'))
    .map((name) => readFileSync(join(slot.scratch, name), 'utf8'))
  return tables.some((table) => new RegExp(`^1\\t${page + 1}\\t`, 'm').test(table))
}

/** Holds this process still until something holds, for at most some seconds. */
function hold(until: () => boolean, seconds = 10): boolean {
  const end = Date.now() + seconds * 1000
  const pause = new Int32Array(new SharedArrayBuffer(4))
  while (!until() && Date.now() < end) Atomics.wait(pause, 0, 0, 10)
  return until()
}

describe('the image behind the one that is read', () => {
  test('is read on while nobody listens', async () => {
    await withSlot({}, async (slot) => {
      const images = await Promise.all(lines.map((file) => inspected(file)))
      const seen: boolean[] = []
      const rows = await slot.task(images, () => {
        if (seen.length === 0) seen.push(hold(() => hasRead(slot, 3)))
      })
      expect(seen).toEqual([true])
      expect(texts(slot, rows)).toEqual(TEXTS)
    })
  })

  test('has all its time when its turn comes, and is not charged with the waiting', async () => {
    await withSlot({ imageTimeout: 2.5 }, async (slot) => {
      const rows = await slot.read(noisy, second, noisier, fourth)
      expect(statuses(rows)).toEqual(['timeout', 'recognized', 'timeout', 'recognized'])
      for (const row of rows) {
        const [least, most] = row.status === 'failed' ? [2.4, 4] : [0.01, 2]
        expect(row.seconds).toBeGreaterThanOrEqual(least)
        expect(row.seconds).toBeLessThan(most)
        expect(row.recognizeSeconds).toBeLessThanOrEqual(row.seconds)
      }
    })
  })

  test.each([
    ['never', 'unreadable-image'],
    ['auto', 'unreadable-image']
  ] as const)(
    'is neither lost nor read twice nor blamed when the engine ends before it (prepare: %s)',
    async (prepare, code) => {
      await withSlot({ settings: { prepare } }, async (slot) => {
        const broken = [cutShort('one.png'), cutShort('two.png'), cutShort('three.png')] as const
        const files = [broken[0], first, broken[1], broken[2], second, third]
        const rows = await slot.read(...files)
        expect(names(rows)).toEqual(files.map((file) => file.slice(folder.length + 1)))
        expect(statuses(rows)).toEqual([code, 'recognized', code, code, 'recognized', 'recognized'])
        expect(texts(slot, rows)).toEqual(['', TEXTS[0], '', '', TEXTS[1], TEXTS[2]])
        expect(running('tesseract')).toBeLessThanOrEqual(1)
      })
    }
  )

  test('has no row when the run is cancelled, and what was finished keeps its own', async () => {
    const stop = new AbortController()
    const slot = openSlot({ signal: stop.signal })
    let cancelledAt = 0
    try {
      const images = await Promise.all([first, noisy, second].map((file) => inspected(file)))
      const rows = await slot.task(images, () => {
        setImmediate(() => {
          cancelledAt = performance.now()
          stop.abort(new Error('cancelled'))
        })
      })
      expect(performance.now() - cancelledAt).toBeLessThan(2000)
      expect(names(rows)).toEqual(['line-0.png'])
      expect(existsSync(join(slot.folder.path, 'text/line-1.png.txt'))).toBe(false)
    } finally {
      slot.close()
    }
    expect(await until(() => descendants().length === 0)).toBe(true)
  })
})

describe('a second look', () => {
  const doubtful = ['skewed.png', 'upside-down.png', 'low-resolution.png']
  const settings = { secondLook: true, deskew: 'auto', rotate: 'auto' } as const

  test('comes between other images to the same text as alone, and holds none of them up', async () => {
    const files = doubtful.flatMap((name, index) => [join(samples, name), lines[index] as string])
    await withSlot({ settings }, async (slot) => {
      const told: string[] = []
      const images = await Promise.all(files.map((file) => inspected(file)))
      const rows = await slot.task(images, (row) => told.push(row.image))
      expect(told.toSorted()).toEqual(names(rows).toSorted())
      expect(told.indexOf('line-0.png')).toBeLessThan(told.indexOf('skewed.png'))
      const alone = openSlot({ settings })
      try {
        for (const [index, file] of files.entries()) {
          const [row] = await alone.read(file)
          expect(slot.text(rows[index])).toBe(alone.text(row))
          expect(rows[index]).toMatchObject({ look: row?.look, secondLook: row?.secondLook })
        }
      } finally {
        alone.close()
      }
    })
  })
})

describe('a slot', () => {
  const two = drawPage(join(folder, 'two.tif'), 'One of two', { operations: ['(', '+clone', ')'] })

  test.each([
    ['the warm engine', ['txt'], lines],
    ['processes of their own', ['txt', 'hocr'], lines],
    ['both in turn', ['txt'], [first, two, second, two, two, third, fourth]]
  ] as const)('recognizes one image at a time by %s', async (_, formats, files) => {
    await withSlot({ settings: { formats } }, async (slot) => {
      const images = await Promise.all(files.map((file) => inspected(file)))
      const named = images.map((image, index) => ({ ...image, path: `${index}.png` }))
      const start = performance.now()
      const rows = await slot.task(named)
      const elapsed = (performance.now() - start) / 1000
      expect(statuses(rows)).toEqual(files.map(() => 'recognized'))
      const recognizing = rows.reduce((sum, row) => sum + row.recognizeSeconds, 0)
      expect(recognizing).toBeLessThanOrEqual(elapsed + 0.005 * rows.length)
    })
  })

  test('prepares no more than two images at a time', async () => {
    await withSlot({ settings: { prepare: 'always' } }, async (slot) => {
      const images = await Promise.all([...lines, ...lines].map((file) => inspected(file)))
      const named = images.map((image, index) => ({ ...image, path: `${index}.png` }))
      let done = false
      const reading = slot.task(named).finally(() => {
        done = true
      })
      let most = 0
      await until(() => {
        most = Math.max(most, running('convert') + running('magick'))
        return done
      }, 30)
      expect(statuses(await reading)).toEqual(named.map(() => 'recognized'))
      expect(most).toBeGreaterThan(0)
      expect(most).toBeLessThanOrEqual(2)
    })
  })
})
