import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Row } from '../../src/results/row.ts'
import type { Scratch } from '../support/command.ts'
import { until } from '../support/poll.ts'
import { type Ending, runMain, runPost, type Step } from '../support/runner.ts'
import { scriptedEngine } from '../support/scripted-engine.ts'
import { filesBelow, linePaths, manyLines, oneLine, rowsOf, rowsSoFar } from './folders.ts'
import { stepWorld } from './step-world.ts'

const MANY = 40
/** Images that are read before the engines, of two slots, stay on the next one. */
const READ = 20
const SLOTS = { slots: '2' }

const world = stepWorld()
const allOnce = linePaths('images', MANY)
const read = (rows: readonly Row[]) => rows.filter(({ status }) => status === 'recognized')
const lost = (rows: readonly Row[]) => rows.filter(({ error }) => error?.code === 'lost')

/** Runs a step whose engines read some of the images, and then ends it. */
async function endedMidway(by: Ending['by']): Promise<Step> {
  const { scratch, job, at } = world()
  manyLines(scratch, 'images', MANY)
  const env = scriptedEngine(scratch, READ / 2)
  return runMain(job(undefined, env), SLOTS, { by, when: () => rowsSoFar(at()) >= READ })
}

/** A Tesseract that does not say its version, so that a step does not get past its checks before the signal arrives. */
function silentTesseract({ folder }: Scratch): NodeJS.ProcessEnv {
  const bin = join(folder, 'silent')
  mkdirSync(bin)
  writeFileSync(join(bin, 'tesseract'), '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 })
  return { PATH: `${bin}:${process.env['PATH']}` }
}

const enginesEnded = () =>
  until(() => world().scratch.living().length === 0, 'the end of the engines')

test.each(['cancel', 'SIGTERM'] as const)(
  'A step that is ended by %s while it reads ends by itself and keeps its results, and its post uploads them',
  async (by) => {
    const step = await endedMidway(by)
    const { scratch, service, job, at } = world()
    expect(step.code).toBe(130)
    expect(step.signals).toEqual([by === 'cancel' ? 'SIGINT' : by])
    expect(scratch.living()).toEqual([])
    expect(scratch.leftovers().filter((name) => name.startsWith('batch-ocr-'))).toEqual([])
    expect(service.artifacts.size).toBe(0)

    const rows = rowsOf(at())
    expect(rows.map(({ image }) => image)).toEqual(allOnce)
    expect([read(rows).length, lost(rows).length]).toEqual([READ, MANY - READ])
    expect(step.outputs).toMatchObject({
      images: String(MANY),
      recognized: String(READ),
      failed: String(MANY - READ)
    })
    expect(step.summary).toMatch(/Cancelled: \d+ of 40 images were read, \d+ not/)

    const post = await runPost(job(), step)
    expect(post.code).toBe(0)
    expect([...service.artifacts.keys()]).toEqual(['ocr-text', 'ocr-metadata'])
    const folder = join(scratch.folder, 'downloaded')
    await service.download('ocr-text', folder)
    expect(rowsOf(folder)).toEqual(rows)
    const texts = read(rows).map(({ text }) => text)
    expect(filesBelow(folder).filter((path) => path.startsWith('text/'))).toEqual(texts)
    expect(post.summary).toContain(`artifacts/${service.artifacts.get('ocr-text')?.id}`)
    // The summary of the step is shown above that of its post.
    expect(post.summary).not.toContain('Cancelled')
  }
)

test('A step that is killed leaves its rows: its post uploads them with a row for every image, and the next run reads only the others', async () => {
  const step = await endedMidway('SIGKILL')
  const { scratch, service, job, at } = world()
  expect(step.signal).toBe('SIGKILL')
  expect(step.outputs).toEqual({})
  await enginesEnded()
  expect(read(rowsOf(at()))).toHaveLength(READ)
  cpSync(at(), at('as-killed'), { recursive: true })

  const post = await runPost(job(), step)
  expect(post.code).toBe(0)
  const folder = join(scratch.folder, 'downloaded')
  await service.download('ocr-text', folder)
  const rows = rowsOf(folder)
  expect(rows.map(({ image }) => image)).toEqual(allOnce)
  expect([read(rows).length, lost(rows).length]).toEqual([READ, MANY - READ])
  expect(filesBelow(folder)).toEqual(expect.arrayContaining(read(rows).map(({ text }) => text)))
  expect(post.summary).toMatch(/Cancelled: \d+ of 40 images were read, \d+ not/)

  const metadata = join(scratch.folder, 'metadata')
  await service.download('ocr-metadata', metadata)
  expect(filesBelow(metadata)).toEqual(expect.arrayContaining(['metadata/run.json', 'report.html']))

  const env = { ...scriptedEngine(scratch), GITHUB_RUN_ATTEMPT: '2' }
  const again = await runMain(job(undefined, env), { ...SLOTS, results: 'as-killed' })
  expect(again.code).toBe(0)
  expect(again.outputs).toMatchObject({ reused: String(READ), recognized: String(MANY - READ) })
  expect(rowsOf(at('as-killed')).map(({ image }) => image)).toEqual(allOnce)
})

test('A step that is cancelled while it checks the images ends, and its post has nothing to upload', async () => {
  const { scratch, service, job } = world()
  manyLines(scratch, 'images', 5)
  const ending: Ending = { by: 'cancel', when: ({ stdout }) => stdout.includes('::group::Images') }
  const step = await runMain(job(undefined, silentTesseract(scratch)), {}, ending)
  expect(step).toMatchObject({ code: 130, signals: ['SIGINT'] })
  expect(step.stdout).not.toContain('::group::Plan')
  const post = await runPost(job(), step)
  expect(post.code).toBe(0)
  expect(scratch.living()).toEqual([])
  expect(service.artifacts.size).toBe(0)
})

test('The post of a step that never began leaves the results of an earlier run alone', async () => {
  const { scratch, service, job } = world()
  oneLine(scratch, 'images/a.png')
  await runMain(job(undefined, scriptedEngine(scratch)), { 'artifact-name': 'earlier' })
  const step = await runMain(job(), { images: 'absent' })
  expect(step.code).toBe(2)
  const post = await runPost(job(), step)
  expect(post).toMatchObject({ code: 0, summary: '' })
  expect([...service.artifacts.keys()]).toEqual(['earlier-text', 'earlier-metadata'])
})

test('A step that is cancelled while it uploads ends by itself, and its post uploads', async () => {
  const { scratch, service, job } = world()
  oneLine(scratch, 'images/a.png')
  const silent = createServer((request) => request.resume())
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  const { port } = silent.address() as AddressInfo
  const env = {
    ...scriptedEngine(scratch),
    ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/`
  }
  const ending: Ending = {
    by: 'cancel',
    when: ({ stdout }) => stdout.includes('::group::Delivery')
  }
  const step = await runMain(job(undefined, env), {}, ending)
  silent.closeAllConnections()
  await new Promise((closed) => silent.close(closed))
  expect(step).toMatchObject({ code: 130, signals: ['SIGINT'] })
  const post = await runPost(job(), step)
  expect(post.code).toBe(0)
  expect([...service.artifacts.keys()]).toEqual(['ocr-text', 'ocr-metadata'])
})
