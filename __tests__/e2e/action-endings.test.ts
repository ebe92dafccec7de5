import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Row } from '../../src/results/row.ts'
import type { Azurite } from '../support/azurite.ts'
import { Scratch, until } from '../support/command.ts'
import { type ResultsService, startResultsService } from '../support/results-service.ts'
import { type Ending, runMain, runPost } from '../support/runner.ts'
import { storageAccount } from '../support/shared-azurite.ts'
import { filesBelow, manyLines, oneLine, rowsOf, rowsSoFar } from './folders.ts'

/** More images than can be read before the signal comes. */
const MANY = 400

let azurite: Azurite
let scratch: Scratch
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

const results = () => join(scratch.work, 'ocr-results')
const inMidRun = (by: Ending['by']): Ending => ({ by, when: () => rowsSoFar(results()) >= 20 })
const read = (rows: readonly Row[]) => rows.filter(({ status }) => status === 'recognized')
const lost = (rows: readonly Row[]) => rows.filter(({ error }) => error?.code === 'lost')
const allOnce = Array.from(
  { length: MANY },
  (_, index) => `images/line-${String(index).padStart(5, '0')}.png`
)

test.each(['cancel', 'SIGTERM'] as const)(
  'ended by %s in mid-run, the step ends within two seconds, keeps what is read, and post delivers it',
  async (by) => {
    manyLines(scratch, 'images', MANY)
    const step = await runMain({ scratch, service }, {}, inMidRun(by))
    expect(step.code).toBe(130)
    expect(step.secondsAfterSignal).toBeLessThan(2)
    expect(scratch.living()).toEqual([])
    expect(scratch.leftovers().filter((name) => name.startsWith('batch-ocr-'))).toEqual([])
    expect(service.artifacts.size).toBe(0)

    const rows = rowsOf(results())
    expect(rows.map(({ image }) => image)).toEqual(allOnce)
    expect(read(rows).length).toBeGreaterThanOrEqual(20)
    expect(read(rows).length + lost(rows).length).toBe(MANY)
    expect(step.outputs).toMatchObject({
      images: String(MANY),
      recognized: String(read(rows).length),
      failed: String(lost(rows).length)
    })
    expect(step.summary).toMatch(/Cancelled: \d+ of 400 images were read, \d+ not/)

    const post = await runPost({ scratch, service }, step)
    expect(post.code).toBe(0)
    expect(post.stdout).toContain('is delivered now')
    expect([...service.artifacts.keys()]).toEqual(['ocr-text', 'ocr-metadata'])
    const folder = join(scratch.folder, 'arrived')
    await service.download('ocr-text', folder)
    expect(rowsOf(folder)).toEqual(rows)
    const texts = read(rows).map(({ text }) => text)
    expect(filesBelow(folder).filter((path) => path.startsWith('text/'))).toEqual(texts)
    expect(post.summary).toContain(`artifacts/${service.artifacts.get('ocr-text')?.id}`)
    // The step's own tells the rest, and people see both.
    expect(post.summary).not.toContain('Cancelled')
  }
)

test('killed in mid-run, the step leaves its rows, and post delivers them with a row for every image', async () => {
  manyLines(scratch, 'images', MANY)
  const step = await runMain({ scratch, service }, {}, inMidRun('SIGKILL'))
  expect(step.signal).toBe('SIGKILL')
  await until('every engine of the killed step has ended', () => scratch.living().length === 0)

  const post = await runPost({ scratch, service }, step)
  expect(post.code).toBe(0)
  const folder = join(scratch.folder, 'arrived')
  await service.download('ocr-text', folder)
  const rows = rowsOf(folder)
  expect(rows.map(({ image }) => image)).toEqual(allOnce)
  expect(read(rows).length).toBeGreaterThanOrEqual(20)
  expect(read(rows).length + lost(rows).length).toBe(MANY)
  expect(filesBelow(folder)).toEqual(expect.arrayContaining(read(rows).map(({ text }) => text)))
  expect(post.summary).toMatch(/Cancelled: \d+ of 400 images were read, \d+ not/)

  const metadata = join(scratch.folder, 'metadata')
  await service.download('ocr-metadata', metadata)
  expect(filesBelow(metadata)).toEqual(expect.arrayContaining(['metadata/run.json', 'report.html']))
})

test('a run after a killed one reads only what is missing', async () => {
  manyLines(scratch, 'images', MANY)
  const step = await runMain({ scratch, service }, {}, inMidRun('SIGKILL'))
  await until('every engine of the killed step has ended', () => scratch.living().length === 0)
  const kept = rowsOf(results()).filter(({ status }) => status === 'recognized').length
  expect(step.outputs).toEqual({})

  const again = await runMain({ scratch, service, env: { GITHUB_RUN_ATTEMPT: '2' } }, {})
  expect(again.code).toBe(0)
  expect(Number(again.outputs['reused'])).toBe(kept)
  expect(Number(again.outputs['recognized'])).toBe(MANY - kept)
  expect(rowsOf(results()).map(({ image }) => image)).toEqual(allOnce)
})

test('cancelled while it looks at the images, the step ends and post has nothing to deliver', async () => {
  manyLines(scratch, 'images', 5)
  const ending: Ending = { by: 'cancel', when: ({ stdout }) => stdout.includes('::group::Images') }
  const step = await runMain({ scratch, service }, {}, ending)
  expect(step.code).toBe(130)
  const post = await runPost({ scratch, service }, step)
  expect(post.code).toBe(0)
  expect(scratch.living()).toEqual([])
})

test('post leaves the results of an earlier run alone where the step never began', async () => {
  oneLine(scratch, 'images/a.png')
  await runMain({ scratch, service }, { 'artifact-name': 'earlier' })
  const step = await runMain({ scratch, service }, { images: 'absent' })
  expect(step.code).toBe(2)
  const post = await runPost({ scratch, service }, step)
  expect(post).toMatchObject({ code: 0, summary: '' })
  expect([...service.artifacts.keys()]).toEqual(['earlier-text', 'earlier-metadata'])
})

test('cancelled while it uploads, the step ends within two seconds, and post uploads', async () => {
  oneLine(scratch, 'images/a.png')
  const silent = createServer((request) => request.resume())
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  const { port } = silent.address() as AddressInfo
  const env = { ...service.env, ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/` }
  const ending: Ending = {
    by: 'cancel',
    when: ({ stdout }) => stdout.includes('::group::Delivery')
  }
  const step = await runMain({ scratch, env }, {}, ending)
  silent.closeAllConnections()
  await new Promise((closed) => silent.close(closed))
  expect(step.code).toBe(130)
  expect(step.secondsAfterSignal).toBeLessThan(2)
  const post = await runPost({ scratch, service }, step)
  expect(post.code).toBe(0)
  expect([...service.artifacts.keys()]).toEqual(['ocr-text', 'ocr-metadata'])
})
