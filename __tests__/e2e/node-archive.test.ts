import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type BroughtHome, readTaskArchive } from '../../src/archive/read-results.ts'
import { taskArchive } from '../../src/archive/task-archive.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { onward, travelling } from '../archive/travel.ts'
import { ROOT, Running, Scratch, until } from '../support/command.ts'
import { manyLines, oneLine } from './folders.ts'

/** A task of Azure Batch on the oldest Node.js that a node may have: an archive in, an archive out. */

const NODE18 = join(ROOT, 'node_modules/node18-linux-x64/bin/node')
const on18 = existsSync(NODE18) ? test : test.skip

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

/** Packs images of the folder `images` and starts the program on them as Batch does. */
async function start(names: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const images = names.map((name) => ({
    ...{ path: `images/${name}`, file: join(scratch.work, 'images', name), bytes: 1 },
    ...{ identity: null, header: null, problem: null, key: null, keys: {} }
  }))
  await taskArchive(join(scratch.tmp, 'order.tar'), travelling(images), onward)
  const told = {
    ...{ AZ_BATCH_TASK_ID: 'task-0001', AZ_BATCH_NODE_ID: 'tvm-1', AZ_BATCH_POOL_ID: 'pool' },
    ...{ AZ_BATCH_NODE_IS_DEDICATED: 'false', AZ_BATCH_NODE_ROOT_DIR: scratch.tmp }
  }
  return new Running(NODE18, [join(ROOT, 'dist/node/index.js'), 'order.tar', 'results.tar'], {
    cwd: scratch.tmp,
    env: { ...scratch.env, ...told, ...env }
  })
}

const home = (names: readonly string[]): Promise<BroughtHome> =>
  readTaskArchive(
    createReadStream(join(scratch.tmp, 'results.tar')),
    { task: 'task-0001', images: names.map((name) => `images/${name}`), attempt: 1 },
    new ResultsFolder(join(scratch.work, 'ocr-results')),
    onward
  )

on18('its rows and texts come home, and nothing else is left on the node', async () => {
  oneLine(scratch, 'images/two\nlines.png', 'Meter 4711')
  oneLine(scratch, 'images/b.png', 'Meter 4712')
  const names = ['two\nlines.png', 'b.png', 'absent.png']
  const ended = await (await start(names)).ended
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  expect(ended.stdout).toMatch(/^Task task-0001 on node tvm-1, begun at \d{4}-/)
  const { rows, node } = await home(names)
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

on18('a node without Tesseract fails with what to install, and blames no image', async () => {
  oneLine(scratch, 'images/a.png')
  const ended = await (await start(['a.png'], { PATH: scratch.tmp })).ended
  expect(ended.code).toBe(3)
  expect(ended.stderr).toMatch(/Tesseract is not installed on this node.*tesseract-ocr/s)
  expect((await home(['a.png'])).rows).toEqual([])
})

on18('told to end, it brings home what it has read', async () => {
  manyLines(scratch, 'images', 300)
  const names = Array.from(
    { length: 300 },
    (_, index) => `line-${String(index).padStart(5, '0')}.png`
  )
  const running = await start(names)
  await until('an engine reads', () =>
    scratch.living().some((line) => line.includes('tesseract -'))
  )
  const told = performance.now()
  running.kill('SIGTERM')
  const ended = await running.ended
  expect(ended.code).toBe(130)
  expect(performance.now() - told).toBeLessThan(3000)
  const { rows, task } = await home(names)
  expect(rows.length).toBeLessThan(300)
  expect(task.attempts).toMatchObject([{ reason: expect.stringContaining('cancelled') }])
  expect(scratch.living()).toEqual([])
})
