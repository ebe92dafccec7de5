import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { SettingsError } from '../../src/settings/settings.ts'
import { Scratch } from '../support/command.ts'
import { asArtifacts, leaveShard, merge, type ShardStory } from './shards.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

const at = (...path: readonly string[]) => join(scratch.work, ...path)
const leave = (name: string, story: ShardStory) => leaveShard(at(name), story)

/** The problems of a merge that is refused. */
async function problemsOf(...folders: readonly string[]): Promise<readonly string[]> {
  const error = await merge(scratch.work, ...folders).catch((problem: unknown) => problem)
  expect(error).toBeInstanceOf(SettingsError)
  return (error as SettingsError).problems
}

describe('A merge is refused, with all problems at once, if', () => {
  afterEach(() => {
    expect(existsSync(at('merged/results.jsonl'))).toBe(false)
  })

  test('folders do not exist, have no results, or are the results folder', async () => {
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
      expect.stringMatching(/^merged\/inside and the results folder .* overlap/)
    ])
  })

  test.each([
    ['number of shards', { shard: '2/3' }, '3, not 2'],
    ['`languages`', { settings: { languages: ['deu'] } }, '["deu"], not ["eng"]'],
    ['`images`', { settings: { images: ['other'] } }, '["other"], not ["images"]'],
    ['commit', { origin: { commit: 'b' } }, '"b", not null'],
    ['backend', { origin: { backend: 'azure-batch' } }, '"azure-batch", not "local"']
  ] satisfies [string, Partial<ShardStory>, string][])(
    'a shard has a different %s',
    async (name, other, difference) => {
      leave('one', { shard: '1/2', read: ['a.png'] })
      leave('two', { shard: '2/2', read: ['b.png'], ...other })
      expect(await problemsOf('one', 'two')).toEqual([
        `two does not belong to one: its ${name} is ${difference}.`
      ])
    }
  )

  test('no folder has records', async () => {
    asArtifacts(leave('1', { shard: '1/1' }), at('got'), '-1-of-1')
    expect(await problemsOf('got/ocr-text-1-of-1')).toEqual([
      expect.stringMatching(/^No folder holds metadata\/run\.json/)
    ])
  })

  test('artifacts were downloaded into one folder', async () => {
    leave('got', { shard: '1/2', read: ['a.png'] })
    leave('other', { shard: '2/2', read: ['b.png'] })
    const task = 'metadata/tasks/shard-2-task-0001.json'
    writeFileSync(at('got', task), readFileSync(at('other', task)))
    expect(await problemsOf('got')).toEqual([
      expect.stringMatching(/^got holds several shards, whose tables.*merge-multiple: false/)
    ])
  })

  test('the artifacts of two jobs cannot be distinguished', async () => {
    for (const suffix of ['-1-of-1', '-1-of-1-abc123']) {
      asArtifacts(leave('1', { shard: '1/1' }), at('got'), suffix)
    }
    expect(await problemsOf('got')).toEqual([
      expect.stringMatching(/^Which texts belong to which metadata is not clear/)
    ])
  })
})

test('Shards of several workflow runs are merged with a warning', async () => {
  const run = (id: number) => ({
    origin: { workflowRun: `https://github.com/o/r/actions/runs/${id}` }
  })
  leave('one', { shard: '1/2', ...run(1) })
  leave('two', { shard: '2/2', ...run(2) })
  expect((await merge(scratch.work, 'one', 'two')).warnings).toEqual([
    expect.stringMatching(/^The shards are from several workflow runs: .*runs\/1, .*runs\/2\.$/)
  ])
})

test('Settings that do not affect the texts may differ', async () => {
  leave('one', { shard: '1/2', settings: { slots: 4, results: 'part-1', 'fail-on': 'never' } })
  leave('two', { shard: '2/2', settings: { slots: 2, results: 'part-2' } })
  expect((await merge(scratch.work, 'one', 'two')).finished.problem).toBeNull()
})
