import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { ResultsFolder } from '../../src/results/folder.ts'
import { runRecordSchema } from '../../src/results/records.ts'
import { lostRow } from '../../src/run/lost.ts'
import { mergeShards } from '../../src/run/merge.ts'
import { recover } from '../../src/run/recover.ts'
import { SettingsError } from '../../src/settings/settings.ts'
import { filesBelow, rowsOf } from '../e2e/folders.ts'
import { Scratch } from '../support/command.ts'
import { asArtifacts, leaveShard, merge, type ShardStory } from './merge-shards.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

const at = (...path: readonly string[]) => join(scratch.work, ...path)
const leave = (name: string, story: ShardStory) => leaveShard(at(name), story)
const merged = (path: string) => readFileSync(at('merged', path), 'utf8')
const statuses = () => rowsOf(at('merged')).map(({ image, status }) => `${image} ${status}`)

/** Two shards that came to their end. */
function leaveTwo(): void {
  leave('one', { shard: '1/2', read: ['p/b.png'], failed: ['p/x.png'] })
  leave('two', { shard: '2/2', read: ['p/a.png', 'c.png'], minute: 2 })
}

/** Everything in the merged folder, by its path. */
const everything = () =>
  Object.fromEntries(filesBelow(at('merged')).map((path) => [path, merged(path)]))

describe('shards that all came', () => {
  test('make one results folder, as one run leaves it', async () => {
    leaveTwo()
    const { finished, warnings, said } = await merge(scratch.work, 'one', 'two')
    expect(finished).toMatchObject({ problem: null, cancelled: false, results: at('merged') })
    expect([warnings, said]).toEqual([[], ['Found 4 images in 2 of 2 shards.']])
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

  test('are one run in its record: from the first start to the last end, with totals of all', async () => {
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

  test('give the same bytes when they are merged again, in another order too', async () => {
    leaveTwo()
    await merge(scratch.work, 'one', 'two')
    const first = everything()
    await merge(scratch.work, 'two', 'one')
    expect(everything()).toEqual(first)
  })

  test('are found in the folder that holds them, beside others that are told and the merged one itself', async () => {
    leaveTwo()
    mkdirSync(at('notes'))
    mkdirSync(at('.git'))
    await merge(scratch.work, '.')
    const { finished, warnings } = await merge(scratch.work, '.')
    expect(finished.rows).toHaveLength(4)
    expect(warnings).toEqual(['Left out, since no results are there: notes.'])
  })

  test('are only read', async () => {
    leaveTwo()
    const before = ['one', 'two'].map((name) => filesBelow(at(name)))
    await merge(scratch.work, 'one', 'two')
    expect(['one', 'two'].map((name) => filesBelow(at(name)))).toEqual(before)
  })

  test('replace what was in the results folder', async () => {
    leaveTwo()
    leaveShard(at('merged'), { shard: '1/1', read: ['gone/old.png', 'c.png'], text: 'old' })
    await merge(scratch.work, 'one', 'two')
    expect(existsSync(at('merged/text/gone'))).toBe(false)
    expect(merged('text/c.png.txt')).toBe('text of c.png')
  })
})

describe('artifacts of shards', () => {
  test('are put together, each shard from its two', async () => {
    leaveTwo()
    await merge(scratch.work, 'one', 'two')
    const whole = everything()
    asArtifacts(
      leave('1', { shard: '1/2', read: ['p/b.png'], failed: ['p/x.png'] }),
      at('got'),
      '-1-of-2'
    )
    asArtifacts(
      leave('2', { shard: '2/2', read: ['p/a.png', 'c.png'], minute: 2 }),
      at('got'),
      '-2-of-2'
    )
    await merge(scratch.work, 'got')
    expect(Object.keys(everything())).toEqual(Object.keys(whole))
    expect(merged('results.jsonl')).toBe(whole['results.jsonl'])
  })

  test('have their texts though GitHub refuses their names', async () => {
    const shard = leave('one', { shard: '1/1', read: ['who?/a:b.png'] })
    asArtifacts(shard, at('got'), '-1-of-1')
    const text = at('got/ocr-text-1-of-1/text')
    mkdirSync(join(text, 'who%3F'))
    writeFileSync(join(text, 'who%3F/a%3Ab.png.txt'), 'arrived')
    rmSync(join(text, 'who?'), { recursive: true })
    await merge(scratch.work, 'got')
    expect(merged('text/who?/a:b.png.txt')).toBe('arrived')
  })

  test('of a re-run take the place of what the first attempt had lost', async () => {
    const first = { shard: '1/1', read: ['a.png'], unread: ['b.png'], ends: 'cancelled' } as const
    asArtifacts(leave('first', { ...first, text: 'first' }), at('got'), '-1-of-1')
    const second = { shard: '1/1', read: ['a.png', 'b.png'], minute: 9, text: 'second' }
    asArtifacts(leave('second', second), at('got'), '-1-of-1-attempt-2')
    const { finished, warnings } = await merge(scratch.work, 'got')
    expect(finished).toMatchObject({ problem: null, run: { outcome: 'done' } })
    expect(statuses()).toEqual(['a.png recognized', 'b.png recognized'])
    expect([merged('text/a.png.txt'), merged('text/b.png.txt')]).toEqual(['second', 'second'])
    expect(warnings).toEqual([
      'More than one folder tells of a.png and 1 more image: the latest row that is no failure counts.'
    ])
    expect(finished.tasks).toMatchObject([{ attempts: [{}, {}] }])
  })

  test('without metadata give their rows, and that is told', async () => {
    const two = leave('2', { shard: '2/2', read: ['b.png'] })
    leave('one', { shard: '1/2', read: ['a.png'] })
    asArtifacts(two, scratch.work, '-2-of-2')
    const { finished, warnings } = await merge(scratch.work, 'one', 'ocr-text-2-of-2')
    expect(statuses()).toEqual(['a.png recognized', 'b.png recognized'])
    expect(finished.problem).toBeNull()
    expect(warnings.join()).toContain('Of ocr-text-2-of-2 the metadata did not come')
  })

  test('without texts are a problem, and their images are lost', async () => {
    const two = leave('2', { shard: '2/2', read: ['b.png'] })
    leave('one', { shard: '1/2', read: ['a.png'] })
    asArtifacts(two, scratch.work, '-2-of-2')
    const { finished } = await merge(scratch.work, 'one', 'ocr-metadata-2-of-2')
    expect(finished.problem).toBe('The table and the texts of shard 2 of 2 did not come.')
    expect(statuses()).toEqual(['a.png recognized', 'b.png failed'])
  })
})

describe('what did not come is told', () => {
  test('a missing shard is named; when it came, the next merge is whole', async () => {
    leave('one', { shard: '1/3', read: ['a.png'] })
    const { finished } = await merge(scratch.work, 'one')
    expect(finished).toMatchObject({
      problem:
        'Shards 2 and 3 of 3 are missing: which images they had is not known. Run them again, and merge again.',
      run: { outcome: 'failed' }
    })
    expect(merged('text/a.png.txt')).toBe('text of a.png')
    expect(merged('report.html')).toContain('Shards 2 and 3 of 3 are missing')
    leave('two', { shard: '2/3', read: ['b.png'] })
    expect((await merge(scratch.work, 'one', 'two')).finished.problem).toMatch(/^Shard 3 of 3 is/)
    leave('three', { shard: '3/3' })
    const whole = (await merge(scratch.work, 'one', 'two', 'three')).finished
    expect(whole).toMatchObject({ problem: null, run: { outcome: 'done', totals: { images: 2 } } })
  })

  test('a shard that was killed has a row for each image that it planned', async () => {
    leave('one', { shard: '1/2', read: ['a.png'] })
    const story = { read: ['b.png'], unread: ['c.png', 'd.png'], failed: ['x.png'] }
    leave('two', { shard: '2/2', ...story, ends: 'killed', minute: 1 })
    const { finished, warnings } = await merge(scratch.work, 'one', 'two')
    expect(statuses()).toEqual([
      ...['a.png recognized', 'b.png recognized', 'c.png failed', 'd.png failed', 'x.png failed']
    ])
    expect(finished).toMatchObject({ problem: null, run: { outcome: 'cancelled' } })
    expect(warnings).toEqual(['Shard 2 of 2 was ended early: 2 of its 4 images were not read.'])
    expect(finished.rows.find(({ image }) => image === 'c.png')?.error).toEqual({
      code: 'lost',
      message: 'c.png: its shard was ended before this image was read; the next run reads it.'
    })
    expect(existsSync(at('two/report.html'))).toBe(false)
  })

  test('a shard that was killed when all was read is whole', async () => {
    leave('one', { shard: '1/1', read: ['a.png'], ends: 'killed' })
    const { finished } = await merge(scratch.work, 'one')
    expect(finished).toMatchObject({
      problem: null,
      run: { outcome: 'done', totals: { images: 1 } }
    })
  })

  test('a shard that could not go on says why', async () => {
    leave('one', { shard: '1/2', read: ['a.png'] })
    leave('two', { shard: '2/2', unread: ['b.png'], ends: 'broken' })
    const { finished } = await merge(scratch.work, 'one', 'two')
    expect(finished.problem).toBe('Shard 2 of 2 could not go on: No node came.')
    expect(statuses()).toEqual(['a.png recognized', 'b.png failed'])
    const alone = await merge(scratch.work, 'two')
    expect(alone.finished.problem).toMatch(
      /^Shard 1 of 2 is missing.* Shard 2 of 2 could not go on/
    )
  })

  test('a table that is shorter than its run was is told', async () => {
    const one = leave('one', { shard: '1/1', failed: ['x.png', 'y.png'] })
    one.beginRows([lostRow('x.png', 'gone')])
    expect((await merge(scratch.work, 'one')).finished.problem).toBe(
      'The run tells of 1 of its 2 images: the rest of its table did not come.'
    )
  })

  test('an image whose text is not there is lost, and not told as read', async () => {
    leave('one', { shard: '1/1', read: ['a.png', 'b.png'] })
    rmSync(at('one/text/a.png.txt'))
    const { finished } = await merge(scratch.work, 'one')
    expect(finished.rows[0]).toMatchObject({
      status: 'failed',
      ...{ text: null, words: 0, identity: 'sha256:0' },
      error: { code: 'lost' }
    })
    expect(finished.run.totals).toMatchObject({ recognized: 1, failed: 1, words: 180 })
  })
})

test('of an image in two folders the later row counts, but no failure before a text', async () => {
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

test('a node of a pool that worked for two shards is one node, with the work of both', async () => {
  for (const index of [1, 2]) {
    const shard = leave(String(index), { shard: `${index}/2`, read: [`${index}.png`] })
    const [node] = shard.records('nodes') as [object]
    rmSync(join(shard.path, 'metadata/nodes'), { recursive: true })
    shard.writeRecord('nodes/tvm-1', { ...node, id: 'tvm-1', tasks: index, busySeconds: index })
  }
  const { finished } = await merge(scratch.work, '1', '2')
  expect(finished.nodes).toMatchObject([{ id: 'tvm-1', tasks: 3, busySeconds: 3 }])
})

test('columns of the key pattern are those of the rows', async () => {
  const one = leave('one', { shard: '1/1', failed: ['x.png'] })
  one.beginRows([{ ...lostRow('x.png', 'gone'), keys: { phone: '+254', day: null } }])
  await merge(scratch.work, 'one')
  expect(merged('results.csv')).toMatch(/,text,phone,day,error,/)
})

test('what is merged can be delivered late, by post', async () => {
  leaveTwo()
  const { finished } = await merge(scratch.work, 'one', 'two')
  const recovered = recover(new ResultsFolder(at('merged')), '')
  expect(recovered).toMatchObject({ run: finished.run, rows: finished.rows })
})

test('an interruption ends a merge, and leaves no record of a run that would be delivered', async () => {
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

/** The problems of a merge that must not begin. */
async function problemsOf(...folders: readonly string[]): Promise<readonly string[]> {
  const error = await merge(scratch.work, ...folders).catch((problem: unknown) => problem)
  expect(error).toBeInstanceOf(SettingsError)
  return (error as SettingsError).problems
}

describe('a merge is refused, all its problems told at once, where', () => {
  afterEach(() => {
    expect(existsSync(at('merged/results.jsonl'))).toBe(false)
  })

  test('folders are not there, hold nothing, or are the results folder', async () => {
    leave('one', { shard: '1/1' })
    mkdirSync(at('empty'))
    mkdirSync(at('merged'))
    writeFileSync(at('file'), '')
    expect(await problemsOf('gone', 'file', 'empty', 'one')).toEqual([
      ...['There is no folder gone.', 'There is no folder file.'],
      expect.stringMatching(/^empty holds no results: /)
    ])
    leaveShard(at('merged/inside'), { shard: '1/1' })
    expect(await problemsOf('merged/inside')).toEqual([
      expect.stringMatching(/^merged\/inside and the results folder .* lie in one another/)
    ])
  })

  test.each([
    ['number of shards', { shard: '2/3' }, '3, not 2'],
    ['`languages`', { settings: { languages: ['deu'] } }, '["deu"], not ["eng"]'],
    ['`images`', { settings: { images: ['other'] } }, '["other"], not ["images"]'],
    ['commit', { origin: { commit: 'b' } }, '"b", not null'],
    ['backend', { origin: { backend: 'azure-batch' } }, '"azure-batch", not "local"']
  ] satisfies [string, Partial<ShardStory>, string][])(
    'one has another %s',
    async (name, other, told) => {
      leave('one', { shard: '1/2', read: ['a.png'] })
      leave('two', { shard: '2/2', read: ['b.png'], ...other })
      expect(await problemsOf('one', 'two')).toEqual([
        `two does not belong to one: its ${name} is ${told}.`
      ])
    }
  )

  test('no folder has records', async () => {
    asArtifacts(leave('1', { shard: '1/1' }), at('got'), '-1-of-1')
    expect(await problemsOf('got/ocr-text-1-of-1')).toEqual([
      expect.stringMatching(/^No folder holds metadata\/run\.json/)
    ])
  })

  test('artifacts were downloaded over one another', async () => {
    leave('got', { shard: '1/2', read: ['a.png'] })
    leave('other', { shard: '2/2', read: ['b.png'] })
    const task = 'metadata/tasks/shard-2-task-0001.json'
    writeFileSync(at('got', task), readFileSync(at('other', task)))
    expect(await problemsOf('got')).toEqual([
      expect.stringMatching(/^got holds several shards in one another.*merge-multiple: false/)
    ])
  })

  test('two jobs’ halves cannot be told apart', async () => {
    for (const suffix of ['-1-of-1', '-1-of-1-abc123']) {
      asArtifacts(leave('1', { shard: '1/1' }), at('got'), suffix)
    }
    expect(await problemsOf('got')).toEqual([expect.stringMatching(/^Which texts belong to which/)])
  })
})

test('shards of several workflow runs are merged, and that is told', async () => {
  const run = (id: number) => ({
    origin: { workflowRun: `https://github.com/o/r/actions/runs/${id}` }
  })
  leave('one', { shard: '1/2', ...run(1) })
  leave('two', { shard: '2/2', ...run(2) })
  expect((await merge(scratch.work, 'one', 'two')).warnings).toEqual([
    expect.stringMatching(/^The shards are of several workflow runs: .*runs\/1, .*runs\/2\.$/)
  ])
})

test('settings that change nothing of the texts may differ', async () => {
  leave('one', { shard: '1/2', settings: { slots: 4, results: 'part-1', 'fail-on': 'never' } })
  leave('two', { shard: '2/2', settings: { slots: 2, results: 'part-2' } })
  expect((await merge(scratch.work, 'one', 'two')).finished.problem).toBeNull()
})
