import { execFileSync } from 'node:child_process'
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readResultsArchive } from '../../src/archive/read-results.ts'
import { taskArchive } from '../../src/archive/task-archive.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import type { Row } from '../../src/results/row.ts'
import { inputs } from '../../src/settings/inputs.ts'
import { type Ended, ROOT, Running, Scratch } from '../support/command.ts'
import { copySamples, filesBelow, oneLine, rowsOf } from './folders.ts'

const NODE18 = join(ROOT, 'node_modules/node18-linux-x64/bin/node')

/** The Node.js 20 of this machine, if there is one outside of the repository's packages. */
const NODE20 = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .filter((path) => existsSync(path))
  .find((path) => execFileSync(path, ['--version']).toString().startsWith('v20.'))

const { signal } = new AbortController()

let scratch: Scratch
/** The run of the command line, on Node.js 20 if there is one. */
let ended: Ended
const results = () => join(scratch.work, 'ocr-results')
beforeAll(async () => {
  scratch = new Scratch()
  copySamples(scratch)
  oneLine(scratch, 'samples/two\nlines.png')
  const args = ['run', 'samples', '--key-pattern', '(?<phone>\\+\\d+)', '--json']
  const { work, env } = scratch
  const command = join(ROOT, 'dist/cli/index.js')
  ended = await new Running(NODE20 ?? process.execPath, [command, ...args], { cwd: work, env })
    .ended
})
afterAll(() => scratch[Symbol.dispose]())

/** The fields of a row that do not depend on where and when it was made. */
const lasting = ({ image, status, identity, key, pages, words, confidence, keys, error }: Row) => ({
  ...{ image, status, identity, key, pages, words, confidence, keys, code: error?.code }
})

/** Packs the images of rows as one task. */
async function packTask(rows: readonly Row[]): Promise<void> {
  const images = rows.map(({ image, keys }) => ({
    ...{ path: image, file: join(scratch.work, image), columns: keys, key: null },
    ...{ bytes: 1, identity: null, header: null, problem: null }
  }))
  await taskArchive(
    join(scratch.tmp, 'order.tar'),
    {
      ...{ task: 'task-0001', estimatedSeconds: 3, imageTimeout: 120, vmSize: null, images },
      settings: {
        ...{ languages: ['eng'], pageSegmentationMode: null },
        ...{ formats: ['txt'], prepare: 'auto', secondLook: true, deskew: 'auto', rotate: 'auto' },
        ...{ dpi: null, maxPixels: Number(inputs.maxPixels.fallback) }
      }
    },
    signal
  )
}

const runOnNode = (...args: string[]) =>
  new Running(NODE18, [join(ROOT, 'dist/node/index.js'), ...args], {
    cwd: scratch.tmp,
    env: { ...scratch.env, AZ_BATCH_NODE_ID: 'vm-1', AZ_BATCH_TASK_ID: 'task-0001' }
  }).ended

const on18 = existsSync(NODE18) ? test : test.skip

on18(
  'on Node.js 18, the node program reads a task to the same rows and texts as the command line',
  async () => {
    const rows = rowsOf(results())
    expect(rows).toHaveLength(14)
    await packTask(rows)
    expect(await runOnNode('order.tar', 'results.tar')).toMatchObject({ code: 0, stderr: '' })
    expect(scratch.leftovers().sort()).toEqual(['order.tar', 'results.tar'])

    const folder = join(scratch.work, 'from-node')
    const read = await readResultsArchive(
      createReadStream(join(scratch.tmp, 'results.tar')),
      { task: 'task-0001', images: rows.map(({ image }) => image), attempt: 1 },
      new ResultsFolder(folder),
      signal
    )
    expect(read.rows.map(({ image }) => image).sort()).toEqual(
      rows.map(({ image }) => image).sort()
    )
    const byImage = new Map(read.rows.map((row) => [row.image, row]))
    for (const row of rows) {
      const own = byImage.get(row.image)
      expect(own && lasting(own)).toEqual(lasting(row))
      expect(own).toMatchObject({ node: 'vm-1', task: 'task-0001', attempt: 1 })
    }
    const texts = filesBelow(results()).filter((path) => path.startsWith('text/'))
    expect(filesBelow(folder).filter((path) => path.startsWith('text/'))).toEqual(texts)
    for (const path of texts)
      expect(readFileSync(join(folder, path), 'utf8')).toBe(
        readFileSync(join(results(), path), 'utf8')
      )

    expect(read.task).toMatchObject({
      node: 'vm-1',
      counts: { recognized: 11, empty: 1, failed: 2 },
      attempts: [{ exitCode: 0, reason: null }]
    })
    expect(read.node).toMatchObject({ id: 'vm-1', kind: 'batch', images: 14 })
  }
)

on18('the node program rejects an archive that is not a task with one sentence', async () => {
  writeFileSync(join(scratch.tmp, 'order.tar'), '{"task":"task-0001"}')
  const ended = await runOnNode('order.tar', 'none.tar')
  expect(ended.code).toBe(3)
  expect(ended.stderr).toMatch(/^[^\n]*order\.tar [^\n]+\n$/)
  expect(existsSync(join(scratch.tmp, 'none.tar'))).toBe(false)
})

on18('the node program without two archives starts nothing', async () => {
  for (const args of [[], ['order.json'], ['in.tar', 'out.tar', 'more.tar']])
    expect(await runOnNode(...args)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/./)
    })
})

/** Skipped on a machine without Node.js 20 in addition to the tests' own. */
const on20 = NODE20 ? test : test.skip

on20('the command line runs on Node.js 20', () => {
  expect(ended).toMatchObject({ code: 1 })
  expect(JSON.parse(ended.stdout)).toMatchObject({
    images: 14,
    recognized: 11,
    empty: 1,
    failed: 2
  })
})
