import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { outputs } from '../../src/settings/outputs.ts'
import { type Job, runMain, runPost, type Step } from '../support/runner.ts'
import { scriptedEngine } from '../support/scripted-engine.ts'
import { badImages, filesBelow, oneLine, rowsOf } from './folders.ts'
import { messagesOf, stepWorld } from './step-world.ts'

const world = stepWorld()

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

test('Merge downloads the artifacts of all shards and uploads them as those of one run', async () => {
  const { scratch, service, at } = world()
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
  const folder = join(scratch.folder, 'downloaded')
  await service.download('ocr-text', folder)
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
  const post = await runPost(mergeJob(), step)
  expect(post).toMatchObject({ code: 0, summary: '' })
  expect(post.stdout).toContain('Everything was delivered by the step')
})

test('Merge accepts a shard that had no images', async () => {
  const { scratch } = world()
  oneLine(scratch, 'images/a.png')
  for (const part of ['1/3', '2/3', '3/3']) await shard(part)
  const step = await runMain(mergeJob(), {})
  expect(step).toMatchObject({ code: 0, outputs: { images: '1', failed: '0' } })
})

test('Merge names a missing shard, uploads the others, and fails', async () => {
  const { scratch, service } = world()
  for (const name of ['a', 'b']) oneLine(scratch, `images/${name}.png`, `Page ${name}`)
  await shard('1/2')
  const step = await runMain(mergeJob(), { 'fail-on': 'never' })
  expect(step.code).toBe(3)
  expect(messagesOf(step, 'error')).toEqual([
    'Shard 2 of 2 is missing: which images it had is not known. Run it again, and merge again.'
  ])
  expect(step.summary).toContain('Shard 2 of 2 is missing')
  expect([...service.artifacts.keys()]).toContain('ocr-text')
  expect(step.outputs).toMatchObject({ images: '1', 'text-artifact-id': expect.any(String) })
  await shard('2/2')
  expect((await runMain(mergeJob(2), {})).code).toBe(0)
  expect([...service.artifacts.keys()]).toContain('ocr-text-attempt-2')
})

test('Merge prefers the attempt that read an image to one that could not', async () => {
  const { scratch } = world()
  badImages(scratch, 'images', 1)
  for (const part of ['1/2', '2/2']) await shard(part, { 'fail-on': 'never' })
  oneLine(scratch, 'images/bad-00.png')
  await runMain(job(2), { shard: '1/2', results: 'again', 'fail-on': 'never' })
  const step = await runMain(mergeJob(), {})
  expect(step).toMatchObject({ code: 0, outputs: { images: '1', recognized: '1', failed: '0' } })
  expect(messagesOf(step, 'warning').join()).toContain(
    'More than one folder has results for images/bad'
  )
})

test('Merge leaves out a damaged artifact, and names what is missing without it', async () => {
  const { scratch, service, at } = world()
  for (const name of ['a', 'b']) oneLine(scratch, `images/${name}.png`, `Page ${name}`)
  for (const part of ['1/2', '2/2']) await shard(part)
  const { finished } = service.artifacts.get('ocr-text-2-of-2') ?? {}
  Object.assign(finished ?? {}, { digest: `sha256:${'0'.repeat(64)}` })
  const step = await runMain(mergeJob(), {})
  expect(step.code).toBe(3)
  expect(messagesOf(step, 'warning').join()).toContain('ocr-text-2-of-2 could not be downloaded')
  expect(messagesOf(step, 'error')).toContain('The table and texts of shard 2 of 2 are missing.')
  expect(rowsOf(at('ocr-results'))).toHaveLength(2)
})

test('Merge takes folders that another step downloaded, and no artifacts', async () => {
  const { scratch, service, at } = world()
  for (const name of ['a', 'b']) oneLine(scratch, `images/${name}.png`, `Page ${name}`)
  for (const part of ['1/2', '2/2']) await shard(part)
  for (const name of service.artifacts.keys()) await service.download(name, at('shards', name))
  const step = await runMain(mergeJob(), { folders: 'shards', 'artifact-name': 'all' })
  expect(step).toMatchObject({ code: 0, outputs: { images: '2' } })
  expect([...service.artifacts.keys()].slice(-2)).toEqual(['all-text', 'all-metadata'])
})

test('Merge fails by fail-on like a run', async () => {
  const { scratch } = world()
  for (const name of ['a', 'b']) oneLine(scratch, `images/${name}.png`, `Page ${name}`)
  for (const part of ['1/2', '2/2']) await shard(part, { 'max-pixels': '10', 'fail-on': 'never' })
  const step = await runMain(mergeJob(), {})
  expect(step).toMatchObject({ code: 1, outputs: { failed: '2' } })
  expect(messagesOf(step, 'error').at(-1)).toContain('2 of 2 images failed; by `fail-on`')
  expect((await runMain(mergeJob(), { 'fail-on': 'never', results: 'x' })).code).toBe(0)
})

test('Merge without shards fails with one error, and uploads nothing that is in the folder', async () => {
  const { scratch, service, at } = world()
  oneLine(scratch, 'images/a.png')
  expect((await runMain({ scratch, env: scriptedEngine(scratch) }, {})).code).toBe(3)
  mkdirSync(at('empty'))
  for (const inputs of [{}, { folders: 'empty' }]) {
    const step = await runMain(mergeJob(), inputs)
    expect(step.code).toBe(2)
    expect(messagesOf(step, 'error')).toHaveLength(1)
    await runPost(mergeJob(), step, inputs)
    expect(service.artifacts.size).toBe(0)
  }
})
