import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ResultsFolder } from '../../src/results/folder.ts'
import { lostRow } from '../../src/results/lost.ts'
import { outputPath } from '../../src/results/names.ts'
import type { Format } from '../../src/results/records.ts'
import type { Row } from '../../src/results/row.ts'
import { reuseEarlier } from '../../src/run/reuse.ts'
import { type TaskImage, unread } from '../../src/task/task.ts'
import { Scratch } from '../support/command.ts'

let scratch: Scratch
let folder: ResultsFolder
beforeEach(() => {
  scratch = new Scratch()
  folder = new ResultsFolder(join(scratch.work, 'results'))
})
afterEach(() => scratch[Symbol.dispose]())

const image = (path: string, key: string | null): TaskImage => ({
  ...{
    path,
    key,
    file: `/${path}`,
    bytes: 7,
    identity: key,
    header: null,
    problem: null,
    columns: {}
  }
})

/** The row of an image that was read in an earlier run, with its files in the folder. */
function earlier(path: string, key: string, ...formats: readonly Format[]): Row {
  for (const format of formats.length === 0 ? (['txt'] as const) : formats)
    folder.writeOutput(format, path, Buffer.from(`text of ${key}`))
  const row = { ...unread(image(path, key)), status: 'recognized' as const, words: 3, seconds: 2 }
  return { ...row, text: outputPath('txt', path), task: 'task-0001' }
}

const ask = { reuse: true, formats: ['txt'] as const }
const paths = (of: readonly { readonly path: string }[]) => of.map(({ path }) => path)
const text = (path: string) => readFileSync(join(folder.path, 'text', `${path}.txt`), 'utf8')
const exists = (path: string) => existsSync(join(folder.path, path))

describe('An unchanged image', () => {
  test('keeps its result, as reused and without a task, in every later run', () => {
    folder.beginRows([earlier('a.png', 'k1')])
    for (const _ of ['second run', 'third run']) {
      const { kept, wanted } = reuseEarlier([image('a.png', 'k1')], folder, ask)
      expect(wanted).toEqual([])
      const reused = { status: 'reused', words: 3, task: null, seconds: 0 }
      expect(kept).toMatchObject([{ image: 'a.png', text: 'text/a.png.txt', ...reused }])
      expect(text('a.png')).toBe('text of k1')
      folder.beginRows(kept)
    }
  })

  test('keeps its result if fewer formats are wanted now, and loses the files of the others', () => {
    folder.beginRows([earlier('a.png', 'k1', 'txt', 'hocr', 'pdf')])
    const formats = ['hocr'] as const
    expect(reuseEarlier([image('a.png', 'k1')], folder, { ...ask, formats }).wanted).toEqual([])
    expect([exists('hocr/a.png.hocr'), exists('text/a.png.txt'), exists('pdf')]).toEqual([
      ...[true, true, false]
    ])
    expect(reuseEarlier([image('a.png', 'k1')], folder, ask).wanted).toEqual([])
    expect(exists('hocr')).toBe(false)
  })
})

test('A changed or new image is read, after all its old files are removed', () => {
  folder.beginRows([earlier('a.png', 'k1', 'txt', 'hocr'), earlier('c.png', 'k4')])
  const now = [image('a.png', 'k2'), image('b.png', 'k3'), image('c.png', 'k4')]
  const { kept, wanted } = reuseEarlier(now, folder, ask)
  expect(kept.map((row) => row.image)).toEqual(['c.png'])
  expect(paths(wanted)).toEqual(['a.png', 'b.png'])
  expect([exists('text/a.png.txt'), exists('hocr')]).toEqual([false, false])
})

describe('A result follows its image', () => {
  test('to another path, and two images that swap their paths keep their own', () => {
    folder.beginRows([earlier('old/a.png', 'k1'), earlier('b.png', 'k2'), earlier('c.png', 'k3')])
    const now = [image('new/a.png', 'k1'), image('b.png', 'k3'), image('c.png', 'k2')]
    const { kept, wanted } = reuseEarlier(now, folder, ask)
    expect(wanted).toEqual([])
    expect(kept.map((row) => [row.image, row.text])).toEqual([
      ['new/a.png', 'text/new/a.png.txt'],
      ['b.png', 'text/b.png.txt'],
      ['c.png', 'text/c.png.txt']
    ])
    expect([text('new/a.png'), text('b.png'), text('c.png')]).toEqual([
      ...['text of k1', 'text of k3', 'text of k2']
    ])
    expect(exists('text/old')).toBe(false)
  })

  test('if every path moved on by one', () => {
    folder.beginRows([1, 2, 3, 4].map((name) => earlier(`${name}.png`, `k${name}`)))
    const now = [1, 2, 3, 4].map((name) => image(`${name + 1}.png`, `k${name}`))
    expect(reuseEarlier(now, folder, ask).wanted).toEqual([])
    expect(now.map(({ path }) => text(path))).toEqual([
      ...['text of k1', 'text of k2', 'text of k3', 'text of k4']
    ])
    expect(exists('text/1.png.txt')).toBe(false)
  })

  test('and a copy of the image has it too', () => {
    folder.beginRows([earlier('a.png', 'k1')])
    const { kept, wanted } = reuseEarlier(
      [image('a.png', 'k1'), image('copy.png', 'k1')],
      folder,
      ask
    )
    expect(wanted).toEqual([])
    expect(kept.map((row) => row.image)).toEqual(['a.png', 'copy.png'])
    expect([text('a.png'), text('copy.png')]).toEqual(['text of k1', 'text of k1'])
  })
})

test('The files of an image that no longer exists are removed, in every format', () => {
  folder.beginRows([earlier('gone/a.png', 'k1', 'txt', 'pdf'), earlier('b.png', 'k2')])
  expect(reuseEarlier([image('b.png', 'k2')], folder, ask).kept).toMatchObject([{ image: 'b.png' }])
  expect([exists('text/gone'), exists('pdf'), exists('text/b.png.txt')]).toEqual([
    ...[false, false, true]
  ])
})

test.each([
  ['its image failed', () => ({ ...lostRow({ image: 'a.png' }, 'unread'), key: 'k1' }), ask],
  ['its key is not known', () => ({ ...earlier('a.png', 'k1'), key: null }), ask],
  [
    'it lacks a wanted format',
    () => earlier('a.png', 'k1'),
    { ...ask, formats: ['txt', 'hocr'] as const }
  ],
  ['its text is missing', () => earlier('a.png', 'k1', 'hocr'), ask],
  ['reuse is off', () => earlier('a.png', 'k1'), { ...ask, reuse: false }]
])('A result is not kept if %s', (_, row, wish) => {
  folder.beginRows([row()])
  const { kept, wanted } = reuseEarlier([image('a.png', 'k1')], folder, wish)
  expect(kept).toEqual([])
  expect(paths(wanted)).toEqual(['a.png'])
})

test('The last row of an image counts, and a truncated last line is ignored', () => {
  const first = { ...earlier('a.png', 'k0'), words: 1 }
  folder.beginRows([first, earlier('a.png', 'k1')])
  folder.write('results.jsonl', `${folder.read('results.jsonl')}{"image":"b.pn`)
  const { kept, wanted } = reuseEarlier([image('a.png', 'k1'), image('b.png', 'k2')], folder, ask)
  expect(kept).toMatchObject([{ image: 'a.png', words: 3 }])
  expect(paths(wanted)).toEqual(['b.png'])
})
