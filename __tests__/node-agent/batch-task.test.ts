import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ArchiveProblem } from '../../src/archive/problem.ts'
import { type BroughtHome, readTaskArchive } from '../../src/archive/read-results.ts'
import { type TravellingTask, taskArchive } from '../../src/archive/task-archive.ts'
import { fingerprint } from '../../src/engine/fingerprint.ts'
import { runBatchTask } from '../../src/node-agent/batch-task.ts'
import { EngineMissing } from '../../src/node-agent/read-task.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { resultKey } from '../../src/results/key.ts'
import { image, onward, travelling } from '../archive/travel.ts'
import { drawPage, temporaryFolder, toolbox } from '../support/images.ts'
import { inspected } from '../task/slot.ts'

const home = temporaryFolder('batch-task')
const page = drawPage(join(home, 'page.png'), 'The water of the well')
const ENV = {
  ...process.env,
  AZ_BATCH_TASK_ID: 'task-0001-a1',
  AZ_BATCH_NODE_ID: 'tvm-1_a',
  AZ_BATCH_NODE_IS_DEDICATED: 'False',
  AZ_BATCH_POOL_ID: `pool-${process.pid}`
}

/** One task on a node: what it said, how it ended, and what it brought home. */
interface Told {
  readonly said: readonly string[]
  readonly end: unknown
  readonly brought: () => Promise<BroughtHome>
  readonly folder: ResultsFolder
  /** What lies in the task's folder afterwards. */
  readonly left: readonly string[]
}

async function run(
  task: TravellingTask,
  how: {
    readonly env?: NodeJS.ProcessEnv
    readonly signal?: AbortSignal
    readonly said?: (sentence: string, cwd: string) => void
  } = {}
): Promise<Told> {
  const cwd = mkdtempSync(join(home, 'wd-'))
  await taskArchive(join(cwd, 'order.tar'), task, onward)
  const said: string[] = []
  const say = (sentence: string) => {
    said.push(sentence)
    how.said?.(sentence, cwd)
  }
  const end = await runBatchTask(
    { archive: 'order.tar', results: 'results.tar' },
    { cwd, env: how.env ?? ENV, say },
    how.signal ?? onward
  ).catch((error: unknown) => error)
  const folder = new ResultsFolder(join(cwd, 'home'))
  mkdirSync(folder.path)
  const images = task.images.map(({ path }) => path)
  const brought = () =>
    readTaskArchive(
      createReadStream(join(cwd, 'results.tar')),
      { task: task.task, images, attempt: 2 },
      folder,
      onward
    )
  const left = readdirSync(cwd).filter((name) => name !== 'home')
  return { said, end, brought, folder, left: left.sort() }
}

test('a task of Batch is read, and tells first of all which task is where', async () => {
  const names = ['photos/one.png', 'two\nlines; $(x).png', 'gone.png']
  const images = names.map((name) => image(name, name === 'gone.png' ? join(home, 'gone') : page))
  const { said, end, brought, folder, left } = await run(travelling(images))
  expect(end).toBe(0)
  expect(said[0]).toMatch(
    /^Task task-0001-a1 on node tvm-1_a, begun at \d{4}-\d\d-\d\dT[\d:.]+Z\.$/
  )
  expect(said[1]).toMatch(/^2 recognized, 0 empty, 1 failed in [\d.]+ s\.$/)
  expect(left).toEqual(['order.tar', 'results.tar'])
  const { rows: told, task, node } = await brought()
  // A task is free to read its images in any sequence.
  const rows = names.map((name) => told.find((row) => row.image === name))
  expect(told).toHaveLength(3)
  expect(rows).toMatchObject([
    { image: names[0], status: 'recognized', task: 'task-0001', node: 'tvm-1_a', attempt: 2 },
    { image: names[1], status: 'recognized' },
    { image: names[2], status: 'failed', error: { code: 'unreadable-image' } }
  ])
  expect(folder.read(rows[0]?.text ?? '').toString()).toContain('The water of the well')
  expect(task).toMatchObject({ id: 'task-0001', node: 'tvm-1_a', attempts: [{ exitCode: 0 }] })
  expect(node).toMatchObject({
    ...{ id: 'tvm-1_a', kind: 'batch', vmSize: 'Standard_D2s_v5', dedicated: false },
    ...{ tasks: 1, images: 3, engine: { tesseract: toolbox.tesseract?.version } }
  })
})

test('a result has the same key as where the same engine reads at home', async () => {
  const task = travelling([image('one.png', page)])
  const { brought } = await run(task)
  const { identity } = await inspected(page)
  const [row] = (await brought()).rows
  expect(row?.identity).toBe(identity)
  expect(row?.key).toBe(resultKey(identity ?? '', fingerprint(toolbox, task.settings)))
})

test('a signal ends a task within seconds, and brings home what was read', async () => {
  const stop = new AbortController()
  const images = Array.from({ length: 200 }, (_, index) => image(`${index}.png`, page))
  let stopped = 0
  const { end, brought, left } = await run(travelling(images), {
    signal: stop.signal,
    said: (sentence, cwd) => {
      if (!sentence.startsWith('Task ')) return
      const texts = setInterval(() => {
        const place = readdirSync(cwd).find((name) => name.startsWith('batch-ocr-')) ?? 'none'
        if (!existsSync(join(cwd, place, 'results/text/1.png.txt'))) return
        clearInterval(texts)
        stopped = performance.now()
        stop.abort(new Error('cancelled'))
      }, 5)
    }
  })
  expect(performance.now() - stopped).toBeLessThan(5_000)
  expect(end).toBe(130)
  expect(left).toEqual(['order.tar', 'results.tar'])
  const { rows, task } = await brought()
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.length).toBeLessThan(200)
  expect(rows.every(({ status, text }) => status === 'recognized' && text !== null)).toBe(true)
  expect(task.attempts).toMatchObject([{ exitCode: null, reason: 'cancelled' }])
  expect(task.counts.recognized).toBe(rows.length)
})

describe('a node that cannot read says why, and its archive is whole', () => {
  test('without Tesseract', async () => {
    const { end, brought, left } = await run(travelling([image('one.png', page)]), {
      env: { ...ENV, PATH: join(home, 'no-programs') }
    })
    expect(end).toBeInstanceOf(EngineMissing)
    expect((end as Error).message).toMatch(/^Tesseract is not installed on this node.*Install it: /)
    expect(left).toEqual(['order.tar', 'results.tar'])
    const { rows, task } = await brought()
    expect(rows).toEqual([])
    expect(task.attempts).toMatchObject([
      { exitCode: null, reason: expect.stringMatching(/^Tesseract is not installed/) }
    ])
  })

  test('without a language', async () => {
    const task = travelling([image('one.png', page)])
    const { end, brought } = await run({
      ...task,
      settings: { ...task.settings, languages: ['eng', 'xyz'] }
    })
    expect((end as Error).message).toMatch(/no model of xyz.*tesseract-ocr-xyz/)
    expect((await brought()).rows).toEqual([])
  })
})

test('what brings no task is refused in a sentence that names it, and leaves nothing', async () => {
  const cwd = mkdtempSync(join(home, 'wd-'))
  const said: string[] = []
  const end = await runBatchTask(
    { archive: 'absent.tar', results: 'results.tar' },
    { cwd, env: ENV, say: (sentence) => said.push(sentence) },
    onward
  ).catch((error: unknown) => error)
  expect(end).toBeInstanceOf(ArchiveProblem)
  expect((end as Error).message).toMatch(/absent\.tar brings no task that can be run: .*ENOENT/)
  expect(said).toHaveLength(1)
  expect(readdirSync(cwd)).toEqual([])
})
