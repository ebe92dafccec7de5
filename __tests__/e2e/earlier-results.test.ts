import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Azurite } from '../support/azurite.ts'
import { CacheStore } from '../support/cache-store.ts'
import { Scratch, until } from '../support/command.ts'
import { type ResultsService, startResultsService } from '../support/results-service.ts'
import { type Ending, type Job, runMain, runPost, type Step } from '../support/runner.ts'
import { storageAccount } from '../support/shared-azurite.ts'
import { badImages, manyLines, oneLine, rowsOf, rowsSoFar } from './folders.ts'

/** What a repository's runs leave to each other in GitHub's cache, by the committed bundle and GitHub's own client. */
let azurite: Azurite
let cache: CacheStore
let service: ResultsService
let scratch: Scratch
beforeAll(async () => {
  azurite = await storageAccount()
})
beforeEach(async () => {
  cache = await CacheStore.open(azurite)
  service = await startResultsService(azurite, cache)
  scratch = new Scratch()
  scratch.git('init', '--quiet')
})
afterEach(async () => {
  scratch[Symbol.dispose]()
  await service.stop()
  await cache.stop()
})

function commit(): void {
  scratch.git('add', '--all', '--', ':!ocr-results')
  scratch.git('commit', '--quiet', '--allow-empty', '--message', 'Scans')
}

const results = () => join(scratch.work, 'ocr-results')
/** A new runner has the checkout alone. */
const onNewRunner = () => rmSync(results(), { recursive: true, force: true })

let runs = 0
const job = (action?: Job['action']): Job => ({
  scratch,
  service,
  env: { GITHUB_RUN_ID: String(100 + ++runs) },
  ...(action ? { action } : {})
})
const lastRun = () => 100 + runs

/** A run of the step on a runner of its own. */
async function run(inputs: Readonly<Record<string, string>> = {}): Promise<Step> {
  onNewRunner()
  return runMain(job(), { 'artifact-name': `ocr-${runs + 1}`, ...inputs })
}
const counts = ({ outputs }: Step) => [outputs['recognized'], outputs['reused'], outputs['failed']]
const look = async (inputs: Readonly<Record<string, string>> = {}) => {
  onNewRunner()
  return runMain(job('look'), inputs)
}

describe('a step', () => {
  test('reads what is new, and leaves it to the next one', async () => {
    oneLine(scratch, 'images/a.png', 'The first')
    commit()
    expect(counts(await run())).toEqual(['1', '0', '0'])
    expect(cache.keys).toEqual([
      expect.stringMatching(`^ocr-results-[0-9a-f]{16}-[0-9a-f]{16}-${lastRun()}-1$`)
    ])

    oneLine(scratch, 'images/b.png', 'The second')
    commit()
    expect(counts(await run())).toEqual(['1', '1', '0'])
    expect(cache.keys).toHaveLength(2)
    expect(rowsOf(results()).map(({ status, text }) => [status, text])).toEqual([
      ['reused', 'text/images/a.png.txt'],
      ['recognized', 'text/images/b.png.txt']
    ])
  })

  test('with nothing new keeps nothing, and keeps what a commit took away from it', async () => {
    oneLine(scratch, 'images/a.png', 'The first')
    oneLine(scratch, 'images/b.png', 'The second')
    commit()
    await run()
    expect(counts(await run())).toEqual(['0', '2', '0'])
    expect(cache.keys).toHaveLength(1)
    rmSync(join(scratch.work, 'images/b.png'))
    commit()
    expect(counts(await run())).toEqual(['0', '1', '0'])
    expect(cache.keys).toHaveLength(2)
  })

  test('that is asked for another reading begins with what others read, and uses what fits', async () => {
    oneLine(scratch, 'images/a.png')
    commit()
    await run()
    expect(counts(await run({ 'key-pattern': '(?<name>[a-z]+)\\.png' }))).toEqual(['0', '1', '0'])
    expect(counts(await run({ deskew: 'never' }))).toEqual(['1', '0', '0'])
  })

  test('asked to read all anew does so, and keeps that', async () => {
    oneLine(scratch, 'images/a.png')
    commit()
    await run()
    expect(counts(await run({ reuse: 'false' }))).toEqual(['1', '0', '0'])
    expect(cache.keys).toHaveLength(2)
  })

  test('finds results that are there already, and brings no others', async () => {
    oneLine(scratch, 'images/a.png')
    commit()
    await run()
    const again = await runMain(job(), { 'artifact-name': 'again' })
    expect(counts(again)).toEqual(['0', '1', '0'])
    expect(again.stdout).toContain('They are in the results folder already.')
    expect(again.stdout).not.toContain('Brought')
  })

  test('knows results without git, too', async () => {
    rmSync(join(scratch.work, '.git'), { recursive: true })
    oneLine(scratch, 'images/a.png')
    await run()
    expect(cache.keys).toEqual([expect.stringContaining('-unknown-')])
    expect(counts(await run())).toEqual(['0', '1', '0'])
  })

  test('whose cache refuses is not worse for it', async () => {
    oneLine(scratch, 'images/a.png')
    commit()
    cache.refuse()
    const step = await run()
    expect(step.code).toBe(0)
    expect(step.stdout).toMatch(/^::warning::.*cache write denied/m)
    expect(cache.keys).toEqual([])
  })

  test('whose results folder the cache would take for a pattern works without it', async () => {
    oneLine(scratch, 'images/a.png')
    commit()
    expect(counts(await run({ results: 'ocr[1]' }))).toEqual(['1', '0', '0'])
    expect(cache.keys).toEqual([])
  })

  test('that was cancelled leaves what it has read by its post, and the next one goes on there', async () => {
    manyLines(scratch, 'images', 200)
    commit()
    const midway: Ending = { by: 'cancel', when: () => rowsSoFar(results()) >= 20 }
    const step = await runMain(job(), {}, midway)
    expect(step.code).toBe(130)
    expect(step.secondsAfterSignal).toBeLessThan(2)
    expect(cache.keys).toEqual([])
    const read = rowsOf(results()).filter(({ status }) => status === 'recognized').length
    expect((await runPost({ scratch, service }, step)).code).toBe(0)
    expect(cache.keys).toEqual([expect.stringMatching(/^ocr-results-[0-9a-f]{16}-4711-1$/)])
    expect(counts(await run())).toEqual([String(200 - read), String(read), '0'])
  })

  test('that was cancelled while it keeps its results leaves that to its post', async () => {
    oneLine(scratch, 'images/a.png')
    commit()
    const keeping: Ending = {
      by: 'cancel',
      when: ({ stdout }) => stdout.includes('::group::Results for the next run')
    }
    cache.hold()
    const step = await runMain(job(), {}, keeping)
    expect(step.code).toBe(130)
    expect(step.secondsAfterSignal).toBeLessThan(2)
    cache.release()
    await runPost({ scratch, service }, step)
    await until('the results are kept', () => cache.keys.length === 1)
  })
})

describe('a look for earlier results', () => {
  test('says where a run has read just these images, and only there', async () => {
    oneLine(scratch, 'images/a.png')
    commit()
    expect((await look()).outputs).toMatchObject({ unchanged: 'false' })
    await run()
    const reader = lastRun()
    oneLine(scratch, 'elsewhere/b.png')
    commit()
    const step = await look()
    expect(step).toMatchObject({ code: 0, outputs: { unchanged: 'true' } })
    const where = `[run ${reader}](https://github.com/octo/scans/actions/runs/${reader})`
    expect(step.summary).toBe(`No image is new or changed since ${where}, which has the results.\n`)
    expect((await look({ languages: 'deu' })).outputs['unchanged']).toBe('false')
    expect((await look({ 'skip-unchanged': 'false' })).outputs['unchanged']).toBe('false')
    expect((await look({ images: '**/*.png' })).outputs['unchanged']).toBe('false')
    oneLine(scratch, 'images/b.png')
    commit()
    expect(await look()).toMatchObject({ summary: '', outputs: { unchanged: 'false' } })
  })

  test('takes no run for complete in which images failed', async () => {
    oneLine(scratch, 'images/a.png')
    badImages(scratch, 'images', 1)
    commit()
    expect(counts(await run())).toEqual(['1', '0', '1'])
    expect((await look()).outputs['unchanged']).toBe('false')
    expect(counts(await run())).toEqual(['0', '1', '1'])
    expect(cache.keys).toHaveLength(1)
    await run({ 'fail-on': 'never' })
    expect((await look()).outputs['unchanged']).toBe('true')
  })

  test('says that there is no image where the folder is not there, and knows nothing without git', async () => {
    commit()
    const step = await look()
    expect(step.outputs['unchanged']).toBe('true')
    expect(step.summary).toBe('There is no image to read, so there is nothing to do.\n')
    rmSync(join(scratch.work, '.git'), { recursive: true })
    expect((await look()).outputs['unchanged']).toBe('false')
  })
})

describe('of a run in shards', () => {
  const shard = (index: number) => runMain(job(), { shard: `${index}/2` })

  test('the parts keep nothing and have no summary, and the merge keeps the whole under the name it is given', async () => {
    oneLine(scratch, 'images/a.png', 'The first')
    oneLine(scratch, 'images/b.png', 'The second')
    commit()
    const { key = '' } = (await look()).outputs
    for (const index of [1, 2]) {
      onNewRunner()
      const part = await shard(index)
      expect(part).toMatchObject({ code: 0, summary: '' })
      expect(await runPost({ scratch, service }, part)).toMatchObject({ code: 0, summary: '' })
    }
    expect(cache.keys).toEqual([])
    onNewRunner()
    const merge = await runMain(job('merge'), { 'keep-as': key })
    expect(merge.code).toBe(0)
    expect(merge.summary).toContain('All 2 images were read')
    expect(cache.keys).toEqual([`${key}-${lastRun()}-1`])
    expect((await look()).outputs).toMatchObject({ key, unchanged: 'true' })
    expect(counts(await run())).toEqual(['0', '2', '0'])
  })

  test('a name that no look gave is refused before any work', async () => {
    const merge = await runMain(job('merge'), { 'keep-as': '../elsewhere' })
    expect(merge.code).toBe(2)
    expect(merge.stdout).toContain('Input `keep-as`')
  })
})
