import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { outputs } from '../../src/settings/outputs.ts'
import type { Azurite } from '../support/azurite.ts'
import { Scratch } from '../support/command.ts'
import { type ResultsService, startResultsService } from '../support/results-service.ts'
import { commandsIn, type Job, runMain, runPost, type Step } from '../support/runner.ts'
import { scriptedEngine } from '../support/scripted-engine.ts'
import { storageAccount } from '../support/shared-azurite.ts'
import { copySome, filesBelow, oneLine, rowsOf, someImages } from './folders.ts'
import { stepWorld } from './step-world.ts'

describe('On images of several kinds, the step', () => {
  let azurite: Azurite
  let scratch: Scratch
  let service: ResultsService
  let step: Step
  const results = () => join(scratch.work, 'ocr-results')
  beforeAll(async () => {
    scratch = new Scratch()
    azurite = await storageAccount()
    service = await startResultsService(azurite)
    copySome(scratch, 'scans')
    for (const name of ['notes.txt', 'a.csv']) writeFileSync(join(scratch.work, 'scans', name), '')
    step = await runMain(
      { scratch, service },
      { images: 'scans', 'fail-on': 'never', 'key-pattern': '(?<phone>\\+\\d{8,15})' }
    )
  })
  afterAll(async () => {
    await service.stop()
    scratch[Symbol.dispose]()
  })

  test('succeeds and leaves no process or temporary file', () => {
    expect(step).toMatchObject({ code: 0, stderr: '' })
    expect(scratch.living()).toEqual([])
    expect(scratch.leftovers()).toEqual([])
  })

  test('logs its phases in groups', () => {
    const groups = commandsIn(step.stdout).filter(({ name }) => /^(end)?group$/.test(name))
    expect(groups.map(({ name, message }) => message || name)).toEqual([
      ...['Images', 'endgroup', 'Programs', 'endgroup', 'Plan', 'endgroup'],
      ...['Reading', 'endgroup', 'Delivery', 'endgroup']
    ])
    expect(step.stdout).toContain('Found 10 images; 2 other files ignored.')
    expect(step.stdout).toMatch(/^Tesseract \d\S+ with eng, ImageMagick \d\S+\.$/m)
    expect(step.stdout).toMatch(/^9 images to read in \d+ tasks on \d+ slots, about [\d.]+ s\.$/m)
    expect(step.stdout).toMatch(/^Failed: scans\/pointer\.jpg is a Git LFS pointer/m)
    expect(step.stdout).toMatch(/^Failed: scans\/truncated\.png: /m)
    expect(step.stdout).toMatch(/^9 of 9 images, 1 failed$/m)
  })

  test('sets every output', () => {
    const rows = rowsOf(results())
    const { outputs: values } = step
    expect(Object.keys(values).sort()).toEqual(Object.keys(outputs).sort())
    expect(values).toMatchObject({
      ...{ 'run-id': '4711-1', 'job-id': '4711-1', images: '10', recognized: '7', reused: '0' },
      ...{ empty: '1', failed: '2', pages: '9', nodes: '1', results: results() }
    })
    const words = rows.reduce((sum, row) => sum + row.words, 0)
    const weighed = rows.reduce((sum, row) => sum + row.words * (row.confidence ?? 0), 0)
    expect(Number(values['confidence'])).toBeCloseTo(weighed / words, 1)
    expect(Number(values['seconds'])).toBeGreaterThan(0.1)
    expect(Number(values['seconds'])).toBeLessThan(step.seconds)
    for (const kind of ['text', 'metadata']) {
      const stored = service.artifacts.get(`ocr-${kind}`)
      const id = String(stored?.id)
      expect(values[`${kind}-artifact-id`]).toBe(id)
      expect(values[`${kind}-artifact-url`]).toBe(
        `https://github.com/octo/scans/actions/runs/4711/artifacts/${id}`
      )
      expect(`sha256:${values[`${kind}-artifact-digest`]}`).toBe(stored?.finished?.digest)
    }
  })

  test('uploads two artifacts that together have the files of the results folder, byte for byte', async () => {
    expect([...service.artifacts.keys()]).toEqual(['ocr-text', 'ocr-metadata'])
    const [text, metadata] = ['text', 'metadata'].map((kind) => join(scratch.folder, kind))
    await service.download('ocr-text', text as string)
    await service.download('ocr-metadata', metadata as string)
    const inMetadata = (path: string) => /^(metadata\/|report\.html$)/.test(path)
    const all = filesBelow(results())
    expect(filesBelow(text as string)).toEqual(all.filter((path) => !inMetadata(path)))
    expect(filesBelow(metadata as string)).toEqual(all.filter(inMetadata))
    for (const path of all) {
      const arrived = readFileSync(join((inMetadata(path) ? metadata : text) as string, path))
      expect(arrived.equals(readFileSync(join(results(), path)))).toBe(true)
    }
  })

  test('writes a summary with totals, failures, and links to the artifacts', () => {
    expect(step.summary).toContain('8 of 10 images were read, 2 failed')
    expect(step.summary).toMatch(/\| 10 \| 7 \| 0 \| 1 \| \*\*2\*\* \| 9 \|/)
    expect(step.summary).toContain('git-lfs-pointer')
    expect(step.summary).toContain('unreadable-image')
    for (const kind of ['text', 'metadata'])
      expect(step.summary).toContain(step.outputs[`${kind}-artifact-url`])
  })

  test('has a row for every image, and the column of the key pattern', () => {
    const rows = rowsOf(results())
    expect(rows.map(({ image }) => image)).toEqual(someImages.map((name) => `scans/${name}`))
    const phones = rows.flatMap(({ keys }) => (keys['phone'] ? [keys['phone']] : []))
    expect(phones).toEqual(['+254712345678'])
  })

  test('leaves nothing to do for its post', async () => {
    const before = new Map(service.artifacts)
    const post = await runPost({ scratch, service }, step)
    expect(post).toMatchObject({ code: 0, summary: '' })
    expect(post.stdout).toContain('Everything was delivered by the step')
    expect(service.artifacts).toEqual(before)
  })
})

describe('The step', () => {
  const world = stepWorld()
  /** A step whose engine reads the same text on every image. */
  const job = (env: NodeJS.ProcessEnv = {}): Job =>
    world().job(undefined, { ...scriptedEngine(world().scratch), ...env })

  test('warns if there are no images, uploads nothing, and succeeds', async () => {
    const { scratch, service, at } = world()
    mkdirSync(join(scratch.work, 'images'))
    const step = await runMain(job(), {})
    expect(step.code).toBe(0)
    const warnings = commandsIn(step.stdout).filter(({ name }) => name === 'warning')
    expect(warnings.map(({ message }) => message)).toEqual([
      'There is no image to read, so there is nothing to do.'
    ])
    expect(step.outputs).toMatchObject({ images: '0', failed: '0', 'text-artifact-id': '' })
    expect(step.summary).toContain('There was no image to read')
    expect(rowsOf(at())).toEqual([])
    expect(readFileSync(at('ocr-results/results.csv'), 'utf8')).toMatch(/^image,status,[^\n]*\r\n$/)
    expect(service.artifacts.size).toBe(0)
    const post = await runPost(world().job(), step)
    expect(post.code).toBe(0)
    expect(service.artifacts.size).toBe(0)
  })

  test('sets the retention of artifacts, and adds the number of the attempt to their names in a re-run', async () => {
    const { scratch, service } = world()
    oneLine(scratch, 'images/a.png')
    const again = { results: 'second', 'artifact-retention-days': '3' }
    await runMain(job(), { 'artifact-retention-days': '3' })
    const step = await runMain(job({ GITHUB_RUN_ATTEMPT: '2' }), again)
    expect(step.outputs['run-id']).toBe('4711-2')
    expect([...service.artifacts.keys()]).toEqual([
      ...['ocr-text', 'ocr-metadata'],
      ...['ocr-text-attempt-2', 'ocr-metadata-attempt-2']
    ])
    for (const { expiresAt } of service.artifacts.values()) {
      const days = (Date.parse(expiresAt ?? '') - Date.now()) / 86_400_000
      expect(days).toBeGreaterThan(2.9)
      expect(days).toBeLessThan(3.1)
    }
  })

  test('uploads under another name if the artifact exists, and warns with what to do', async () => {
    const { scratch, service } = world()
    oneLine(scratch, 'images/a.png')
    service.take('ocr-text')
    service.take('ocr-metadata')
    const step = await runMain(job(), {})
    expect(step.code).toBe(0)
    const names = [...service.artifacts.keys()]
    expect(names).toEqual([
      expect.stringMatching(/^ocr-text-\w+$/),
      expect.stringMatching(/^ocr-metadata-\w+$/)
    ])
    const warnings = commandsIn(step.stdout).filter(({ name }) => name === 'warning')
    expect(warnings).toHaveLength(2)
    for (const { message } of warnings) expect(message).toMatch(/artifact-name.*matrix/)
    const folder = join(scratch.folder, 'downloaded')
    await service.download(names[0] ?? '', folder)
    expect(filesBelow(folder)).toContain('text/images/a.png.txt')
  })

  test('reads its part of the images as a shard, which is in the names of its artifacts', async () => {
    const { scratch, service, at } = world()
    for (const name of ['a', 'b', 'c']) oneLine(scratch, `images/${name}.png`, `Page ${name}`)
    const read: string[] = []
    for (const index of [1, 2]) {
      const shard = { shard: `${index}/2`, results: `part-${index}` }
      const step = await runMain(job(), shard)
      expect(step.code).toBe(0)
      read.push(...rowsOf(at(`part-${index}`)).map(({ image }) => image))
    }
    expect(read.sort()).toEqual(['images/a.png', 'images/b.png', 'images/c.png'])
    expect([...service.artifacts.keys()]).toEqual([
      ...['ocr-text-1-of-2', 'ocr-metadata-1-of-2'],
      ...['ocr-text-2-of-2', 'ocr-metadata-2-of-2']
    ])
  })
})
