import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Row } from '../../../src/results/row.ts'
import { drawPage, magick, temporaryFolder, toolbox } from '../../support/images.ts'
import { descendants, inspected, openSlot, until, withSlot } from '../../task/slot.ts'

const folder = temporaryFolder('engine')
const line = (name: string, text: string) => drawPage(join(folder, name), text)
const [first, second, third] = ['Before it', 'After it', 'At last'].map((text, index) =>
  line(`line-${index}.png`, text)
) as [string, string, string]

/** A page that takes Tesseract far longer than any test waits. */
const noisy = join(folder, 'noisy.png')
magick('-seed', '1', '-size', '4000x4000', 'xc:gray', '+noise', 'Random', '-monochrome', noisy)

const engines = () => descendants().filter(({ name }) => name === 'tesseract')
const noneLeft = () => until(() => descendants().length === 0)
const statuses = (rows: readonly Row[]) => rows.map(({ status, error }) => error?.code ?? status)

describe('an image that takes too long', () => {
  test.each([
    ['by the warm engine', ['txt']],
    ['by a process of its own', ['txt', 'hocr']]
  ] as const)('is ended alone, and the next ones are read %s', async (_, formats) => {
    await withSlot({ imageTimeout: 2.5, settings: { formats } }, async (slot) => {
      const rows = await slot.read(first, noisy, second, third)
      expect(statuses(rows)).toEqual(['recognized', 'timeout', 'recognized', 'recognized'])
      expect(rows.map((row) => slot.text(row).trim())).toEqual([
        'Before it',
        '',
        'After it',
        'At last'
      ])
      expect(rows[1]?.error?.message).toContain('image-timeout')
      expect(rows[1]?.seconds).toBeLessThan(6)
      expect(engines().length).toBeLessThanOrEqual(1)
      expect(readdirSync(slot.scratch).length).toBeLessThanOrEqual(1)
    })
    expect(await noneLeft()).toBe(true)
  })
})

describe('an engine that dies', () => {
  test('in the middle of an image fails that image alone', async () => {
    await withSlot({}, async (slot) => {
      const images = await Promise.all([first, noisy, second, third].map((file) => inspected(file)))
      const reading = slot.task(images)
      expect(await until(() => existsSync(join(slot.folder.path, 'text/line-0.png.txt')))).toBe(
        true
      )
      const [engine] = engines()
      process.kill(engine?.pid ?? 0, 'SIGKILL')
      const rows = await reading
      expect(statuses(rows)).toEqual(['recognized', 'engine-failed', 'recognized', 'recognized'])
      expect(slot.text(rows[3]).trim()).toBe('At last')
    })
    expect(await noneLeft()).toBe(true)
  })

  test('between two images costs no image', async () => {
    await withSlot({}, async (slot) => {
      await slot.read(first)
      const [engine] = engines()
      process.kill(engine?.pid ?? 0, 'SIGKILL')
      expect(await until(() => engines().length === 0)).toBe(true)
      const [row] = await slot.read(second)
      expect(slot.text(row).trim()).toBe('After it')
    })
  })

  test('before its first image costs no image', async () => {
    await withSlot({}, async (slot) => {
      slot.reader.warmUp()
      expect(await until(() => engines().length === 1)).toBe(true)
      process.kill(engines()[0]?.pid ?? 0, 'SIGKILL')
      expect(await until(() => engines().length === 0)).toBe(true)
      const [row] = await slot.read(second)
      expect(slot.text(row).trim()).toBe('After it')
    })
  })
})

describe('an engine', () => {
  test('is replaced after many pages, without a gap in the texts', async () => {
    const dot = join(folder, 'dot.png')
    magick('-size', '4x4', 'xc:white', dot)
    await withSlot({}, async (slot) => {
      await slot.read(first)
      const [before] = engines()
      const files = [...Array<string>(805).fill(dot), second]
      const image = await inspected(dot)
      const rows = await slot.task([
        ...files.map((file, index) => ({ ...image, file, path: `${index}.png` }))
      ])
      const [after] = engines()
      expect(after?.pid).not.toBe(before?.pid)
      expect(engines()).toHaveLength(1)
      expect(rows.slice(0, -1).every(({ status }) => status === 'empty')).toBe(true)
      expect(slot.text(rows.at(-1)).trim()).toBe('After it')
    })
  })

  test('is one process for many images', async () => {
    await withSlot({}, async (slot) => {
      await slot.read(first)
      const [before] = engines()
      await slot.read(second, third)
      expect(engines()).toEqual([before])
    })
  })

  test.each([[['xyz']], [['eng', 'xyz']]])(
    'that lacks the model of a language reads nothing: %j',
    async (languages) => {
      await withSlot({ settings: { languages } }, async (slot) => {
        const rows = await slot.read(first, second)
        expect(statuses(rows)).toEqual(['engine-failed', 'engine-failed'])
        expect(rows[0]?.error?.message).toContain('xyz')
      })
    }
  )

  test('that cannot be started fails its images and not the run', async () => {
    const missing = {
      path: '/nowhere/tesseract',
      version: '5.3.0',
      leptonica: null,
      dataPath: null
    }
    await withSlot({ toolbox: { ...toolbox, tesseract: missing } }, async (slot) => {
      expect(statuses(await slot.read(first, second))).toEqual(['engine-failed', 'engine-failed'])
    })
  })
})

describe('no process and no file is left', () => {
  test('after a slot is closed', async () => {
    const slot = openSlot()
    await slot.read(first)
    slot.close()
    expect(await noneLeft()).toBe(true)
    expect(existsSync(slot.scratch)).toBe(false)
  })

  test.each([
    ['the warm engine', ['txt'], 'auto', 'tesseract'],
    ['a process of its own', ['txt', 'hocr'], 'auto', 'tesseract'],
    ['ImageMagick', ['txt'], 'always', basename(toolbox.imageMagick?.path ?? '')]
  ] as const)(
    'after a run is cancelled in the middle of an image read by %s',
    async (_, formats, prepare, name) => {
      const stop = new AbortController()
      const slot = openSlot({ signal: stop.signal, settings: { formats, prepare } })
      try {
        const rows: Row[] = []
        const images = await Promise.all([noisy, second].map((file) => inspected(file)))
        const reading = slot.task(images, (row) => rows.push(row))
        expect(await until(() => descendants().some((one) => one.name.startsWith(name)))).toBe(true)
        stop.abort(new Error('cancelled'))
        await reading
        expect(rows).toEqual([])
      } finally {
        slot.close()
      }
      expect(await noneLeft()).toBe(true)
      expect(existsSync(slot.scratch)).toBe(false)
    }
  )
})
