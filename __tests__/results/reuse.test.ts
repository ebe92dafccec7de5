import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { fingerprint } from '../../src/engine/fingerprint.ts'
import type { ImageSettings } from '../../src/engine/image-settings.ts'
import { discover } from '../../src/images/discover.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { resultKey } from '../../src/results/key.ts'
import type { Format } from '../../src/results/records.ts'
import type { Row } from '../../src/results/row.ts'
import { reuseEarlier } from '../../src/run/reuse.ts'
import { type TaskImage, unread } from '../../src/task/task.ts'
import { drawPage, temporaryFolder, toolbox } from '../support/images.ts'
import { settings } from '../task/slot.ts'

const top = temporaryFolder('reuse')
let count = 0

interface Run {
  readonly settings?: Partial<ImageSettings>
  readonly reuse?: boolean
}

/** A folder of images whose runs are played without an engine: each image's text is its own name. */
class Story {
  readonly cwd = join(top, String(++count))
  readonly folder = new ResultsFolder(join(this.cwd, 'ocr-results'))

  constructor(...names: readonly string[]) {
    for (const name of names) this.draw(name, name)
  }

  draw(name: string, text: string): void {
    mkdirSync(join(this.cwd, 'images'), { recursive: true })
    drawPage(join(this.cwd, 'images', name), text, { size: '200x50' })
  }

  async images(run: Run): Promise<TaskImage[]> {
    const ask = { patterns: ['images'], cwd: this.cwd, results: this.folder.path, maxPixels: 1e9 }
    const { images } = await discover(ask, new AbortController().signal)
    const engine = fingerprint(toolbox, { ...settings, ...run.settings })
    return images.map((image) => ({
      ...image,
      key: resultKey(image.identity ?? '', engine),
      columns: {}
    }))
  }

  /** Runs: what is wanted is read, and the names of what was kept and read are told. */
  async run(run: Run = {}): Promise<{ kept: string[]; read: string[]; rows: Map<string, Row> }> {
    const formats: readonly Format[] = run.settings?.formats ?? settings.formats
    const { kept, wanted } = reuseEarlier(await this.images(run), this.folder, {
      reuse: run.reuse ?? true,
      formats
    })
    const made = wanted.map((image): Row => {
      for (const format of new Set<Format>(['txt', ...formats]))
        this.folder.writeOutput(format, image.path, Buffer.from(`${format} of ${image.path}`))
      return {
        ...unread(image),
        status: 'recognized',
        words: 3,
        text: `text/${image.path}.txt`,
        task: 'task-0001',
        seconds: 2
      }
    })
    const rows = [...kept, ...made]
    this.folder.writeTables(rows, [])
    return {
      kept: kept.map(({ image }) => image).sort(),
      read: wanted.map(({ path }) => path).sort(),
      rows: new Map(rows.map((row) => [row.image, row]))
    }
  }
}

describe('a second run', () => {
  test('keeps what is unchanged', async () => {
    const story = new Story('a.png', 'b.png')
    expect(await story.run()).toMatchObject({ kept: [], read: ['images/a.png', 'images/b.png'] })
    const { kept, read, rows } = await story.run()
    expect({ kept, read }).toEqual({ kept: ['images/a.png', 'images/b.png'], read: [] })
    expect(rows.get('images/a.png')).toMatchObject({
      status: 'reused',
      words: 3,
      task: null,
      seconds: 0
    })
    expect((await story.run()).kept).toHaveLength(2)
  })

  test('reads what has changed and what is new', async () => {
    const story = new Story('a.png', 'b.png')
    await story.run()
    story.draw('b.png', 'other words')
    story.draw('c.png', 'new')
    expect(await story.run()).toMatchObject({
      kept: ['images/a.png'],
      read: ['images/b.png', 'images/c.png']
    })
  })

  test('keeps what was renamed, under its new name, and removes the old text', async () => {
    const story = new Story('a.png', 'b.png')
    await story.run()
    renameSync(join(story.cwd, 'images/a.png'), join(story.cwd, 'images/z.png'))
    const { kept, read, rows } = await story.run()
    expect({ kept, read }).toEqual({ kept: ['images/b.png', 'images/z.png'], read: [] })
    expect(rows.get('images/z.png')?.text).toBe('text/images/z.png.txt')
    expect(story.folder.read('text/images/z.png.txt').toString()).toBe('txt of images/a.png')
    expect(story.folder.has('text/images/a.png.txt')).toBe(false)
  })

  test('keeps both where two images swapped their names', async () => {
    const story = new Story('a.png', 'b.png')
    await story.run()
    const [a, b, c] = ['a', 'b', 'c'].map((name) => join(story.cwd, `images/${name}.png`)) as [
      string,
      string,
      string
    ]
    renameSync(a, c)
    renameSync(b, a)
    renameSync(c, b)
    expect((await story.run()).read).toEqual([])
    expect(story.folder.read('text/images/a.png.txt').toString()).toBe('txt of images/b.png')
    expect(story.folder.read('text/images/b.png.txt').toString()).toBe('txt of images/a.png')
  })

  test('keeps each where names moved on by one', async () => {
    const names = ['1', '2', '3', '4'].map((name) => `${name}.png`)
    const story = new Story(...names)
    await story.run()
    for (const name of names.toReversed())
      renameSync(
        join(story.cwd, 'images', name),
        join(story.cwd, 'images', `${Number.parseInt(name, 10) + 1}.png`)
      )
    expect((await story.run()).read).toEqual([])
    for (const [index, name] of ['2', '3', '4', '5'].entries())
      expect(story.folder.read(`text/images/${name}.png.txt`).toString()).toBe(
        `txt of images/${names[index]}`
      )
  })

  test('gives a copy the text of its original', async () => {
    const story = new Story('a.png')
    await story.run()
    story.draw('copy.png', 'a.png')
    expect(await story.run()).toMatchObject({ kept: ['images/a.png', 'images/copy.png'], read: [] })
  })

  test('removes the text of an image that is gone', async () => {
    const story = new Story('a.png', 'b.png')
    await story.run({ settings: { formats: ['txt', 'pdf'] } })
    rmSync(join(story.cwd, 'images/b.png'))
    expect((await story.run()).kept).toEqual(['images/a.png'])
    expect(story.folder.has('text/images/b.png.txt')).toBe(false)
    expect(story.folder.has('pdf/images/b.png.pdf')).toBe(false)
  })

  test('reads again where a format is asked for that was not made', async () => {
    const story = new Story('a.png')
    await story.run()
    expect((await story.run({ settings: { formats: ['txt', 'hocr'] } })).read).toEqual([
      'images/a.png'
    ])
    expect((await story.run({ settings: { formats: ['hocr'] } })).read).toEqual([])
    expect((await story.run({ settings: { formats: ['txt'] } })).read).toEqual([])
  })

  test('leaves no file of a format that is not asked for any more', async () => {
    const story = new Story('a.png')
    await story.run({ settings: { formats: ['txt', 'hocr'] } })
    await story.run({ settings: { formats: ['txt'] } })
    story.draw('a.png', 'changed')
    await story.run({ settings: { formats: ['txt'] } })
    expect(story.folder.has('hocr/images/a.png.hocr')).toBe(false)
  })

  test('reads again where the version of Tesseract changed', async () => {
    const story = new Story('a.png')
    const [image] = await story.images({})
    const { tesseract } = toolbox
    const newer = { ...toolbox, tesseract: tesseract && { ...tesseract, version: '99.0' } }
    expect(resultKey(image?.identity ?? '', fingerprint(newer, settings))).not.toBe(image?.key)
  })

  test('reads again where a file of the earlier run is missing', async () => {
    const story = new Story('a.png', 'b.png')
    await story.run()
    rmSync(join(story.folder.path, 'text/images/a.png.txt'))
    expect((await story.run()).read).toEqual(['images/a.png'])
  })

  test.each<readonly [string, Run]>([
    ['the languages', { settings: { languages: ['eng', 'osd'] } }],
    ['the page segmentation mode', { settings: { pageSegmentationMode: 6 } }],
    ['the resolution to assume', { settings: { dpi: 300 } }],
    ['the preparation', { settings: { prepare: 'always' } }],
    ['the second look', { settings: { secondLook: true } }],
    ['straightening', { settings: { deskew: 'always' } }],
    ['turning', { settings: { rotate: 'always' } }]
  ])('reads again where %s changed', async (_, changed) => {
    const story = new Story('a.png')
    await story.run()
    expect((await story.run(changed)).read).toEqual(['images/a.png'])
    expect((await story.run(changed)).read).toEqual([])
  })

  test('reads everything where reuse is off', async () => {
    const story = new Story('a.png')
    await story.run()
    expect((await story.run({ reuse: false })).read).toEqual(['images/a.png'])
  })

  test('reads a failed image again', async () => {
    const story = new Story('a.png')
    const [image] = await story.images({})
    story.folder.beginRows([unread(image as TaskImage)])
    expect((await story.run()).read).toEqual(['images/a.png'])
  })
})
