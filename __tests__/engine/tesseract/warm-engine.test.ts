import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Row } from '../../../src/results/row.ts'
import { drawPage, magick, temporaryFolder, toolbox } from '../../support/images.ts'
import { until } from '../../support/poll.ts'
import { scriptedEngine } from '../../support/scripted-engine.ts'
import { descendants, inspected, openSlot, withSlot } from '../../task/slot.ts'

const scripted = scriptedEngine()
const slow = scripted.slowImage('slow.png')
const TEXTS = ['Before it', 'After it', 'At last']
const [first, second, third] = TEXTS.map((text, index) =>
  scripted.image(`line-${index}.png`, text)
) as [string, string, string]

const engines = () => descendants().filter(({ name }) => name === 'tesseract')
const noneLeft = () => until(() => descendants().length === 0, 'the end of all processes')
const statuses = (rows: readonly Row[]) => rows.map(({ status, error }) => error?.code ?? status)

// An engine that is still ending would be mistaken for that of the next test.
afterEach(noneLeft)

async function killEngine(): Promise<void> {
  const engine = await until(() => engines()[0], 'an engine')
  process.kill(engine.pid, 'SIGKILL')
}

describe('An image that exceeds its time', () => {
  test.each([
    ['the warm engine', ['txt']],
    ['one process per image', ['txt', 'hocr']]
  ] as const)('fails alone, and the next images are read, with %s', async (_, formats) => {
    const { toolbox } = scripted
    await withSlot({ toolbox, imageTimeout: 2.5, settings: { formats } }, async (slot) => {
      const rows = await slot.read(first, slow, second, third)
      expect(statuses(rows)).toEqual(['recognized', 'timeout', 'recognized', 'recognized'])
      expect(rows.map((row) => slot.text(row).trim())).toEqual([
        'Before it',
        '',
        'After it',
        'At last'
      ])
      expect(rows[1]?.error?.message).toContain('image-timeout')
      expect(engines().length).toBeLessThanOrEqual(1)
      expect(readdirSync(slot.scratch).length).toBeLessThanOrEqual(1)
    })
  })
})

describe('An engine that crashes', () => {
  const { toolbox } = scripted

  test('while it reads an image fails that image alone', async () => {
    await withSlot({ toolbox }, async (slot) => {
      const images = await Promise.all([first, slow, second, third].map((file) => inspected(file)))
      const reading = slot.task(images)
      const text = join(slot.folder.path, 'text/line-0.png.txt')
      await until(() => existsSync(text), 'the first text')
      await killEngine()
      const rows = await reading
      expect(statuses(rows)).toEqual(['recognized', 'engine-failed', 'recognized', 'recognized'])
      expect(slot.text(rows[3]).trim()).toBe('At last')
    })
  })

  test('between two images fails no image', async () => {
    await withSlot({ toolbox }, async (slot) => {
      await slot.read(first)
      await killEngine()
      await until(() => engines().length === 0, 'the end of the engine')
      const [row] = await slot.read(second)
      expect(slot.text(row).trim()).toBe('After it')
    })
  })

  test('before its first image fails no image', async () => {
    await withSlot({ toolbox }, async (slot) => {
      slot.reader.warmUp()
      await killEngine()
      await until(() => engines().length === 0, 'the end of the engine')
      const [row] = await slot.read(second)
      expect(slot.text(row).trim()).toBe('After it')
    })
  })
})

describe('A real engine', () => {
  const folder = temporaryFolder('engine')
  const [before, after, last] = TEXTS.map((text, index) =>
    drawPage(join(folder, `line-${index}.png`), text)
  ) as [string, string, string]

  test('is replaced after many pages, and no text is lost', async () => {
    const dot = join(folder, 'dot.png')
    magick('-size', '4x4', 'xc:white', dot)
    await withSlot({}, async (slot) => {
      await slot.read(before)
      const [old] = engines()
      const files = [...Array<string>(805).fill(dot), after]
      const image = await inspected(dot)
      const rows = await slot.task([
        ...files.map((file, index) => ({ ...image, file, path: `${index}.png` }))
      ])
      const [current] = engines()
      expect(current?.pid).not.toBe(old?.pid)
      expect(engines()).toHaveLength(1)
      expect(rows.slice(0, -1).every(({ status }) => status === 'empty')).toBe(true)
      expect(slot.text(rows.at(-1)).trim()).toBe('After it')
    })
  })

  test('is one process for many images', async () => {
    await withSlot({}, async (slot) => {
      await slot.read(before)
      const [engine] = engines()
      await slot.read(after, last)
      expect(engines()).toEqual([engine])
    })
  })

  test.each([[['xyz']], [['eng', 'xyz']]])(
    'without the model of a language reads no image: %j',
    async (languages) => {
      await withSlot({ settings: { languages } }, async (slot) => {
        const rows = await slot.read(before, after)
        expect(statuses(rows)).toEqual(['engine-failed', 'engine-failed'])
        expect(rows[0]?.error?.message).toContain('xyz')
      })
    }
  )
})

test('An engine that cannot be started fails its images, but not the run', async () => {
  const missing = { path: '/nowhere/tesseract', version: '5.3.0', leptonica: null, dataPath: null }
  await withSlot({ toolbox: { ...toolbox, tesseract: missing } }, async (slot) => {
    expect(statuses(await slot.read(first, second))).toEqual(['engine-failed', 'engine-failed'])
  })
})

describe('No process and no file is left', () => {
  test('after a slot is closed', async () => {
    const slot = openSlot({ toolbox: scripted.toolbox })
    await slot.read(first)
    slot.close()
    await noneLeft()
    expect(existsSync(slot.scratch)).toBe(false)
  })

  /** A page that ImageMagick takes about a second to prepare. */
  const large = join(temporaryFolder('large'), 'large.png')
  magick('-seed', '1', '-size', '4000x4000', 'xc:gray', '+noise', 'Random', '-monochrome', large)

  test.each([
    ['the warm engine', ['txt'], 'auto', 'tesseract', [slow, second]],
    ['one process per image', ['txt', 'hocr'], 'auto', 'tesseract', [slow, second]],
    ['ImageMagick', ['txt'], 'always', basename(toolbox.imageMagick?.path ?? ''), [large]]
  ] as const)(
    'after a run is cancelled while %s processes an image',
    async (_, formats, prepare, name, files) => {
      const stop = new AbortController()
      const settings = { formats, prepare }
      const slot = openSlot({ toolbox: scripted.toolbox, signal: stop.signal, settings })
      try {
        const rows: Row[] = []
        const images = await Promise.all(files.map((file) => inspected(file)))
        const reading = slot.task(images, (row) => rows.push(row))
        await until(() => descendants().some((one) => one.name.startsWith(name)), name)
        stop.abort(new Error('cancelled'))
        await reading
        expect(rows).toEqual([])
      } finally {
        slot.close()
      }
      await noneLeft()
      expect(existsSync(slot.scratch)).toBe(false)
    }
  )
})
