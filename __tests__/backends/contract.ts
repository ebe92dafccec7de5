import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Backend, Job, JobEvent, JobOrder } from '../../src/backends/backend.ts'
import { fingerprint } from '../../src/engine/fingerprint.ts'
import { discover } from '../../src/images/discover.ts'
import { plan } from '../../src/plan/plan.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { resultKey } from '../../src/results/key.ts'
import type { Row } from '../../src/results/row.ts'
import { readSettings } from '../../src/settings/read.ts'
import { badImages, manyLines, oneLine } from '../e2e/folders.ts'
import { Scratch } from '../support/command.ts'
import { toolbox } from '../support/images.ts'
import { until } from '../support/poll.ts'

/** A backend under test. */
export interface Subject {
  /** Opens the backend, whose nodes have two slots. */
  open(): Promise<Backend>
  /** The running processes of its tasks. */
  processes(): string[]
  /** Each row is an event at once; otherwise the rows of a task come together when it has ended. */
  readonly rowsAtOnce: boolean
}

/** Milliseconds within which a cancelled job ends: ten times what an idle machine takes. */
const CANCELLED_WITHIN = 50_000

const never = new AbortController().signal

/** Tests that every backend passes. */
export function keepsTheContract(name: string, subject: Subject): void {
  describe(`the backend ${name}`, () => {
    let scratch: Scratch
    beforeEach(() => {
      scratch = new Scratch()
    })
    afterEach(async () => {
      await until(() => subject.processes().length === 0, 'every process of the job to end')
      scratch[Symbol.dispose]()
    })

    test('gives every image one row, whose text is in the results folder before the event', async () => {
      for (const letter of ['a', 'b', 'c', 'd'])
        oneLine(scratch, `images/${letter}.png`, `Page ${letter} of the book`)
      badImages(scratch, 'images', 1)
      const order = await orderOf(scratch, 3)
      const job = await (await subject.open()).start(order, never)
      const rows: Row[] = []
      await eachRow(job, async (row) => {
        rows.push(row)
        if (row.text === null) return
        const text = readFileSync(join(order.folder.path, row.text), 'utf8')
        expect(text).toContain(`Page ${row.image.at(-5)}`)
      })
      expect(imagesOf(rows)).toEqual([...order.images.keys()].sort())
      expect(rows.filter(({ status }) => status === 'recognized')).toHaveLength(4)
      expect(rows.find(({ status }) => status === 'failed')).toMatchObject({
        image: 'images/bad-00.png',
        error: { code: 'unreadable-image' }
      })
      for (const { image, key, task, node, startedAt } of rows) {
        expect(key).toBe(order.images.get(image)?.key)
        expect([task, node, startedAt]).not.toContain(null)
      }
    })

    test('reports the rows of a task before its end, and then its results', async () => {
      manyLines(scratch, 'images', 6)
      const order = await orderOf(scratch, 3)
      const job = await (await subject.open()).start(order, never)
      const events = await all(job)
      for (const { task, images } of order.plan.partitions) {
        const own = events.filter((event) => taskOf(event) === task)
        expect(own.map(({ kind }) => kind)).toEqual([...images.map(() => 'row'), 'task-ended'])
      }
      const { tasks, nodes } = await job.results()
      expect(tasks.map(({ id }) => id)).toEqual(order.plan.partitions.map(({ task }) => task))
      expect(tasks.reduce((sum, { counts }) => sum + counts.recognized, 0)).toBe(6)
      for (const { attempts } of tasks) expect(attempts).toMatchObject([{ exitCode: 0 }])
      expect(nodes.reduce((sum, node) => sum + node.images, 0)).toBe(6)
      expect(nodes.reduce((sum, node) => sum + node.tasks, 0)).toBe(3)
    })

    const testIfRowsComeAtOnce = subject.rowsAtOnce ? test : test.skip
    testIfRowsComeAtOnce('runs one task per slot at a time', async () => {
      manyLines(scratch, 'images', 12)
      const job = await (await subject.open()).start(await orderOf(scratch, 6), never)
      await all(job)
      const { tasks } = await job.results()
      const changes = tasks.flatMap(({ attempts }) =>
        attempts.flatMap(({ start, end }) => [
          { at: start, by: 1 },
          { at: end, by: -1 }
        ])
      )
      // If one task ends in the millisecond in which the next one starts, the end came first.
      changes.sort((a, b) => (a.at === b.at ? a.by - b.by : a.at < b.at ? -1 : 1))
      let [running, most] = [0, 0]
      for (const { by } of changes) {
        running += by
        most = Math.max(most, running)
      }
      expect([most, running]).toEqual([2, 0])
    })

    test('ends without an error when it is cancelled, and leaves no process', async () => {
      manyLines(scratch, 'images', 100)
      const order = await orderOf(scratch, 20)
      const job = await (await subject.open()).start(order, never)
      const rows: Row[] = []
      let cancelled = 0
      await eachRow(job, async (row) => {
        if (rows.push(row) !== 5) return
        cancelled = performance.now()
        await Promise.all([job.cancel(), job.cancel()])
        await until(() => subject.processes().length === 0, 'every process of the job to end')
      })
      expect(performance.now() - cancelled).toBeLessThan(CANCELLED_WITHIN)
      expect(rows.length).toBeLessThan(100)
      expect(new Set(imagesOf(rows)).size).toBe(rows.length)
      for (const { text } of rows)
        expect(text !== null && existsSync(join(order.folder.path, text))).toBe(true)
      await job.cancel()
      await job.close()
      if (!subject.rowsAtOnce) return
      const { tasks } = await job.results()
      const reasons = tasks.flatMap(({ attempts }) => attempts.map(({ reason }) => reason))
      expect(reasons).toContain('cancelled')
    })

    test('can be cancelled before it is followed', async () => {
      manyLines(scratch, 'images', 20)
      const job = await (await subject.open()).start(await orderOf(scratch, 4), never)
      await job.cancel()
      const rows = (await all(job)).filter(({ kind }) => kind === 'row')
      expect(rows.length).toBeLessThan(20)
    })

    test('ends at once if there is no partition', async () => {
      manyLines(scratch, 'images', 0)
      const job = await (await subject.open()).start(await orderOf(scratch, 1), never)
      expect(await all(job)).toEqual([])
      expect(await job.results()).toMatchObject({ tasks: [], nodes: [], problem: null })
    })

    test('throws to its follower if results cannot be written, and leaves no process', async () => {
      manyLines(scratch, 'images', 4)
      const order = await orderOf(scratch, 2)
      const nowhere = new ResultsFolder(join(scratch.work, 'images/line-00000.png'))
      const job = await (await subject.open()).start({ ...order, folder: nowhere }, never)
      await expect(all(job)).rejects.toThrow(/ENOTDIR/)
    })
  })
}

/** An order to read the folder `images` in the given number of partitions. */
async function orderOf({ work }: Scratch, partitions: number): Promise<JobOrder> {
  const settings = readSettings({ secondLook: 'false' }, false)
  const folder = new ResultsFolder(join(work, 'ocr-results'))
  const ask = { patterns: ['images'], cwd: work, results: folder.path, maxPixels: 1e9 }
  const { images } = await discover(ask, never)
  const engine = fingerprint(toolbox, settings)
  const known = images.map((image) => ({
    ...image,
    // An image that is not read has no key.
    key: image.problem === null && image.identity ? resultKey(image.identity, engine) : null,
    columns: {}
  }))
  const origin = {
    ...{ id: 'contract', backend: 'local', start: new Date().toISOString(), settings: {} },
    ...{ groups: [], otherFiles: 0, repository: null, commit: null, workflowRun: null }
  }
  return {
    origin,
    known: [],
    plan: plan(images, { partitions, slots: 2 }),
    images: new Map(known.map((image) => [image.path, image])),
    settings,
    imageTimeout: 60,
    folder
  }
}

async function all(job: Job): Promise<JobEvent[]> {
  const events: JobEvent[] = []
  for await (const event of job.follow()) events.push(event)
  return events
}

async function eachRow(job: Job, see: (row: Row) => Promise<void>): Promise<void> {
  for await (const event of job.follow()) if (event.kind === 'row') await see(event.row)
}

const imagesOf = (rows: readonly Row[]): string[] => rows.map(({ image }) => image).sort()

const taskOf = (event: JobEvent): string | null => {
  if (event.kind === 'row') return event.row.task
  return event.kind === 'task-ended' ? event.task.id : null
}
