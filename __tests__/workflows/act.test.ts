import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { filesBelow, rowsOf } from '../e2e/folders.ts'
import type { Azurite } from '../support/azurite.ts'
import { CacheStore } from '../support/cache-store.ts'
import { type GitHubApi, startGitHubApi } from '../support/github-api.ts'
import { type ResultsService, startResultsService } from '../support/results-service.ts'
import { storageAccount } from '../support/shared-azurite.ts'
import { ACT, ACT_LIMIT, ScansRepository, type Start } from './scans-repository.ts'

jest.setTimeout(ACT_LIMIT)

/** A finished workflow run. */
interface Run {
  readonly log: string
  readonly artifacts: readonly string[]
  /** The files in its two artifacts. */
  readonly files: readonly string[]
  /** The status of each image, by its path. */
  readonly statuses: Readonly<Record<string, string>>
  text(path: string): string
}

/** The log line of the step that reads images, which starts only if there is something to read. */
const READS = 'Run Main Read'

/** The example workflows, run by act on this machine with the committed bundle. */
const byAct = ACT === null ? describe.skip : describe

byAct('Run by act', () => {
  const delivered = ['ocr-metadata', 'ocr-text']
  const manual = { event: 'workflow_dispatch', workflow: 'dispatch.yml' } as const
  let azurite: Azurite
  let scans: ScansRepository
  let cache: CacheStore
  let services: ResultsService[]
  let github: GitHubApi
  beforeAll(async () => {
    azurite = await storageAccount()
  })
  beforeEach(async () => {
    const byEvent = ['push.yml', 'pull-request.yml', 'text-back.yml']
    scans = new ScansRepository(...byEvent, 'dispatch.yml')
    services = []
    cache = await CacheStore.open(azurite)
    github = await startGitHubApi()
  })
  afterEach(async () => {
    for (const service of services) await service.stop()
    await cache.stop()
    await github.stop()
    scans[Symbol.dispose]()
  })

  async function run(start: Omit<Start, 'service'>, expected: 0 | 1 = 0): Promise<Run> {
    const service = await startResultsService(azurite, cache)
    services.push(service)
    const { code, stdout, stderr } = await scans.run({
      env: github.env,
      ...start,
      service
    })
    const log = stdout + stderr
    if (code !== expected) throw new Error(`act ended with ${code}, not ${expected}:\n${log}`)
    const folder = scans.folder(`results-${start.id ?? 1}`)
    const artifacts = [...service.artifacts.keys()].sort()
    const whole = artifacts.filter((name) => delivered.includes(name))
    for (const name of whole) await service.download(name, folder)
    const rows = whole.length > 0 ? rowsOf(folder) : []
    return {
      ...{ log, artifacts },
      files: whole.length > 0 ? filesBelow(folder) : [],
      statuses: Object.fromEntries(rows.map(({ image, status }) => [image, status])),
      text: (path) => readFileSync(join(folder, path), 'utf8')
    }
  }
  const push = (id: number, expected: 0 | 1 = 0, engine: Start['engine'] = 'scripted') =>
    run({ event: 'push', workflow: 'push.yml', id, engine }, expected)

  test('a push without images starts nothing, and reports it', async () => {
    scans.write('README.md', 'No scans yet.')
    const { log, artifacts } = await push(7)
    expect(log).toContain('There is no image to read, so there is nothing to do.')
    expect(artifacts).toEqual([])
    expect(log).not.toContain(READS)
  })

  test('a push uploads texts and metadata, the next reads new images only, and one without new images reads nothing', async () => {
    scans.add('clean.png', 'screen.webp')
    const first = await push(7, 0, 'tesseract')
    expect(first.log).toContain(READS)
    expect(first.artifacts).toEqual(delivered)
    expect(first.statuses).toEqual({
      'images/clean.png': 'recognized',
      'images/screen.webp': 'recognized'
    })
    expect(first.text('text/images/clean.png.txt')).toMatch(/\w{4}/)
    expect(first.files).toEqual(
      expect.arrayContaining(['metadata/run.json', 'report.html', 'results.csv'])
    )

    scans.add('cmyk.jpg')
    const second = await push(8)
    expect(second.artifacts).toEqual(delivered)
    expect(second.statuses).toEqual({
      'images/clean.png': 'reused',
      'images/cmyk.jpg': 'recognized',
      'images/screen.webp': 'reused'
    })
    expect(second.files).toContain('text/images/clean.png.txt')

    scans.write('README.md', 'Scans of the well.')
    const third = await push(9)
    expect(third.log).toContain('No image is new or changed since [run 8](')
    expect(third.artifacts).toEqual([])
    expect(third.log).not.toContain(READS)
  })

  test('images behind a symbolic link are found, including new ones', async () => {
    scans.addAs('2026/clean.png', 'clean.png')
    scans.link('images', '2026')
    expect((await push(7)).statuses).toEqual({ 'images/clean.png': 'recognized' })
    scans.addAs('2026/screen.webp', 'screen.webp')
    expect((await push(8)).statuses).toEqual({
      'images/clean.png': 'reused',
      'images/screen.webp': 'recognized'
    })
  })

  test('failed images are read again even if nothing has changed', async () => {
    scans.add('clean.png', 'truncated.png')
    await push(7, 1, 'tesseract')
    const { artifacts, statuses } = await push(8, 1, 'tesseract')
    expect(artifacts).toEqual(delivered)
    expect(statuses).toEqual({ 'images/clean.png': 'reused', 'images/truncated.png': 'failed' })
  })

  test('a manual run reads the given folder in the given formats', async () => {
    scans.add('clean.png', 'screen.webp')
    scans.addAs('scans/of 2026/clean.png', 'clean.png')
    const inputs = { folder: 'scans', formats: 'txt tsv', languages: 'eng' }
    const first = await run({ ...manual, inputs, id: 7 })
    expect(first.statuses).toEqual({ 'scans/of 2026/clean.png': 'recognized' })
    expect(first.files).toContain('tsv/scans/of 2026/clean.png.tsv')

    const repeated = await run({ ...manual, inputs, id: 8 })
    expect(repeated.statuses).toEqual({ 'scans/of 2026/clean.png': 'reused' })
    const forced = await run({ ...manual, inputs: { ...inputs, force: 'true' }, id: 9 })
    expect(forced.statuses).toEqual({ 'scans/of 2026/clean.png': 'recognized' })
  })

  test('two runners read a shard each, and a third job merges the results: only it fails, after delivery, if an image has failed', async () => {
    const samples = ['clean.png', 'cmyk.jpg', 'screen.webp']
    scans.add(...samples, 'truncated.png')
    const all = (status: string) =>
      Object.fromEntries(samples.map((name) => [`images/${name}`, status]))
    const artifacts = [
      ...['ocr-metadata', 'ocr-metadata-1-of-2', 'ocr-metadata-2-of-2'],
      ...['ocr-text', 'ocr-text-1-of-2', 'ocr-text-2-of-2']
    ]
    const texts = expect.arrayContaining(samples.map((name) => `text/images/${name}.txt`))
    const inputs = { shards: '2' }
    const failed = await run({ ...manual, inputs, id: 7, engine: 'tesseract' }, 1)
    expect(failed.artifacts).toEqual(artifacts)
    expect(failed.statuses).toEqual({ ...all('recognized'), 'images/truncated.png': 'failed' })
    expect(failed.files).toEqual(texts)
    expect(failed.log.match(/^.*Job failed$/gm)).toEqual([expect.stringContaining('/Merge')])

    scans.remove('images/truncated.png')
    const merged = await run({ ...manual, inputs, id: 8 })
    expect(merged.artifacts).toEqual(artifacts)
    expect(merged.statuses).toEqual(all('reused'))
    expect(merged.files).toEqual(texts)
  })

  test('an invalid number of shards is rejected', async () => {
    scans.add('clean.png')
    const { log, artifacts } = await run({ ...manual, inputs: { shards: 'many' } }, 1)
    expect(log).toContain('Input `shards` must be a number from 1 to 256')
    expect(artifacts).toEqual([])
  })

  test('the changed images of a pull request are read, and a comment reports the results', async () => {
    scans.add('clean.png', 'screen.webp')
    github.files = [
      { filename: 'images/screen.webp', status: 'added' },
      { filename: 'README.md', status: 'modified' }
    ]
    const pull = { event: 'pull_request', workflow: 'pull-request.yml' } as const
    const payload = { pull_request: { number: 12 } }
    const { statuses } = await run({ ...pull, payload })
    expect(statuses).toEqual({ 'images/screen.webp': 'recognized' })
    expect(github.comments).toMatchObject([{ issue: 12 }])
    expect(github.comments[0]?.body).toContain('## ✅ The image was read')
    github.files = [{ filename: 'README.md', status: 'modified' }]
    const { artifacts } = await run({ ...pull, payload, id: 2 })
    expect(artifacts).toEqual([])
  })

  test('the texts are committed next to their images on a separate branch', async () => {
    scans.add('clean.png', 'screen.webp')
    await run({ event: 'push', workflow: 'text-back.yml' })
    scans.git('fetch', '--quiet', 'origin')
    const listed = scans.git('ls-tree', '-r', '--name-only', 'origin/ocr-text', 'images')
    const committed = ['clean.png', 'clean.png.txt', 'screen.webp', 'screen.webp.txt']
    expect(listed.trim().split('\n')).toEqual(committed.map((name) => `images/${name}`))
    expect(scans.git('log', '--oneline', 'main..origin/ocr-text').trim().split('\n')).toHaveLength(
      1
    )
  })
})
