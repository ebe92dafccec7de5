import type { Readable } from 'node:stream'
import { ArchiveProblem } from '../../../archive/problem.ts'
import { type ReadResults, readResultsArchive } from '../../../archive/read-results.ts'
import { inParallel } from '../../../lib/parallel.ts'
import type { ResultsFolder } from '../../../results/folder.ts'
import type { NodeRecord, TaskRecord } from '../../../results/records.ts'
import type { Row } from '../../../results/row.ts'
import { rounded } from '../../../results/totals.ts'
import { BLOBS, batchTaskIn, taskOf } from '../names.ts'
import { AzureProblem } from '../problem.ts'
import type { RunContainer } from '../storage/blob-account.ts'
import type { Manifest } from './manifest.ts'

/** Archives on their way home at a time. */
const AT_ONCE = 4

/** Times that an archive which is torn off on its way is asked for. */
const TRIES = 3

/** What one archive brought. */
export interface Arrival {
  readonly task: TaskRecord
  readonly node: string
  /** Rows of images that had none before. */
  readonly rows: readonly Row[]
}

/** The results of a run as they come home: each archive once, each image's row once. */
export class Arrivals {
  readonly #container: RunContainer
  readonly #folder: ResultsFolder
  readonly #images: ReadonlyMap<string, readonly string[]>
  readonly #seen = new Set<string>()
  readonly #answered = new Set<string>()
  readonly #tasks = new Map<string, TaskRecord>()
  readonly #nodes = new Map<string, NodeRecord>()
  readonly #damaged = new Map<string, string>()

  constructor(container: RunContainer, manifest: Manifest, folder: ResultsFolder) {
    this.#container = container
    this.#folder = folder
    this.#images = new Map(
      manifest.plan.partitions.map(({ task, images }) => [task, images.map(({ path }) => path)])
    )
  }

  /**
   * Brings home what is new, and tells each archive as soon as its texts are in the results folder.
   *
   * @throws AzureProblem; what the results folder throws; the signal's reason
   */
  async fetch(tell: (arrival: Arrival) => void, signal: AbortSignal): Promise<void> {
    const blobs = await this.#container.list(BLOBS.resultsPrefix, signal)
    const fresh = blobs.filter((blob) => !this.#seen.has(blob))
    await inParallel(fresh, AT_ONCE, async (blob) => {
      const arrival = await this.#bring(blob, signal)
      if (arrival) tell(arrival)
      this.#seen.add(blob)
    })
  }

  /**
   * As `fetch`, and reads archives again whose partitions lack rows: a task that Batch ran again has written its archive
   * anew meanwhile.
   *
   * @throws as `fetch` does
   */
  async fetchAll(tell: (arrival: Arrival) => void, signal: AbortSignal): Promise<void> {
    for (const blob of this.#seen)
      if (!this.isAnswered(taskOf(batchTaskIn(blob) ?? '').task)) this.#seen.delete(blob)
    await this.fetch(tell, signal)
  }

  /** Whether every image of a partition has a row. */
  isAnswered(task: string): boolean {
    return (this.#images.get(task) ?? []).every((image) => this.#answered.has(image))
  }

  /** What is wrong with the archive of a task on Batch; null where it is whole or has not come. */
  damageOf(batchTask: string): string | null {
    return this.#damaged.get(batchTask) ?? null
  }

  /** Whether a task on Batch has brought anything. */
  hasCome(batchTask: string): boolean {
    return this.#seen.has(BLOBS.results(batchTask)) && !this.#damaged.has(batchTask)
  }

  /** Records of the tasks that came home, by their ids. */
  get tasks(): ReadonlyMap<string, TaskRecord> {
    return this.#tasks
  }

  /** The nodes that read, with all that they read, in the order of their names. */
  get nodes(): readonly NodeRecord[] {
    return [...this.#nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async #bring(blob: string, signal: AbortSignal): Promise<Arrival | null> {
    const batchTask = batchTaskIn(blob)
    if (batchTask === null || !this.#images.has(taskOf(batchTask).task)) return null
    for (let tries = 1; ; tries++) {
      const source = await this.#container.get(blob, signal)
      if (source === null) return null
      try {
        return await this.#read(batchTask, source, signal)
      } catch (error) {
        if (!isTorn(error) || tries === TRIES) throw error
      }
    }
  }

  /** Null where the archive is none that can be used: it stays with why. */
  async #read(batchTask: string, source: Readable, signal: AbortSignal): Promise<Arrival | null> {
    const { task, attempt } = taskOf(batchTask)
    const awaited = { task, images: this.#images.get(task) ?? [], attempt }
    try {
      const home = await readResultsArchive(source, awaited, this.#folder, signal)
      this.#damaged.delete(batchTask)
      return this.#take(home)
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) throw error
      this.#damaged.set(batchTask, error.message)
      return null
    }
  }

  #take({ rows, task, node }: ReadResults): Arrival {
    const fresh = rows.filter(({ image }) => !this.#answered.has(image))
    for (const { image } of fresh) this.#answered.add(image)
    const earlier = this.#tasks.get(task.id)
    if (earlier !== undefined && isKnown(earlier, task))
      return { task: earlier, node: node.id, rows: fresh }
    const record = together(earlier, task)
    this.#tasks.set(task.id, record)
    this.#nodes.set(node.id, withMore(this.#nodes.get(node.id), node))
    return { task: record, node: node.id, rows: fresh }
  }
}

/** Whether an archive broke off on its way to us. */
const isTorn = (error: unknown): boolean =>
  error instanceof AzureProblem && error.kind === 'unavailable'

/** Whether a task's record has the attempts of another: its archive was read before. */
const isKnown = ({ attempts }: TaskRecord, more: TaskRecord): boolean =>
  more.attempts.every(({ node, start }) =>
    attempts.some((attempt) => attempt.node === node && attempt.start === start)
  )

/** The record of a task that several attempts brought home in parts. */
function together(earlier: TaskRecord | undefined, task: TaskRecord): TaskRecord {
  if (earlier === undefined) return task
  const attempts = [...earlier.attempts, ...task.attempts].sort((a, b) =>
    a.start < b.start ? -1 : 1
  )
  return { ...task, attempts, seconds: rounded(earlier.seconds + task.seconds) }
}

/** A node that read more than one task: each of its archives tells of one. */
function withMore(node: NodeRecord | undefined, more: NodeRecord): NodeRecord {
  if (node === undefined) return more
  const times = (pick: (node: NodeRecord) => string | null) =>
    [pick(node), pick(more)].filter((time) => time !== null).sort()
  return {
    ...more,
    tasks: node.tasks + more.tasks,
    images: node.images + more.images,
    busySeconds: rounded(node.busySeconds + more.busySeconds),
    firstTaskAt: times(({ firstTaskAt }) => firstTaskAt)[0] ?? null,
    lastTaskAt: times(({ lastTaskAt }) => lastTaskAt).at(-1) ?? null
  }
}
