import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { lostRow } from '../../src/results/lost.ts'
import { filesBelow, rowsOf } from '../e2e/folders.ts'
import { Scratch } from '../support/command.ts'
import { asArtifacts, leaveShard, merge, type ShardStory } from './shards.ts'

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

describe('Shard artifacts', () => {
  test('are joined in pairs, one pair for each shard', async () => {
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

  test('have their texts although GitHub rejects the file names', async () => {
    const shard = leave('one', { shard: '1/1', read: ['who?/a:b.png'] })
    asArtifacts(shard, at('got'), '-1-of-1')
    const text = at('got/ocr-text-1-of-1/text')
    mkdirSync(join(text, 'who%3F'))
    writeFileSync(join(text, 'who%3F/a%3Ab.png.txt'), 'arrived')
    rmSync(join(text, 'who?'), { recursive: true })
    await merge(scratch.work, 'got')
    expect(merged('text/who?/a:b.png.txt')).toBe('arrived')
  })

  test('of a re-run replace what the first attempt lost', async () => {
    const first = { shard: '1/1', read: ['a.png'], unread: ['b.png'], ends: 'cancelled' } as const
    asArtifacts(leave('first', { ...first, text: 'first' }), at('got'), '-1-of-1')
    const second = { shard: '1/1', read: ['a.png', 'b.png'], minute: 9, text: 'second' }
    asArtifacts(leave('second', second), at('got'), '-1-of-1-attempt-2')
    const { finished, warnings } = await merge(scratch.work, 'got')
    expect(finished).toMatchObject({ problem: null, run: { outcome: 'done' } })
    expect(statuses()).toEqual(['a.png recognized', 'b.png recognized'])
    expect([merged('text/a.png.txt'), merged('text/b.png.txt')]).toEqual(['second', 'second'])
    expect(warnings).toEqual([
      'More than one folder has results for a.png and 1 more image: the latest one that did not fail is used.'
    ])
    expect(finished.tasks).toMatchObject([{ attempts: [{}, {}] }])
  })

  test('without metadata are merged with a warning', async () => {
    const two = leave('2', { shard: '2/2', read: ['b.png'] })
    leave('one', { shard: '1/2', read: ['a.png'] })
    asArtifacts(two, scratch.work, '-2-of-2')
    const { finished, warnings } = await merge(scratch.work, 'one', 'ocr-text-2-of-2')
    expect(statuses()).toEqual(['a.png recognized', 'b.png recognized'])
    expect(finished.problem).toBeNull()
    expect(warnings.join()).toContain('The metadata of ocr-text-2-of-2 is missing')
  })

  test('without texts are a problem, and their images are lost', async () => {
    const two = leave('2', { shard: '2/2', read: ['b.png'] })
    leave('one', { shard: '1/2', read: ['a.png'] })
    asArtifacts(two, scratch.work, '-2-of-2')
    const { finished } = await merge(scratch.work, 'one', 'ocr-metadata-2-of-2')
    expect(finished.problem).toBe('The table and texts of shard 2 of 2 are missing.')
    expect(statuses()).toEqual(['a.png recognized', 'b.png failed'])
  })
})

describe('What is missing is reported', () => {
  test('a missing shard is named until a later merge has it', async () => {
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

  test('a shard that was killed has a row for each image it planned to read', async () => {
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

  test('a shard that was killed after it read everything is complete', async () => {
    leave('one', { shard: '1/1', read: ['a.png'], ends: 'killed' })
    const { finished } = await merge(scratch.work, 'one')
    expect(finished).toMatchObject({
      problem: null,
      run: { outcome: 'done', totals: { images: 1 } }
    })
  })

  test('a shard that failed says why', async () => {
    leave('one', { shard: '1/2', read: ['a.png'] })
    leave('two', { shard: '2/2', unread: ['b.png'], ends: 'broken' })
    const { finished } = await merge(scratch.work, 'one', 'two')
    expect(finished.problem).toBe('Shard 2 of 2 failed: No node came.')
    expect(statuses()).toEqual(['a.png recognized', 'b.png failed'])
    const alone = await merge(scratch.work, 'two')
    expect(alone.finished.problem).toMatch(/^Shard 1 of 2 is missing.* Shard 2 of 2 failed/)
  })

  test('a table with fewer rows than its run had images is reported', async () => {
    const one = leave('one', { shard: '1/1', failed: ['x.png', 'y.png'] })
    one.beginRows([lostRow({ image: 'x.png' }, 'gone')])
    expect((await merge(scratch.work, 'one')).finished.problem).toBe(
      'The run has results for 1 of its 2 images: the rest of its table is missing.'
    )
  })

  test('an image whose text is missing is lost, not recognized', async () => {
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
