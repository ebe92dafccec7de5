import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Row } from '../../src/results/row.ts'
import { outputs } from '../../src/settings/outputs.ts'
import type { Azurite } from '../support/azurite.ts'
import { cli, type Ended, Scratch, startCli, until } from '../support/command.ts'
import { type ResultsService, startResultsService } from '../support/results-service.ts'
import { commandsIn, type Job, runMain, runPost, type Step } from '../support/runner.ts'
import { storageAccount } from '../support/shared-azurite.ts'
import {
  badImages,
  copySamples,
  filesBelow,
  manyLines,
  oneLine,
  rowsOf,
  rowsSoFar
} from './folders.ts'

let scratch: Scratch
const at = (...path: readonly string[]) => join(scratch.work, ...path)

/** A row without what depends on where and when its image was read. */
const timeless = ({ task, node, slot, startedAt, ...row }: Row) => ({
  ...row,
  ...{ seconds: 0, prepareSeconds: 0, recognizeSeconds: 0 }
})

describe('two shards of the samples, merged in a terminal', () => {
  const READ = ['--formats', 'txt hocr', '--key-pattern', '(?<phone>\\+\\d{8,15})']
  let merged: Ended
  beforeAll(async () => {
    scratch = new Scratch()
    copySamples(scratch)
    await cli(scratch, 'run', 'samples', ...READ, '--results', 'whole')
    for (const index of [1, 2])
      await cli(
        scratch,
        'run',
        'samples',
        ...READ,
        '--shard',
        `${index}/2`,
        '--results',
        `${index}`
      )
    merged = await cli(scratch, 'merge', '1', '2', '--results', 'merged', '--json')
  }, 120_000)
  afterAll(() => scratch[Symbol.dispose]())

  test('have the rows of one run, but for where and when each image was read', () => {
    expect(rowsOf(at('1')).length).toBeGreaterThan(3)
    expect(rowsOf(at('2')).length).toBeGreaterThan(3)
    expect(rowsOf(at('merged')).map(timeless)).toEqual(rowsOf(at('whole')).map(timeless))
  })

  test('have the texts of one run, byte for byte, and a table with its columns', () => {
    const texts = (results: string) =>
      filesBelow(at(results)).filter((path) => /^(text|hocr)\//.test(path))
    expect(texts('merged')).toEqual(texts('whole'))
    for (const path of texts('merged').filter((path) => path.startsWith('text/')))
      expect(readFileSync(at('merged', path)).equals(readFileSync(at('whole', path)))).toBe(true)
    const head = (results: string) =>
      readFileSync(at(results, 'results.csv'), 'utf8').split('\r\n', 1)[0]
    expect(head('merged')).toBe(head('whole'))
  })

  test('end as one run does: an outcome, and a verdict by fail-on', async () => {
    expect(merged.code).toBe(1)
    expect(JSON.parse(merged.stdout)).toMatchObject({
      ...{ outcome: 'done', problem: null, images: 13, recognized: 10, empty: 1, failed: 2 },
      ...{ nodes: 2, results: at('merged') }
    })
    expect(merged.stderr).toContain('Found 13 images in 2 of 2 shards.\n')
    const forgiven = ['merge', '1', '2', '--results', 'merged', '--fail-on', 'never'] as const
    const ended = await cli(scratch, ...forgiven)
    expect(ended.code).toBe(0)
    expect(ended.stdout).toContain('13 images: 10 recognized, 0 reused, 1 empty, 2 failed.')
    expect(ended.stdout).toContain('Results: merged (text/, results.csv, report.html)')
  })

  test('are what the next run reuses', async () => {
    const next = ['run', 'samples', ...READ, '--results', 'merged', '--json']
    expect(JSON.parse((await cli(scratch, ...next)).stdout)).toMatchObject({
      ...{ reused: 11, recognized: 0, failed: 2 }
    })
    await cli(scratch, 'merge', '1', '2', '--results', 'merged')
  })

  test('where one is missing it is named, with exit code 3, and the other one is merged', async () => {
    const ended = await cli(scratch, 'merge', '2', '--results', 'half', '--json')
    expect(ended.code).toBe(3)
    expect(ended.stderr).toContain('Shard 1 of 2 is missing: which images it had is not known.')
    const outcome = JSON.parse(ended.stdout)
    expect(outcome).toMatchObject({ outcome: 'failed', images: rowsOf(at('2')).length })
    expect(outcome.problem).toContain('Shard 1 of 2')
    expect(existsSync(at('half/report.html'))).toBe(true)
  })

  test.each([
    [['merge'], 'missing required argument'],
    [['merge', 'gone', 'samples'], 'There is no folder gone.\nsamples holds no results'],
    [
      ['merge', '1', 'whole', '--results', 'x'],
      'whole does not belong to 1: its number of shards is 1'
    ]
  ])('%j is refused with exit code 2, and writes nothing', async (args, told) => {
    const ended = await cli(scratch, ...args)
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toContain(told)
    expect(ended.stderr).not.toContain('    at ')
    expect(existsSync(at('x')) || existsSync(at('ocr-results'))).toBe(false)
  })
})

test('a shard that was killed has a row for each of its images, and merges whole when it came', async () => {
  scratch = new Scratch()
  const MANY = 120
  manyLines(scratch, 'photos', MANY)
  const shard = (index: number) => [
    'run',
    'photos',
    '--shard',
    `${index}/2`,
    '--results',
    `${index}`
  ]
  const first = cli(scratch, ...shard(1))
  const second = startCli(scratch, shard(2))
  await second.until('some images are read', () => rowsSoFar(at('2')) >= 5)
  second.kill('SIGKILL')
  expect((await first).code).toBe(0)
  const read = rowsOf(at('2')).length
  const early = await cli(scratch, 'merge', '1', '2', '--json')
  expect(early.code).toBe(1)
  expect(early.stderr).toMatch(/Warning: Shard 2 of 2 was ended early: \d+ of its 60 images/)
  expect(JSON.parse(early.stdout)).toMatchObject({ outcome: 'cancelled', images: MANY })
  expect(JSON.parse(early.stdout).recognized).toBeLessThanOrEqual(60 + read)
  await until('every engine of the killed run has ended', () => scratch.living().length === 0)
  await cli(scratch, ...shard(2))
  const late = await cli(scratch, 'merge', '1', '2', '--json')
  expect(late.code).toBe(0)
  expect(JSON.parse(late.stdout)).toMatchObject({ outcome: 'done', images: MANY, failed: 0 })
  scratch[Symbol.dispose]()
}, 120_000)

describe('the action', () => {
  let azurite: Azurite
  let service: ResultsService
  beforeAll(async () => {
    azurite = await storageAccount()
  })
  beforeEach(async () => {
    scratch = new Scratch()
    service = await startResultsService(azurite)
  })
  afterEach(async () => {
    await service.stop()
    scratch[Symbol.dispose]()
  })

  const job = (): Job => ({ scratch, service })
  const mergeJob = (): Job => ({ ...job(), action: 'merge' })
  const shard = (part: string, inputs = {}) =>
    runMain(job(), { shard: part, results: `part-${part.charAt(0)}`, ...inputs })
  const messages = ({ stdout }: Step, name: string) =>
    commandsIn(stdout).flatMap((command) => (command.name === name ? [command.message] : []))

  test('downloads the artifacts of all shards, and delivers them as those of one run', async () => {
    for (const name of ['a', 'b', 'c?']) oneLine(scratch, `images/${name}.png`, `Page ${name}`)
    for (const part of ['1/2', '2/2']) expect((await shard(part)).code).toBe(0)
    const step = await runMain(mergeJob(), {})
    expect(step).toMatchObject({ code: 0, stderr: '' })
    expect(Object.keys(step.outputs).sort()).toEqual(Object.keys(outputs).sort())
    expect(step.outputs).toMatchObject({
      ...{ 'run-id': '4711-1', images: '3', recognized: '3', failed: '0', nodes: '2' },
      results: at('ocr-results')
    })
    expect([...service.artifacts.keys()].slice(-2)).toEqual(['ocr-text', 'ocr-metadata'])
    const arrived = join(scratch.folder, 'arrived')
    await service.download('ocr-text', arrived)
    expect(filesBelow(arrived)).toEqual([
      ...['results.csv', 'results.jsonl'],
      ...['text/images/a.png.txt', 'text/images/b.png.txt', 'text/images/c%3F.png.txt']
    ])
    expect(rowsOf(arrived).map(({ image }) => image)).toEqual([
      ...['images/a.png', 'images/b.png', 'images/c?.png']
    ])
    expect(step.summary).toContain('All 3 images were read')
    expect(step.summary).toContain(step.outputs['text-artifact-url'])
    expect(scratch.leftovers()).toEqual([])
    const post = await runPost(mergeJob(), step)
    expect(post).toMatchObject({ code: 0, summary: '' })
    expect(post.stdout).toContain('Everything was delivered by the step')
  })

  test('knows of a shard that had no image', async () => {
    oneLine(scratch, 'images/a.png')
    for (const part of ['1/3', '2/3', '3/3']) await shard(part)
    const step = await runMain(mergeJob(), {})
    expect(step).toMatchObject({ code: 0, outputs: { images: '1', failed: '0' } })
  })

  test('names a shard that is missing, delivers the others, and is red', async () => {
    for (const name of ['a', 'b']) oneLine(scratch, `images/${name}.png`, `Page ${name}`)
    await shard('1/2')
    const step = await runMain(mergeJob(), { 'fail-on': 'never' })
    expect(step.code).toBe(3)
    expect(messages(step, 'error')).toEqual([
      'Shard 2 of 2 is missing: which images it had is not known. Run it again, and merge again.'
    ])
    expect(step.summary).toContain('Shard 2 of 2 is missing')
    expect([...service.artifacts.keys()]).toContain('ocr-text')
    expect(step.outputs).toMatchObject({ images: '1', 'text-artifact-id': expect.any(String) })
    await shard('2/2')
    const again = { ...mergeJob(), env: { GITHUB_RUN_ATTEMPT: '2' } }
    expect((await runMain(again, {})).code).toBe(0)
    expect([...service.artifacts.keys()]).toContain('ocr-text-attempt-2')
  })

  test('takes the attempt that read what an earlier one could not', async () => {
    badImages(scratch, 'images', 1)
    for (const part of ['1/2', '2/2']) await shard(part, { 'fail-on': 'never' })
    oneLine(scratch, 'images/bad-00.png')
    const again = { ...job(), env: { GITHUB_RUN_ATTEMPT: '2' } }
    await runMain(again, { shard: '1/2', results: 'again', 'fail-on': 'never' })
    const step = await runMain(mergeJob(), {})
    expect(step).toMatchObject({ code: 0, outputs: { images: '1', recognized: '1', failed: '0' } })
    expect(messages(step, 'warning').join()).toContain(
      'More than one folder has results for images/bad'
    )
  })

  test('leaves out an artifact that came damaged, and names what is missing by it', async () => {
    for (const name of ['a', 'b']) oneLine(scratch, `images/${name}.png`, `Page ${name}`)
    for (const part of ['1/2', '2/2']) await shard(part)
    const { finished } = service.artifacts.get('ocr-text-2-of-2') ?? {}
    Object.assign(finished ?? {}, { digest: `sha256:${'0'.repeat(64)}` })
    const step = await runMain(mergeJob(), {})
    expect(step.code).toBe(3)
    expect(messages(step, 'warning').join()).toContain('ocr-text-2-of-2 did not arrive')
    expect(messages(step, 'error')).toContain('The table and texts of shard 2 of 2 are missing.')
    expect(rowsOf(at('ocr-results'))).toHaveLength(2)
  })

  test('merges folders that another step has downloaded, and nothing else', async () => {
    for (const name of ['a', 'b']) oneLine(scratch, `images/${name}.png`, `Page ${name}`)
    for (const part of ['1/2', '2/2']) await shard(part)
    for (const name of service.artifacts.keys()) await service.download(name, at('shards', name))
    const step = await runMain(mergeJob(), { folders: 'shards', 'artifact-name': 'all' })
    expect(step).toMatchObject({ code: 0, outputs: { images: '2' } })
    expect([...service.artifacts.keys()].slice(-2)).toEqual(['all-text', 'all-metadata'])
  })

  test('fails by fail-on as a run does', async () => {
    for (const name of ['a', 'b']) oneLine(scratch, `images/${name}.png`, `Page ${name}`)
    for (const part of ['1/2', '2/2']) await shard(part, { 'max-pixels': '10', 'fail-on': 'never' })
    const step = await runMain(mergeJob(), {})
    expect(step).toMatchObject({ code: 1, outputs: { failed: '2' } })
    expect(messages(step, 'error').at(-1)).toContain('2 of 2 images failed; by `fail-on`')
    expect((await runMain(mergeJob(), { 'fail-on': 'never', results: 'x' })).code).toBe(0)
  })

  test('says what to do where there is no shard, and delivers nothing that it found in the folder', async () => {
    oneLine(scratch, 'images/a.png')
    expect((await runMain({ scratch }, {})).code).toBe(3)
    mkdirSync(at('empty'))
    for (const inputs of [{}, { folders: 'empty' }]) {
      const step = await runMain(mergeJob(), inputs)
      expect(step.code).toBe(2)
      expect(messages(step, 'error')).toHaveLength(1)
      await runPost(mergeJob(), step, inputs)
      expect(service.artifacts.size).toBe(0)
    }
  })
})
