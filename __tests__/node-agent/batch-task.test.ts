import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ArchiveProblem } from '../../src/archive/problem.ts'
import { type ReadResults, readResultsArchive } from '../../src/archive/read-results.ts'
import { type TaskToPack, taskArchive } from '../../src/archive/task-archive.ts'
import { fingerprint } from '../../src/engine/fingerprint.ts'
import { runBatchTask } from '../../src/node-agent/batch-task.ts'
import { EngineMissing } from '../../src/node-agent/read-task.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { resultKey } from '../../src/results/key.ts'
import { image, neverAborted, taskOf } from '../archive/archives.ts'
import { drawPage, temporaryFolder, toolbox } from '../support/images.ts'
import { until } from '../support/poll.ts'
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

/** A task that ended on a node. */
interface Ended {
  readonly printed: readonly string[]
  /** The exit code, or the error. */
  readonly end: unknown
  readonly results: () => Promise<ReadResults>
  readonly folder: ResultsFolder
  /** The files left in the task's folder. */
  readonly left: readonly string[]
}

async function run(
  task: TaskToPack,
  options: {
    readonly env?: NodeJS.ProcessEnv
    readonly signal?: AbortSignal
    readonly onStart?: (cwd: string) => void
  } = {}
): Promise<Ended> {
  const cwd = mkdtempSync(join(home, 'wd-'))
  await taskArchive(join(cwd, 'order.tar'), task, neverAborted)
  const printed: string[] = []
  const print = (line: string) => {
    if (printed.push(line) === 1) options.onStart?.(cwd)
  }
  const end = await runBatchTask(
    { archive: 'order.tar', results: 'results.tar' },
    { cwd, env: options.env ?? ENV, print },
    options.signal ?? neverAborted
  ).catch((error: unknown) => error)
  const folder = new ResultsFolder(join(cwd, 'home'))
  mkdirSync(folder.path)
  const images = task.images.map(({ path }) => path)
  const results = () =>
    readResultsArchive(
      createReadStream(join(cwd, 'results.tar')),
      { task: task.task, images, attempt: 2 },
      folder,
      neverAborted
    )
  const left = readdirSync(cwd).filter((name) => name !== 'home')
  return { printed, end, results, folder, left: left.sort() }
}

test('A task is read, and first of all prints its id and its node', async () => {
  const names = ['photos/one.png', 'two\nlines; $(x).png', 'gone.png']
  const images = names.map((name) => image(name, name === 'gone.png' ? join(home, 'gone') : page))
  const { printed, end, results, folder, left } = await run(taskOf(images))
  expect(end).toBe(0)
  expect(printed[0]).toMatch(
    /^Task task-0001-a1 on node tvm-1_a, begun at \d{4}-\d\d-\d\dT[\d:.]+Z\.$/
  )
  expect(printed[1]).toMatch(/^2 recognized, 0 empty, 1 failed in [\d.]+ s\.$/)
  expect(left).toEqual(['order.tar', 'results.tar'])
  const { rows: unordered, task, node } = await results()
  const rows = names.map((name) => unordered.find((row) => row.image === name))
  expect(unordered).toHaveLength(3)
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

test('A result has the same key as on any machine with the same engine', async () => {
  const task = taskOf([image('one.png', page)])
  const { results } = await run(task)
  const { identity } = await inspected(page)
  const [row] = (await results()).rows
  expect(row?.identity).toBe(identity)
  expect(row?.key).toBe(resultKey(identity ?? '', fingerprint(toolbox, task.settings)))
})

test('A cancelled task packs the results of the images that were read', async () => {
  const stop = new AbortController()
  const images = Array.from({ length: 200 }, (_, index) => image(`${index}.png`, page))
  const { end, results, left } = await run(taskOf(images), {
    signal: stop.signal,
    onStart: (cwd) => {
      const hasText = () =>
        readdirSync(cwd).some((name) => existsSync(join(cwd, name, 'results/text/1.png.txt')))
      void until(hasText, 'the second text').then(() => stop.abort(new Error('cancelled')))
    }
  })
  expect(end).toBe(130)
  expect(left).toEqual(['order.tar', 'results.tar'])
  const { rows, task } = await results()
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.length).toBeLessThan(200)
  expect(rows.every(({ status, text }) => status === 'recognized' && text !== null)).toBe(true)
  expect(task.attempts).toMatchObject([{ exitCode: null, reason: 'cancelled' }])
  expect(task.counts.recognized).toBe(rows.length)
})

describe('A node that cannot read images reports why, and its archive is complete', () => {
  test('if Tesseract is missing', async () => {
    const { end, results, left } = await run(taskOf([image('one.png', page)]), {
      env: { ...ENV, PATH: join(home, 'no-programs') }
    })
    expect(end).toBeInstanceOf(EngineMissing)
    expect((end as Error).message).toMatch(/^Tesseract is not installed on this node.*Install it: /)
    expect(left).toEqual(['order.tar', 'results.tar'])
    const { rows, task } = await results()
    expect(rows).toEqual([])
    expect(task.attempts).toMatchObject([
      { exitCode: null, reason: expect.stringMatching(/^Tesseract is not installed/) }
    ])
  })

  test('if the model of a language is missing', async () => {
    const task = taskOf([image('one.png', page)])
    const { end, results } = await run({
      ...task,
      settings: { ...task.settings, languages: ['eng', 'xyz'] }
    })
    expect((end as Error).message).toMatch(/no model for xyz.*tesseract-ocr-xyz/)
    expect((await results()).rows).toEqual([])
  })
})

test('A node needs no language model to detect orientation only', async () => {
  const task = taskOf([image('one.png', page)])
  const { end, results } = await run({
    ...task,
    settings: { ...task.settings, languages: ['xyz'], pageSegmentationMode: 0 }
  })
  expect(end).toBe(0)
  expect((await results()).rows).toHaveLength(1)
})

test('A missing archive is reported by its name, and leaves no files', async () => {
  const cwd = mkdtempSync(join(home, 'wd-'))
  const printed: string[] = []
  const end = await runBatchTask(
    { archive: 'absent.tar', results: 'results.tar' },
    { cwd, env: ENV, print: (line) => printed.push(line) },
    neverAborted
  ).catch((error: unknown) => error)
  expect(end).toBeInstanceOf(ArchiveProblem)
  expect((end as Error).message).toMatch(/absent\.tar is not a valid archive of a task: .*ENOENT/)
  expect(printed).toHaveLength(1)
  expect(readdirSync(cwd)).toEqual([])
})
