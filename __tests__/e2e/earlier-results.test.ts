import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Azurite } from '../support/azurite.ts'
import { CacheStore } from '../support/cache-store.ts'
import { Scratch } from '../support/command.ts'
import { until } from '../support/poll.ts'
import { type ResultsService, startResultsService } from '../support/results-service.ts'
import { type Ending, type Job, runMain, runPost, type Step } from '../support/runner.ts'
import { scriptedEngine } from '../support/scripted-engine.ts'
import { storageAccount } from '../support/shared-azurite.ts'
import { badImages, manyLines, oneLine, rowsOf, rowsSoFar } from './folders.ts'

/** Results that runs of a repository keep in GitHub's cache, with the committed bundle and GitHub's own client. */
let azurite: Azurite
let cache: CacheStore
let service: ResultsService
let scratch: Scratch
beforeAll(async () => {
  azurite = await storageAccount()
})
/** Gives each test a repository with an empty cache, or all tests of a `describe` the same one. */
function repositories(scope: 'test' | 'describe' = 'test'): void {
  const [before, after] = scope === 'test' ? [beforeEach, afterEach] : [beforeAll, afterAll]
  before(async () => {
    cache = await CacheStore.open(azurite)
    service = await startResultsService(azurite, cache)
    scratch = new Scratch()
    scratch.git('init', '--quiet')
  })
  after(async () => {
    scratch[Symbol.dispose]()
    await service.stop()
    await cache.stop()
  })
}

function commit(): void {
  scratch.git('add', '--all', '--', ':!ocr-results')
  scratch.git('commit', '--quiet', '--allow-empty', '--message', 'Scans')
}

const results = () => join(scratch.work, 'ocr-results')
/** A new runner has only the checkout. */
const onNewRunner = () => rmSync(results(), { recursive: true, force: true })

let runs = 0
/** A step of a workflow run of its own. Its engine, unless another is given, reads the same text on every image. */
const job = (action?: Job['action'], engine = scriptedEngine(scratch)): Job => ({
  ...{ scratch, service },
  env: { ...engine, GITHUB_RUN_ID: String(100 + ++runs) },
  ...(action ? { action } : {})
})
const lastRun = () => 100 + runs

/** A run of the step on a runner of its own. */
async function run(inputs: Readonly<Record<string, string>> = {}): Promise<Step> {
  onNewRunner()
  return runMain(job(), { 'artifact-name': `ocr-${runs + 1}`, ...inputs })
}
const counts = ({ outputs }: Step) => [outputs['recognized'], outputs['reused'], outputs['failed']]
const checkUnchanged = async (inputs: Readonly<Record<string, string>> = {}) => {
  onNewRunner()
  return runMain(job('check-unchanged'), inputs)
}

describe('From run to run, a step', () => {
  repositories('describe')

  test('reads new images, and keeps the results for the next run', async () => {
    oneLine(scratch, 'images/a.png', 'The first')
    commit()
    expect(counts(await run())).toEqual(['1', '0', '0'])
    expect(cache.keys).toEqual([
      expect.stringMatching(`^ocr-results-[0-9a-f]{16}-[0-9a-f]{16}-${lastRun()}-1$`)
    ])
  })

  test('with a results folder downloads no others', async () => {
    const again = await runMain(job(), { 'artifact-name': 'again' })
    expect(counts(again)).toEqual(['0', '1', '0'])
    expect(again.stdout).toContain('They are in the results folder already.')
    expect(again.stdout).not.toContain('Restored')
  })

  test('without new images saves nothing to the cache', async () => {
    expect(counts(await run())).toEqual(['0', '1', '0'])
    expect(cache.keys).toHaveLength(1)
  })

  test('reads only an image that was added, and keeps all results', async () => {
    oneLine(scratch, 'images/b.png', 'The second')
    commit()
    expect(counts(await run())).toEqual(['1', '1', '0'])
    expect(cache.keys).toHaveLength(2)
    expect(rowsOf(results()).map(({ status, text }) => [status, text])).toEqual([
      ['reused', 'text/images/a.png.txt'],
      ['recognized', 'text/images/b.png.txt']
    ])
  })

  test('saves the results to the cache if images were removed', async () => {
    rmSync(join(scratch.work, 'images/a.png'))
    commit()
    expect(counts(await run())).toEqual(['0', '1', '0'])
    expect(cache.keys).toHaveLength(3)
  })

  test('without reuse reads all images again, and keeps the results', async () => {
    expect(counts(await run({ reuse: 'false' }))).toEqual(['1', '0', '0'])
    expect(cache.keys).toHaveLength(4)
  })

  test('with other settings starts from the results of earlier runs, and reuses those that match', async () => {
    expect(counts(await run({ 'key-pattern': '(?<name>[a-z]+)\\.png' }))).toEqual(['0', '1', '0'])
    expect(counts(await run({ deskew: 'never' }))).toEqual(['1', '0', '0'])
  })
})

describe('A step', () => {
  repositories()

  test('keeps results without git, too', async () => {
    rmSync(join(scratch.work, '.git'), { recursive: true })
    oneLine(scratch, 'images/a.png')
    await run()
    expect(cache.keys).toEqual([expect.stringContaining('-unknown-')])
    expect(counts(await run())).toEqual(['0', '1', '0'])
  })

  test('succeeds with a warning if the cache refuses its results', async () => {
    oneLine(scratch, 'images/a.png')
    commit()
    cache.refuse()
    const step = await run()
    expect(step.code).toBe(0)
    expect(step.stdout).toMatch(/^::warning::.*cache write denied/m)
    expect(cache.keys).toEqual([])
  })

  test('with a results folder that the cache would take for a pattern works without the cache', async () => {
    oneLine(scratch, 'images/a.png')
    commit()
    expect(counts(await run({ results: 'ocr[1]' }))).toEqual(['1', '0', '0'])
    expect(cache.keys).toEqual([])
  })

  test('that was cancelled keeps its results in its post, and the next run continues there', async () => {
    manyLines(scratch, 'images', 40)
    commit()
    const midway: Ending = { by: 'cancel', when: () => rowsSoFar(results()) >= 20 }
    const step = await runMain(job(undefined, scriptedEngine(scratch, 10)), { slots: '2' }, midway)
    expect(step).toMatchObject({ code: 130, signals: ['SIGINT'] })
    expect(cache.keys).toEqual([])
    expect((await runPost({ scratch, service }, step)).code).toBe(0)
    expect(cache.keys).toEqual([expect.stringMatching(/^ocr-results-[0-9a-f]{16}-4711-1$/)])
    expect(counts(await run())).toEqual(['20', '20', '0'])
  })

  test('that was cancelled while it saves its results saves them in its post', async () => {
    oneLine(scratch, 'images/a.png')
    commit()
    const keeping: Ending = {
      by: 'cancel',
      when: ({ stdout }) => stdout.includes('::group::Results for the next run')
    }
    cache.hold()
    const step = await runMain(job(), {}, keeping)
    expect(step).toMatchObject({ code: 130, signals: ['SIGINT'] })
    cache.release()
    await runPost({ scratch, service }, step)
    await until(() => cache.keys.length === 1, 'the results in the cache')
  })
})

describe('The check for unchanged images', () => {
  repositories()

  test('links to the run that has read exactly these images', async () => {
    oneLine(scratch, 'images/a.png')
    commit()
    expect((await checkUnchanged()).outputs).toMatchObject({ unchanged: 'false' })
    await run()
    const reader = lastRun()
    oneLine(scratch, 'elsewhere/b.png')
    commit()
    const step = await checkUnchanged()
    expect(step).toMatchObject({ code: 0, outputs: { unchanged: 'true' } })
    const where = `[run ${reader}](https://github.com/octo/scans/actions/runs/${reader})`
    expect(step.summary).toBe(`No image is new or changed since ${where}, which has the results.\n`)
    expect((await checkUnchanged({ languages: 'deu' })).outputs['unchanged']).toBe('false')
    expect((await checkUnchanged({ 'skip-unchanged': 'false' })).outputs['unchanged']).toBe('false')
    expect((await checkUnchanged({ images: '**/*.png' })).outputs['unchanged']).toBe('false')
    oneLine(scratch, 'images/b.png')
    commit()
    expect(await checkUnchanged()).toMatchObject({ summary: '', outputs: { unchanged: 'false' } })
  })

  test('ignores a run in which images failed', async () => {
    oneLine(scratch, 'images/a.png')
    badImages(scratch, 'images', 1)
    commit()
    expect(counts(await run())).toEqual(['1', '0', '1'])
    expect((await checkUnchanged()).outputs['unchanged']).toBe('false')
    expect(counts(await run())).toEqual(['0', '1', '1'])
    expect(cache.keys).toHaveLength(1)
    await run({ 'fail-on': 'never' })
    expect((await checkUnchanged()).outputs['unchanged']).toBe('true')
  })

  test('reports that there are no images without the folder, and always continues without git', async () => {
    commit()
    const step = await checkUnchanged()
    expect(step.outputs['unchanged']).toBe('true')
    expect(step.summary).toBe('There is no image to read, so there is nothing to do.\n')
    rmSync(join(scratch.work, '.git'), { recursive: true })
    expect((await checkUnchanged()).outputs['unchanged']).toBe('false')
  })
})

describe('In a run in shards,', () => {
  repositories()

  const shard = (index: number) => runMain(job(), { shard: `${index}/2` })

  test('shards keep nothing and have no summary, and merge keeps all results by the given cache key', async () => {
    oneLine(scratch, 'images/a.png', 'The first')
    oneLine(scratch, 'images/b.png', 'The second')
    commit()
    const { key = '' } = (await checkUnchanged()).outputs
    for (const index of [1, 2]) {
      onNewRunner()
      const part = await shard(index)
      expect(part).toMatchObject({ code: 0, summary: '' })
      expect(await runPost({ scratch, service }, part)).toMatchObject({ code: 0, summary: '' })
    }
    expect(cache.keys).toEqual([])
    onNewRunner()
    const merge = await runMain(job('merge'), { 'cache-key': key })
    expect(merge.code).toBe(0)
    expect(merge.summary).toContain('All 2 images were read')
    expect(cache.keys).toEqual([`${key}-${lastRun()}-1`])
    expect((await checkUnchanged()).outputs).toMatchObject({ key, unchanged: 'true' })
    expect(counts(await run())).toEqual(['0', '2', '0'])
  })

  test('a cache key of another form is refused', async () => {
    const merge = await runMain(job('merge'), { 'cache-key': '../elsewhere' })
    expect(merge.code).toBe(2)
    expect(merge.stdout).toContain('Input `cache-key`')
  })
})
