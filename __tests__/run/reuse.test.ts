import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { ResultsFolder } from '../../src/results/folder.ts'
import type { Row } from '../../src/results/row.ts'
import { lostRow } from '../../src/run/lost.ts'
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

/** The row of an image that was read in an earlier run, with its text in the folder. */
function earlier(path: string, key: string, format: 'txt' | 'hocr' = 'txt'): Row {
  const text = folder.writeOutput(format, path, Buffer.from(`text of ${key}`))
  return { ...unread(image(path, key)), status: 'recognized', text, task: 'task-0001', words: 3 }
}

const ask = { reuse: true, formats: ['txt'] as const }
const paths = (of: readonly { readonly path: string }[]) => of.map(({ path }) => path)
const text = (path: string) => readFileSync(join(folder.path, 'text', `${path}.txt`), 'utf8')

test('an unchanged image keeps its result, told as reused and as no task’s', () => {
  folder.beginRows([earlier('a.png', 'k1')])
  const { kept, wanted } = reuseEarlier([image('a.png', 'k1')], folder, ask)
  expect(wanted).toEqual([])
  expect(kept).toMatchObject([
    { image: 'a.png', status: 'reused', words: 3, text: 'text/a.png.txt', task: null, seconds: 0 }
  ])
  expect(text('a.png')).toBe('text of k1')
})

test('a changed or a new image is read, and its old text is gone before', () => {
  folder.beginRows([earlier('a.png', 'k1')])
  const { kept, wanted } = reuseEarlier([image('a.png', 'k2'), image('b.png', 'k3')], folder, ask)
  expect(kept).toEqual([])
  expect(paths(wanted)).toEqual(['a.png', 'b.png'])
  expect(existsSync(join(folder.path, 'text/a.png.txt'))).toBe(false)
})

test('an image keeps its result under another path, and two images that change places keep theirs', () => {
  folder.beginRows([earlier('old/a.png', 'k1'), earlier('b.png', 'k2'), earlier('c.png', 'k3')])
  const now = [image('new/a.png', 'k1'), image('b.png', 'k3'), image('c.png', 'k2')]
  const { kept, wanted } = reuseEarlier(now, folder, ask)
  expect(wanted).toEqual([])
  expect(kept.map((row) => [row.image, row.text])).toEqual([
    ...[
      ['new/a.png', 'text/new/a.png.txt'],
      ['b.png', 'text/b.png.txt']
    ],
    ['c.png', 'text/c.png.txt']
  ])
  expect([text('new/a.png'), text('b.png'), text('c.png')]).toEqual([
    ...['text of k1', 'text of k3', 'text of k2']
  ])
  expect(existsSync(join(folder.path, 'text/old'))).toBe(false)
})

test('what an earlier run left of an image that is gone is removed', () => {
  folder.beginRows([earlier('gone/a.png', 'k1')])
  reuseEarlier([], folder, ask)
  expect(existsSync(join(folder.path, 'text/gone'))).toBe(false)
})

test.each([
  ['its image failed', () => ({ ...lostRow('a.png', 'unread'), key: 'k1' }), ask],
  ['its key is not known', () => ({ ...earlier('a.png', 'k1'), key: null }), ask],
  [
    'a format is wanted that it lacks',
    () => earlier('a.png', 'k1'),
    { ...ask, formats: ['txt', 'hocr'] as const }
  ],
  ['its text is not in the folder', () => earlier('a.png', 'k1', 'hocr'), ask],
  ['it is not to be reused', () => earlier('a.png', 'k1'), { ...ask, reuse: false }]
])('a result is not kept where %s', (_, row, wish) => {
  folder.beginRows([row()])
  const { kept, wanted } = reuseEarlier([image('a.png', 'k1')], folder, wish)
  expect(kept).toEqual([])
  expect(paths(wanted)).toEqual(['a.png'])
})

test('the last word on an image counts, and a torn last line is passed over', () => {
  const first = { ...earlier('a.png', 'k0'), words: 1 }
  folder.beginRows([first, earlier('a.png', 'k1')])
  folder.write('results.jsonl', `${folder.read('results.jsonl')}{"image":"b.pn`)
  const { kept, wanted } = reuseEarlier([image('a.png', 'k1'), image('b.png', 'k2')], folder, ask)
  expect(kept).toMatchObject([{ image: 'a.png', words: 3 }])
  expect(paths(wanted)).toEqual(['b.png'])
})
