import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type BroughtHome, readTaskArchive } from '../../src/archive/read-results.ts'
import { taskArchive } from '../../src/archive/task-archive.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { onward, travelling } from '../archive/travel.ts'
import { ROOT, Running, Scratch } from '../support/command.ts'
import { until } from '../support/poll.ts'
import { linePaths, manyLines, oneLine } from './folders.ts'

/** A task of Azure Batch, on the oldest Node.js that nodes can have. */

const NODE18 = join(ROOT, 'node_modules/node18-linux-x64/bin/node')
const on18 = existsSync(NODE18) ? test : test.skip

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

/** Packs images of the folder `images`, and starts the node program on them as Batch does. */
async function start(names: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const images = names.map((name) => ({
    ...{ path: `images/${name}`, file: join(scratch.work, 'images', name), bytes: 1 },
    ...{ identity: null, header: null, problem: null, key: null, keys: {} }
  }))
  await taskArchive(join(scratch.tmp, 'order.tar'), travelling(images), onward)
  const variables = {
    ...{ AZ_BATCH_TASK_ID: 'task-0001', AZ_BATCH_NODE_ID: 'tvm-1', AZ_BATCH_POOL_ID: 'pool' },
    ...{ AZ_BATCH_NODE_IS_DEDICATED: 'false', AZ_BATCH_NODE_ROOT_DIR: scratch.tmp }
  }
  return new Running(NODE18, [join(ROOT, 'dist/node/index.js'), 'order.tar', 'results.tar'], {
    cwd: scratch.tmp,
    env: { ...scratch.env, ...variables, ...env }
  })
}

const returned = (names: readonly string[]): Promise<BroughtHome> =>
  readTaskArchive(
    createReadStream(join(scratch.tmp, 'results.tar')),
    { task: 'task-0001', images: names.map((name) => `images/${name}`), attempt: 1 },
    new ResultsFolder(join(scratch.work, 'ocr-results')),
    onward
  )

on18('A task returns its rows and texts, and leaves nothing else on the node', async () => {
  oneLine(scratch, 'images/two\nlines.png', 'Meter 4711')
  oneLine(scratch, 'images/b.png', 'Meter 4712')
  const names = ['two\nlines.png', 'b.png', 'absent.png']
  const ended = await (await start(names)).ended
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  expect(ended.stdout).toMatch(/^Task task-0001 on node tvm-1, begun at \d{4}-/)
  const { rows, node } = await returned(names)
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
})

on18('Without Tesseract, a task fails with what to install, and no image fails', async () => {
  oneLine(scratch, 'images/a.png')
  const ended = await (await start(['a.png'], { PATH: scratch.tmp })).ended
  expect(ended.code).toBe(3)
  expect(ended.stderr).toMatch(/Tesseract is not installed on this node.*tesseract-ocr/s)
  expect((await returned(['a.png'])).rows).toEqual([])
})

on18('A task that is ended returns the results it has', async () => {
  manyLines(scratch, 'images', 300)
  const names = linePaths('images', 300).map((path) => basename(path))
  const running = await start(names)
  await until(
    () => scratch.living().some((line) => line.includes('tesseract -')),
    'the start of an engine'
  )
  running.kill('SIGTERM')
  const ended = await running.ended
  expect(ended.code).toBe(130)
  const { rows, task } = await returned(names)
  expect(rows.length).toBeLessThan(300)
  expect(task.attempts).toMatchObject([{ reason: expect.stringContaining('cancelled') }])
  expect(scratch.living()).toEqual([])
})
