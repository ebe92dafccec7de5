import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type ReadResults, readResultsArchive } from '../../src/archive/read-results.ts'
import { taskArchive } from '../../src/archive/task-archive.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { neverAborted, taskOf } from '../archive/archives.ts'
import { ROOT, Running, Scratch } from '../support/command.ts'
import { until } from '../support/poll.ts'
import { manyLines, oneLine } from './folders.ts'

/** A task of Azure Batch on the oldest Node.js that is supported on nodes. */

const NODE18 = join(ROOT, 'node_modules/node18-linux-x64/bin/node')
const on18 = existsSync(NODE18) ? test : test.skip

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

/** Packs images of the folder `images`, and starts the node program like Azure Batch. */
async function start(names: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const images = names.map((name) => ({
    ...{ path: `images/${name}`, file: join(scratch.work, 'images', name), bytes: 1 },
    ...{ identity: null, header: null, problem: null, key: null, columns: {} }
  }))
  await taskArchive(join(scratch.tmp, 'order.tar'), taskOf(images), neverAborted)
  const batchVariables = {
    ...{ AZ_BATCH_TASK_ID: 'task-0001', AZ_BATCH_NODE_ID: 'tvm-1', AZ_BATCH_POOL_ID: 'pool' },
    ...{ AZ_BATCH_NODE_IS_DEDICATED: 'false', AZ_BATCH_NODE_ROOT_DIR: scratch.tmp }
  }
  return new Running(NODE18, [join(ROOT, 'dist/node/index.js'), 'order.tar', 'results.tar'], {
    cwd: scratch.tmp,
    env: { ...scratch.env, ...batchVariables, ...env }
  })
}

const resultsOf = (names: readonly string[]): Promise<ReadResults> =>
  readResultsArchive(
    createReadStream(join(scratch.tmp, 'results.tar')),
    { task: 'task-0001', images: names.map((name) => `images/${name}`), attempt: 1 },
    new ResultsFolder(join(scratch.work, 'ocr-results')),
    neverAborted
  )

on18(
  'The results archive has its rows and texts, and nothing else is left on the node',
  async () => {
    oneLine(scratch, 'images/two\nlines.png', 'Meter 4711')
    oneLine(scratch, 'images/b.png', 'Meter 4712')
    const names = ['two\nlines.png', 'b.png', 'absent.png']
    const ended = await (await start(names)).ended
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(ended.stdout).toMatch(/^Task task-0001 on node tvm-1, begun at \d{4}-/)
    const { rows, node } = await resultsOf(names)
    expect(node).toMatchObject({ id: 'tvm-1', dedicated: false, vmSize: 'Standard_D2s_v5' })
    const texts = Object.fromEntries(
      rows.map(({ image, text }) => [
        image,
        text && readFileSync(join(scratch.work, 'ocr-results', text), 'utf8').trim()
      ])
    )
    expect(texts).toEqual({
      'images/two\nlines.png': 'Meter 4711',
      'images/b.png': 'Meter 4712',
      'images/absent.png': null
    })
    expect(scratch.leftovers().sort()).toEqual(['order.tar', 'results.tar'])
  }
)

on18('A node without Tesseract reports what to install, and no image fails', async () => {
  oneLine(scratch, 'images/a.png')
  const ended = await (await start(['a.png'], { PATH: scratch.tmp })).ended
  expect(ended.code).toBe(3)
  expect(ended.stderr).toMatch(/Tesseract is not installed on this node.*tesseract-ocr/s)
  expect((await resultsOf(['a.png'])).rows).toEqual([])
})

on18('A terminated task packs the results of the images that were read', async () => {
  manyLines(scratch, 'images', 300)
  const names = Array.from(
    { length: 300 },
    (_, index) => `line-${String(index).padStart(5, '0')}.png`
  )
  const running = await start(names)
  await until(() => scratch.living().some((line) => line.includes('tesseract -')), 'an engine')
  running.kill('SIGTERM')
  const ended = await running.ended
  expect(ended.code).toBe(130)
  const { rows, task } = await resultsOf(names)
  expect(rows.length).toBeLessThan(300)
  expect(task.attempts).toMatchObject([{ reason: expect.stringContaining('cancelled') }])
  expect(scratch.living()).toEqual([])
})
