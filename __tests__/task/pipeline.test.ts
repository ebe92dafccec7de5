import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Row } from '../../src/results/row.ts'
import { scriptedEngine } from '../engine/scripted-engine.ts'
import { drawPage, magick, temporaryFolder } from '../support/images.ts'
import { until } from '../support/poll.ts'
import { descendants, inspected, openSlot, type Slot, withSlot } from './slot.ts'

const folder = temporaryFolder('pipeline')
const samples = join(process.cwd(), 'samples')
const TEXTS = ['Before it', 'After it', 'At last', 'In the end']
const lines = TEXTS.map((text, index) => drawPage(join(folder, `line-${index}.png`), text))
const [first, second, third, fourth] = lines as [string, string, string, string]

const scripted = scriptedEngine()

/** A file with an intact header and incomplete data, at which Tesseract ends. */
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

/** Whether an engine of the slot has written the table of a page, counted from 1. */
function hasRead(slot: Slot, page: number): boolean {
  const tables = readdirSync(slot.scratch, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('-engine.tsv'))
    .map((name) => readFileSync(join(slot.scratch, name), 'utf8'))
  return tables.some((table) => new RegExp(`^1\\t${page + 1}\\t`, 'm').test(table))
}

/** Blocks this process until a state is reached. @returns whether it was reached within a minute */
function block(isReached: () => boolean): boolean {
  const end = performance.now() + 60_000
  const pause = new Int32Array(new SharedArrayBuffer(4))
  while (!isReached() && performance.now() < end) Atomics.wait(pause, 0, 0, 10)
  return isReached()
}

describe('The next image', () => {
  test('is read even while this process is busy', async () => {
    await withSlot({}, async (slot) => {
      const images = await Promise.all(lines.map((file) => inspected(file)))
      const seen: boolean[] = []
      const rows = await slot.task(images, () => {
        if (seen.length === 0) seen.push(block(() => hasRead(slot, 3)))
      })
      expect(seen).toEqual([true])
      expect(texts(slot, rows)).toEqual(TEXTS)
    })
  })

  test('has its whole time when its turn comes, because waiting does not count', async () => {
    const { toolbox, image, slowImage } = scripted
    const files = [
      slowImage('slow-1.png'),
      image('a.png', 'A'),
      slowImage('slow-2.png'),
      image('b.png', 'B')
    ]
    await withSlot({ toolbox, imageTimeout: 2.5 }, async (slot) => {
      const rows = await slot.read(...files)
      // An image that was charged with waiting behind a slow one would exceed its time, too.
      expect(statuses(rows)).toEqual(['timeout', 'recognized', 'timeout', 'recognized'])
      for (const row of rows) {
        if (row.status === 'failed') expect(row.seconds).toBeGreaterThanOrEqual(2.4)
        else expect(row.seconds).toBeLessThan(2.5)
        expect(row.recognizeSeconds).toBeLessThanOrEqual(row.seconds)
      }
    })
  })

  test.each([
    ['never', 'unreadable-image'],
    ['auto', 'unreadable-image']
  ] as const)('is read once if the engine ends before it (prepare: %s)', async (prepare, code) => {
    await withSlot({ settings: { prepare } }, async (slot) => {
      const broken = [cutShort('one.png'), cutShort('two.png'), cutShort('three.png')] as const
      const files = [broken[0], first, broken[1], broken[2], second, third]
      const rows = await slot.read(...files)
      expect(names(rows)).toEqual(files.map((file) => file.slice(folder.length + 1)))
      expect(statuses(rows)).toEqual([code, 'recognized', code, code, 'recognized', 'recognized'])
      expect(texts(slot, rows)).toEqual(['', TEXTS[0], '', '', TEXTS[1], TEXTS[2]])
      expect(running('tesseract')).toBeLessThanOrEqual(1)
    })
  })

  test('has no row if the run is cancelled before, and images that were read keep theirs', async () => {
    const stop = new AbortController()
    const { toolbox, image, slowImage } = scripted
    const files = [image('read.png', 'Read'), slowImage('slow.png'), image('next.png', 'Next')]
    const slot = openSlot({ toolbox, signal: stop.signal })
    try {
      const images = await Promise.all(files.map((file) => inspected(file)))
      const rows = await slot.task(images, () => {
        setImmediate(() => stop.abort(new Error('cancelled')))
      })
      expect(names(rows)).toEqual(['read.png'])
      expect(existsSync(join(slot.folder.path, 'text/slow.png.txt'))).toBe(false)
    } finally {
      slot.close()
    }
    await until(() => descendants().length === 0, 'the end of all processes')
  })
})

describe('A second look', () => {
  // The upper part of a page is read in less time than the whole page.
  const doubtful = ['skewed.png', 'upside-down.png', 'low-resolution.png'].map((name) => {
    magick(join(samples, name), '-crop', '100%x50%+0+0', '+repage', join(folder, name))
    return join(folder, name)
  })
  const settings = { secondLook: true, deskew: 'auto', rotate: 'auto' } as const

  test('gives the same text between other images as alone, and delays none of them', async () => {
    const files = doubtful.flatMap((file, index) => [file, lines[index] as string])
    await withSlot({ settings }, async (slot) => {
      const order: string[] = []
      const images = await Promise.all(files.map((file) => inspected(file)))
      const rows = await slot.task(images, (row) => order.push(row.image))
      expect(rows.filter(({ look }) => look === 2)).toHaveLength(doubtful.length)
      expect(order.toSorted()).toEqual(names(rows).toSorted())
      expect(order.indexOf('line-0.png')).toBeLessThan(order.indexOf('skewed.png'))
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

describe('A slot', () => {
  const two = drawPage(join(folder, 'two.tif'), 'One of two', { operations: ['(', '+clone', ')'] })

  test.each([
    ['the warm engine', ['txt'], lines],
    ['one process per image', ['txt', 'hocr'], lines],
    ['both in turn', ['txt'], [first, two, second, two, two, third, fourth]]
  ] as const)('recognizes one image at a time with %s', async (_, formats, files) => {
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
      }, 'the end of the task')
      expect(statuses(await reading)).toEqual(named.map(() => 'recognized'))
      expect(most).toBeGreaterThan(0)
      expect(most).toBeLessThanOrEqual(2)
    })
  })
})
