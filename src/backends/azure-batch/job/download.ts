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

/** Archives that are downloaded at the same time. */
const CONCURRENCY = 4

/** The most downloads of an archive whose connection breaks. */
const MAX_TRIES = 3

/** The results of a task, from one archive. */
export interface DownloadedTask {
  readonly task: TaskRecord
  /** Rows of images that had none before. */
  readonly rows: readonly Row[]
}

/** Downloads the results of a run: each archive once, and each image's row once. */
export class ResultsDownload {
  readonly #container: RunContainer
  readonly #folder: ResultsFolder
  readonly #images: ReadonlyMap<string, readonly string[]>
  readonly #seen = new Set<string>()
  readonly #withRow = new Set<string>()
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
   * Downloads new archives, and reports each as soon as its texts are in the results folder.
   *
   * @throws AzureProblem; what the results folder throws; the signal's reason
   */
  async downloadNew(report: (task: DownloadedTask) => void, signal: AbortSignal): Promise<void> {
    const blobs = await this.#container.list(BLOBS.resultsPrefix, signal)
    const fresh = blobs.filter((blob) => !this.#seen.has(blob))
    await inParallel(fresh, CONCURRENCY, async (blob) => {
      const downloaded = await this.#download(blob, signal)
      if (downloaded) report(downloaded)
      this.#seen.add(blob)
    })
  }

  /**
   * Like `downloadNew`, and downloads the archives of incomplete tasks again: a task that Batch has run again has
   * replaced its archive.
   *
   * @throws like `downloadNew`
   */
  async downloadAll(report: (task: DownloadedTask) => void, signal: AbortSignal): Promise<void> {
    for (const blob of this.#seen)
      if (!this.isComplete(taskOf(batchTaskIn(blob) ?? '').task)) this.#seen.delete(blob)
    await this.downloadNew(report, signal)
  }

  /** Whether every image of a task has a row. */
  isComplete(task: string): boolean {
    return (this.#images.get(task) ?? []).every((image) => this.#withRow.has(image))
  }

  /** Why the archive of a Batch task cannot be used, without a period; null if it can, or was not found. */
  damageOf(batchTask: string): string | null {
    return this.#damaged.get(batchTask) ?? null
  }

  /** Whether the results of a Batch task are downloaded. */
  isDownloaded(batchTask: string): boolean {
    return this.#seen.has(BLOBS.results(batchTask)) && !this.#damaged.has(batchTask)
  }

  /** Records of the downloaded tasks, by ID. */
  get tasks(): ReadonlyMap<string, TaskRecord> {
    return this.#tasks
  }

  /** The nodes of the downloaded tasks, sorted by ID. */
  get nodes(): readonly NodeRecord[] {
    return [...this.#nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async #download(blob: string, signal: AbortSignal): Promise<DownloadedTask | null> {
    const batchTask = batchTaskIn(blob)
    if (batchTask === null || !this.#images.has(taskOf(batchTask).task)) return null
    for (let tries = 1; ; tries++) {
      const source = await this.#container.get(blob, signal)
      if (source === null) return null
      try {
        return await this.#read(batchTask, source, signal)
      } catch (error) {
        if (!isBrokenConnection(error) || tries === MAX_TRIES) throw error
      }
    }
  }

  /** Null if the archive cannot be used; `damageOf` has the reason. */
  async #read(
    batchTask: string,
    source: Readable,
    signal: AbortSignal
  ): Promise<DownloadedTask | null> {
    const { task, attempt } = taskOf(batchTask)
    const expected = { task, images: this.#images.get(task) ?? [], attempt }
    try {
      const results = await readResultsArchive(source, expected, this.#folder, signal)
      this.#damaged.delete(batchTask)
      return this.#add(results)
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) throw error
      this.#damaged.set(batchTask, error.message.replace(/\.$/, ''))
      return null
    }
  }

  #add({ rows, task, node }: ReadResults): DownloadedTask {
    const fresh = rows.filter(({ image }) => !this.#withRow.has(image))
    for (const { image } of fresh) this.#withRow.add(image)
    const earlier = this.#tasks.get(task.id)
    if (earlier !== undefined && hasAttemptsOf(earlier, task)) return { task: earlier, rows: fresh }
    const record = withEarlier(earlier, task)
    this.#tasks.set(task.id, record)
    this.#nodes.set(node.id, mergedNode(this.#nodes.get(node.id), node))
    return { task: record, rows: fresh }
  }
}

const isBrokenConnection = (error: unknown): boolean =>
  error instanceof AzureProblem && error.kind === 'unavailable'

/** Whether a task's record includes all attempts of another: its archive was read before. */
const hasAttemptsOf = ({ attempts }: TaskRecord, other: TaskRecord): boolean =>
  other.attempts.every(({ node, start }) =>
    attempts.some((attempt) => attempt.node === node && attempt.start === start)
  )

/** The record of a task, with the attempts of its earlier archives. */
function withEarlier(earlier: TaskRecord | undefined, task: TaskRecord): TaskRecord {
  if (earlier === undefined) return task
  const attempts = [...earlier.attempts, ...task.attempts].sort((a, b) =>
    a.start < b.start ? -1 : 1
  )
  return { ...task, attempts, seconds: rounded(earlier.seconds + task.seconds) }
}

/** Adds up a node's records: each archive has the record of one task. */
function mergedNode(node: NodeRecord | undefined, other: NodeRecord): NodeRecord {
  if (node === undefined) return other
  const times = (pick: (node: NodeRecord) => string | null) =>
    [pick(node), pick(other)].filter((time) => time !== null).sort()
  return {
    ...other,
    tasks: node.tasks + other.tasks,
    images: node.images + other.images,
    busySeconds: rounded(node.busySeconds + other.busySeconds),
    firstTaskAt: times(({ firstTaskAt }) => firstTaskAt)[0] ?? null,
    lastTaskAt: times(({ lastTaskAt }) => lastTaskAt).at(-1) ?? null
  }
}
