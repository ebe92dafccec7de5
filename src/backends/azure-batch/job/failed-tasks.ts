import { lastWords } from '../../../engine/failure.ts'
import type { TaskRecord } from '../../../results/records.ts'
import type { AzureAccount } from '../account.ts'
import type { BatchTaskStatus } from '../client/batch-service.ts'
import { BLOBS, taskOf } from '../names.ts'
import { AzureProblem } from '../problem.ts'
import type { Manifest } from './manifest.ts'
import { describeFailure } from './task-failure.ts'

/** The most failed tasks that are reported one by one. */
const MAX_REPORTED = 5

/** The most images of a failed task that are named. */
const MAX_NAMED_IMAGES = 3

/** Characters of a failed task's output that are kept, from the end. */
const TAIL = 4000

/** The failed Batch tasks of a run. Each is reported once, the first ones with the end of their output. */
export class FailedTasks {
  readonly #account: AzureAccount
  readonly #manifest: Manifest
  readonly #warn: (sentence: string) => void
  /** By the ID of the Batch task. */
  readonly #known = new Map<string, BatchTaskStatus>()
  #reported = 0

  constructor(account: AzureAccount, manifest: Manifest, warn: (sentence: string) => void) {
    this.#account = account
    this.#manifest = manifest
    this.#warn = warn
  }

  /**
   * Lists the failed tasks of a job: their number, and those that were not listed before.
   *
   * @throws AzureProblem; the signal's reason
   */
  async list(
    jobId: string,
    signal: AbortSignal
  ): Promise<{ readonly all: number; readonly fresh: readonly BatchTaskStatus[] }> {
    const listed = await this.#account.service.tasks(jobId, 'failed', signal)
    const fresh = listed.filter(({ id }) => !this.#known.has(id))
    for (const status of fresh) this.#known.set(status.id, status)
    return { all: listed.length, fresh }
  }

  /** Whether a Batch task is known to have failed. */
  has(batchTask: string): boolean {
    return this.#known.has(batchTask)
  }

  /** Reports a failed task: its node, the reason, its output, its images, and the consequence. */
  async report(status: BatchTaskStatus, consequence: string, signal: AbortSignal): Promise<void> {
    if (this.#reported < MAX_REPORTED) this.#warn(await this.#describe(status, consequence, signal))
    else if (this.#reported === MAX_REPORTED)
      this.#warn('More tasks failed; their records in metadata/tasks have the reasons.')
    this.#reported++
  }

  /** Adds to a task's record the attempts on Batch whose results were not downloaded. */
  withAttempts(record: TaskRecord, isDownloaded: (batchTask: string) => boolean): TaskRecord {
    const lost = [...this.#known.values()]
      .filter(({ id }) => taskOf(id).task === record.id && !isDownloaded(id))
      .map(attemptOf)
    if (lost.length === 0) return record
    const attempts = [...lost, ...record.attempts].sort((a, b) => (a.start < b.start ? -1 : 1))
    return { ...record, attempts }
  }

  async #describe(
    status: BatchTaskStatus,
    consequence: string,
    signal: AbortSignal
  ): Promise<string> {
    const { id, node } = status
    const output = await this.#endOfOutput(id, signal)
    return [
      `The task ${id} failed${node === null ? '' : ` on node ${node}`}: ${describeFailure(status)}.`,
      output === null ? '' : `Its output ends with: ${output}.`,
      `Its images are ${this.#imagesOf(taskOf(id).task)}.`,
      consequence
    ]
      .filter(Boolean)
      .join(' ')
  }

  #imagesOf(task: string): string {
    const partition = this.#manifest.plan.partitions.find((one) => one.task === task)
    const images = partition?.images ?? []
    const named = images.slice(0, MAX_NAMED_IMAGES).map(({ path }) => path)
    const others = images.length - named.length
    return `${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`
  }

  /** The end of a task's standard error; null if it is empty or cannot be downloaded, which does not end the run. */
  async #endOfOutput(batchTask: string, signal: AbortSignal): Promise<string | null> {
    const container = this.#account.blobs.container(this.#manifest.name)
    try {
      const log = await container.get(`${BLOBS.logs(batchTask)}/stderr.txt`, signal)
      if (log === null) return null
      let output = ''
      for await (const bytes of log.setEncoding('utf8')) output = `${output}${bytes}`.slice(-TAIL)
      return output.trim() === '' ? null : lastWords(output)
    } catch (error) {
      if (error instanceof AzureProblem) return null
      throw error
    }
  }
}

const attemptOf = (status: BatchTaskStatus): TaskRecord['attempts'][number] => ({
  node: status.node ?? '',
  start: status.started?.toISOString() ?? '',
  end: (status.ended ?? status.started)?.toISOString() ?? '',
  exitCode: status.exitCode,
  reason: describeFailure(status)
})
