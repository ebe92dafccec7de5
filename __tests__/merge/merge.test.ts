import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { mergeShards } from '../../src/merge/merge.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { lostRow } from '../../src/results/lost.ts'
import { runRecordSchema } from '../../src/results/records.ts'
import { recover } from '../../src/run/recover.ts'
import { filesBelow, rowsOf } from '../e2e/folders.ts'
import { Scratch } from '../support/command.ts'
import { leaveShard, merge, type ShardStory } from './shards.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

const at = (...path: readonly string[]) => join(scratch.work, ...path)
const leave = (name: string, story: ShardStory) => leaveShard(at(name), story)
const merged = (path: string) => readFileSync(at('merged', path), 'utf8')
const statuses = () => rowsOf(at('merged')).map(({ image, status }) => `${image} ${status}`)

/** Two shards whose runs finished. */
function leaveTwo(): void {
  leave('one', { shard: '1/2', read: ['p/b.png'], failed: ['p/x.png'] })
  leave('two', { shard: '2/2', read: ['p/a.png', 'c.png'], minute: 2 })
}

/** Everything in the merged folder, by its path. */
const everything = () =>
  Object.fromEntries(filesBelow(at('merged')).map((path) => [path, merged(path)]))

describe('A complete set of shards', () => {
  test('is merged into one results folder, as a single run leaves it', async () => {
    leaveTwo()
    const { finished, warnings, messages } = await merge(scratch.work, 'one', 'two')
    expect(finished).toMatchObject({ problem: null, cancelled: false, results: at('merged') })
    expect([warnings, messages]).toEqual([[], ['Found 4 images in 2 of 2 shards.']])
    expect(filesBelow(at('merged'))).toEqual([
      ...['metadata/logs/shard-1-task-0001/tesseract.log'],
      ...['metadata/logs/shard-2-task-0001/tesseract.log'],
      ...['metadata/nodes/shard-1-of-2.json', 'metadata/nodes/shard-2-of-2.json'],
      'metadata/run.json',
      ...['metadata/tasks/shard-1-task-0001.json', 'metadata/tasks/shard-2-task-0001.json'],
      ...['report.html', 'results.csv', 'results.jsonl'],
      ...['text/c.png.txt', 'text/p/a.png.txt', 'text/p/b.png.txt']
    ])
    expect(statuses()).toEqual([
      ...['c.png recognized', 'p/a.png recognized', 'p/b.png recognized', 'p/x.png failed']
    ])
    expect(merged('text/p/a.png.txt')).toBe('text of p/a.png')
    expect(merged('results.csv').split('\r\n')).toHaveLength(6)
    expect(merged('report.html')).toContain('3 of 4 images were read')
  })

  test('has one run record, from the first start to the last end, with the totals of all shards', async () => {
    leaveTwo()
    await merge(scratch.work, 'one', 'two')
    const run = v.parse(runRecordSchema, JSON.parse(merged('metadata/run.json')))
    const two = JSON.parse(readFileSync(at('two/metadata/run.json'), 'utf8'))
    expect(run).toMatchObject({
      ...{ id: 'run-2-2', start: '2026-11-22T08:00:00.000Z', end: two.end, outcome: 'done' },
      totals: { images: 4, recognized: 3, failed: 1, nodes: 2, tasks: 2, taskSeconds: 10 },
      plan: { slots: 2, partitions: [{ task: 'shard-1-task-0001' }, { task: 'shard-2-task-0001' }] }
    })
    expect(run.totals.otherFiles).toBe(2)
    expect(run.seconds).toBeCloseTo((Date.parse(two.end) - Date.parse(run.start)) / 1000, 1)
    expect(run.settings).toEqual({
      ...two.settings,
      ...{ shard: { index: 1, count: 1 }, results: 'merged' }
    })
  })

  test('gives the same bytes when it is merged again, in any order', async () => {
    leaveTwo()
    await merge(scratch.work, 'one', 'two')
    const first = everything()
    await merge(scratch.work, 'two', 'one')
    expect(everything()).toEqual(first)
  })

  test('is found in the folder around it, where other folders are reported and the merged one is skipped', async () => {
    leaveTwo()
    mkdirSync(at('notes'))
    mkdirSync(at('.git'))
    await merge(scratch.work, '.')
    const { finished, warnings } = await merge(scratch.work, '.')
    expect(finished.rows).toHaveLength(4)
    expect(warnings).toEqual(['Ignored folders without results: notes.'])
  })

  test('is only read', async () => {
    leaveTwo()
    const before = ['one', 'two'].map((name) => filesBelow(at(name)))
    await merge(scratch.work, 'one', 'two')
    expect(['one', 'two'].map((name) => filesBelow(at(name)))).toEqual(before)
  })

  test('replaces what was in the results folder', async () => {
    leaveTwo()
    leaveShard(at('merged'), { shard: '1/1', read: ['gone/old.png', 'c.png'], text: 'old' })
    await merge(scratch.work, 'one', 'two')
    expect(existsSync(at('merged/text/gone'))).toBe(false)
    expect(merged('text/c.png.txt')).toBe('text of c.png')
  })
})

test('Of an image in two folders the later row counts, except that a failure never replaces a text', async () => {
  leave('old', { shard: '1/1', read: ['a.png', 'b.png'], text: 'old' })
  leave('new', { shard: '1/1', read: ['a.png'], failed: ['b.png'], minute: 5, text: 'new' })
  for (const order of [
    ['old', 'new'],
    ['new', 'old']
  ]) {
    await merge(scratch.work, ...order)
    expect([merged('text/a.png.txt'), merged('text/b.png.txt')]).toEqual(['new', 'old'])
    expect(statuses()).toEqual(['a.png recognized', 'b.png recognized'])
  }
})

test('A node of a pool that worked for two shards is one node, with the work of both', async () => {
  for (const index of [1, 2]) {
    const shard = leave(String(index), { shard: `${index}/2`, read: [`${index}.png`] })
    const [node] = shard.records('nodes') as [object]
    rmSync(join(shard.path, 'metadata/nodes'), { recursive: true })
    shard.writeRecord('nodes/tvm-1', { ...node, id: 'tvm-1', tasks: index, busySeconds: index })
  }
  const { finished } = await merge(scratch.work, '1', '2')
  expect(finished.nodes).toMatchObject([{ id: 'tvm-1', tasks: 3, busySeconds: 3 }])
})

test('The merged table has the key-pattern columns of the rows', async () => {
  const one = leave('one', { shard: '1/1', failed: ['x.png'] })
  one.beginRows([{ ...lostRow({ image: 'x.png' }, 'gone'), keys: { phone: '+254', day: null } }])
  await merge(scratch.work, 'one')
  expect(merged('results.csv')).toMatch(/,text,phone,day,error,/)
})

test('The post step can still deliver a merged folder', async () => {
  leaveTwo()
  const { finished } = await merge(scratch.work, 'one', 'two')
  const recovered = recover(new ResultsFolder(at('merged')), '')
  expect(recovered).toMatchObject({ run: finished.run, rows: finished.rows })
})

test('An interrupted merge leaves no run record, so that nothing incomplete is delivered', async () => {
  leaveTwo()
  const stop = new AbortController()
  stop.abort(new Error('enough'))
  const listener = {
    ...{ phase() {}, say() {}, warn() {}, output() {}, failed() {}, progress() {} }
  }
  const merging = mergeShards(
    ['one', 'two'],
    { results: 'merged' },
    scratch.work,
    listener,
    stop.signal
  )
  await expect(merging).rejects.toThrow('enough')
  expect(existsSync(at('merged/metadata/run.json'))).toBe(false)
})
