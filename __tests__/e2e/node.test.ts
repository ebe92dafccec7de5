import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { NodeRecord, TaskRecord } from '../../src/results/records.ts'
import type { Row } from '../../src/results/row.ts'
import { inputs } from '../../src/settings/inputs.ts'
import type { TaskOrder } from '../../src/task/order.ts'
import { type Ended, NODE, ROOT, Running, Scratch } from '../support/command.ts'
import { copySamples, filesBelow, oneLine, rowsOf } from './folders.ts'

const NODE18 = join(ROOT, 'node_modules/node18-linux-x64/bin/node')

/** Node.js 20 on this machine, other than the packages of the repository. */
const NODE20 = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .filter((path) => existsSync(path))
  .find((path) => execFileSync(path, ['--version']).toString().startsWith('v20.'))

let scratch: Scratch
/** The command line on the oldest Node.js that it supports, or on that of the tests if there is none. */
let onOldest: Ended
const results = () => join(scratch.work, 'ocr-results')
beforeAll(async () => {
  scratch = new Scratch()
  copySamples(scratch)
  oneLine(scratch, 'samples/two\nlines.png')
  const args = ['run', 'samples', '--key-pattern', '(?<phone>\\+\\d+)', '--json']
  onOldest = await new Running(NODE20 ?? NODE, [join(ROOT, 'dist/cli/index.js'), ...args], {
    cwd: scratch.work,
    env: scratch.env
  }).ended
})
afterAll(() => scratch[Symbol.dispose]())

/** The fields of a row that do not depend on where and when its image was read. */
const lasting = ({ image, status, identity, key, pages, words, confidence, keys, error }: Row) => ({
  ...{ image, status, identity, key, pages, words, confidence, keys, code: error?.code }
})

/** A task with the images that the command line has read. */
function orderOf(rows: readonly Row[]): TaskOrder {
  return {
    ...{ task: 'task-0001', node: 'vm-1', slot: 0, attempt: 1, estimatedSeconds: 3 },
    ...{ folder: scratch.work, results: 'from-node', imageTimeout: 120 },
    images: rows.map(({ image, key, keys }) => ({ path: image, key, keys })),
    settings: {
      ...{ languages: ['eng'], pageSegmentationMode: null },
      ...{ formats: ['txt'], prepare: 'auto', secondLook: true, deskew: 'auto', rotate: 'auto' },
      ...{ dpi: null, maxPixels: Number(inputs.maxPixels.fallback) }
    }
  }
}

async function runOnNode(order: object) {
  const file = join(scratch.work, 'order.json')
  writeFileSync(file, JSON.stringify(order))
  const where = { cwd: scratch.tmp, env: scratch.env }
  return new Running(NODE18, [join(ROOT, 'dist/node/index.js'), file], where).ended
}

/** Skipped on a machine without Node.js 20. */
const on20 = NODE20 ? test : test.skip

on20('The command line runs on Node.js 20', () => {
  expect(onOldest.code).toBe(1)
  expect(JSON.parse(onOldest.stdout)).toMatchObject({
    ...{ images: 14, recognized: 11, empty: 1, failed: 2 }
  })
})

const on18 = existsSync(NODE18) ? test : test.skip

on18(
  'The node program on Node.js 18 makes the same rows and texts as the command line',
  async () => {
    const rows = rowsOf(results())
    expect(rows).toHaveLength(14)
    expect(await runOnNode(orderOf(rows))).toMatchObject({ code: 0, stderr: '' })
    const folder = join(scratch.work, 'from-node')
    const made = rowsOf(folder)
    expect(made.map(({ image }) => image).sort()).toEqual(rows.map(({ image }) => image).sort())
    const byImage = new Map(made.map((row) => [row.image, row]))
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

    const record = (name: string) =>
      JSON.parse(readFileSync(join(folder, 'metadata', name), 'utf8')) as unknown
    const task = record('tasks/task-0001.json') as TaskRecord
    expect(task).toMatchObject({ node: 'vm-1', counts: { recognized: 11, empty: 1, failed: 2 } })
    expect(task.attempts).toMatchObject([{ exitCode: 0, reason: null }])
    expect(record('nodes/vm-1.json') as NodeRecord).toMatchObject({
      id: 'vm-1',
      kind: 'node',
      images: 14
    })
    expect(scratch.leftovers().filter((name) => name.startsWith('batch-ocr-'))).toEqual([])
  }
)

on18('The node program writes a row for an image that is missing', async () => {
  const [row] = rowsOf(results())
  const order = {
    ...orderOf(row ? [{ ...row, image: 'samples/absent.png' }] : []),
    results: 'absent'
  }
  expect(await runOnNode(order)).toMatchObject({ code: 0 })
  expect(rowsOf(join(scratch.work, 'absent'))).toMatchObject([
    { image: 'samples/absent.png', status: 'failed', error: { code: expect.stringMatching(/./) } }
  ])
})

on18('The node program refuses an invalid order with a message', async () => {
  const ended = await runOnNode({ task: 'task-0001' })
  expect(ended.code).toBe(2)
  expect(ended.stderr).not.toMatch(/^\s+at /m)
})
