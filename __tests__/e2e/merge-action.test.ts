import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { outputs } from '../../src/settings/outputs.ts'
import { startResultsService } from '../support/results-service.ts'
import { type Job, runMain, runPost, type Step } from '../support/runner.ts'
import { scriptedEngine } from '../support/scripted-engine.ts'
import { storageAccount } from '../support/shared-azurite.ts'
import { badImages, filesBelow, oneLine, rowsOf } from './folders.ts'
import { messagesOf, type StepWorld, stepWorld } from './step-world.ts'

let world: () => StepWorld

/** A step of an attempt of the workflow run, whose engine reads the same text on every image. */
const job = (attempt = 1): Job =>
  world().job(undefined, {
    ...scriptedEngine(world().scratch),
    GITHUB_RUN_ATTEMPT: String(attempt)
  })
const mergeJob = (attempt = 1): Job => world().job('merge', { GITHUB_RUN_ATTEMPT: String(attempt) })

/** Reads a shard, such as `1/2`. */
const shard = (part: string, inputs = {}): Promise<Step> =>
  runMain(job(), { shard: part, results: `part-${part.charAt(0)}`, ...inputs })

describe('Of three images in two shards, merge', () => {
  const ours = stepWorld('describe')
  beforeAll(async () => {
    world = ours
    for (const name of ['a', 'b', 'c?']) oneLine(world().scratch, `images/${name}.png`, name)
    expect((await shard('1/2')).code).toBe(0)
  })

  test('names a missing shard, uploads the others, and fails', async () => {
    const { service, at } = world()
    const step = await runMain(mergeJob(), { 'fail-on': 'never' })
    expect(step.code).toBe(3)
    expect(messagesOf(step, 'error')).toEqual([
      'Shard 2 of 2 is missing: which images it had is not known. Run it again, and merge again.'
    ])
    expect(step.summary).toContain('Shard 2 of 2 is missing')
    expect([...service.artifacts.keys()].slice(-2)).toEqual(['ocr-text', 'ocr-metadata'])
    const images = rowsOf(at('part-1')).length
    expect([1, 2]).toContain(images)
    expect(step.outputs).toMatchObject({
      images: String(images),
      'text-artifact-id': expect.any(String)
    })
  })

  test('downloads the artifacts of all shards and uploads them as those of one run', async () => {
    const { scratch, service, at } = world()
    expect((await shard('2/2')).code).toBe(0)
    const step = await runMain(mergeJob(2), {})
    expect(step).toMatchObject({ code: 0, stderr: '' })
    expect(Object.keys(step.outputs).sort()).toEqual(Object.keys(outputs).sort())
    expect(step.outputs).toMatchObject({
      ...{ 'run-id': '4711-1', images: '3', recognized: '3', failed: '0', nodes: '2' },
      results: at('ocr-results')
    })
    const names = [...service.artifacts.keys()].slice(-2)
    expect(names).toEqual(['ocr-text-attempt-2', 'ocr-metadata-attempt-2'])
    const folder = join(scratch.folder, 'downloaded')
    await service.download('ocr-text-attempt-2', folder)
    expect(filesBelow(folder)).toEqual([
      ...['results.csv', 'results.jsonl'],
      ...['text/images/a.png.txt', 'text/images/b.png.txt', 'text/images/c%3F.png.txt']
    ])
    expect(rowsOf(folder).map(({ image }) => image)).toEqual([
      ...['images/a.png', 'images/b.png', 'images/c?.png']
    ])
    expect(step.summary).toContain('All 3 images were read')
    expect(step.summary).toContain(step.outputs['text-artifact-url'])
    expect(scratch.leftovers()).toEqual([])
    const post = await runPost(mergeJob(2), step)
    expect(post).toMatchObject({ code: 0, summary: '' })
    expect(post.stdout).toContain('Everything was delivered by the step')
  })

  test('takes folders that another step downloaded, and no artifacts', async () => {
    const { service, at } = world()
    const shards = [...service.artifacts.keys()].filter((name) => name.endsWith('-of-2'))
    expect(shards).toHaveLength(4)
    for (const name of shards) await service.download(name, at('shards', name))
    const step = await runMain(mergeJob(), { folders: 'shards', 'artifact-name': 'all' })
    expect(step).toMatchObject({ code: 0, outputs: { images: '3' } })
    expect([...service.artifacts.keys()].slice(-2)).toEqual(['all-text', 'all-metadata'])
  })

  test('leaves out a damaged artifact, and names what is missing without it', async () => {
    const { service, at } = world()
    const { finished } = service.artifacts.get('ocr-text-2-of-2') ?? {}
    Object.assign(finished ?? {}, { digest: `sha256:${'0'.repeat(64)}` })
    const step = await runMain(mergeJob(3), { results: 'damaged' })
    expect(step.code).toBe(3)
    expect(messagesOf(step, 'warning').join()).toContain('ocr-text-2-of-2 could not be downloaded')
    expect(messagesOf(step, 'error')).toContain('The table and texts of shard 2 of 2 are missing.')
    expect(rowsOf(at('damaged'))).toHaveLength(3)
  })

  test('without shards fails with one error, and uploads nothing that is in the folder', async () => {
    const { at } = world()
    const service = await startResultsService(await storageAccount())
    const empty = { ...mergeJob(), service }
    expect(rowsOf(at('ocr-results'))).not.toEqual([])
    mkdirSync(at('empty'))
    for (const inputs of [{}, { folders: 'empty' }]) {
      const step = await runMain(empty, inputs)
      expect(step.code).toBe(2)
      expect(messagesOf(step, 'error')).toHaveLength(1)
      await runPost(empty, step, inputs)
      expect(service.artifacts.size).toBe(0)
    }
    await service.stop()
  })
})

describe('Of one image that cannot be read, in two shards, merge', () => {
  const ours = stepWorld('describe')
  beforeAll(async () => {
    world = ours
    badImages(world().scratch, 'images', 1)
    for (const part of ['1/2', '2/2']) await shard(part, { 'fail-on': 'never' })
  })

  test('accepts the shard without images, and fails by fail-on like a run', async () => {
    const step = await runMain(mergeJob(), {})
    expect(step).toMatchObject({ code: 1, outputs: { images: '1', failed: '1' } })
    expect(messagesOf(step, 'error').at(-1)).toContain('1 of 1 images failed; by `fail-on`')
    expect((await runMain(mergeJob(2), { 'fail-on': 'never', results: 'x' })).code).toBe(0)
  })

  test('prefers an attempt that read the image to one that could not', async () => {
    oneLine(world().scratch, 'images/bad-00.png')
    await runMain(job(2), { shard: '1/2', results: 'again', 'fail-on': 'never' })
    const step = await runMain(mergeJob(3), {})
    expect(step).toMatchObject({ code: 0, outputs: { images: '1', recognized: '1', failed: '0' } })
    expect(messagesOf(step, 'warning').join()).toContain(
      'More than one folder has results for images/bad'
    )
  })
})
