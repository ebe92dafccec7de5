import { lastWords } from '../../../engine/failure.ts'
import type { TaskRecord } from '../../../results/records.ts'
import type { AzureAccount } from '../account.ts'
import type { BatchTaskStatus } from '../client/batch-service.ts'
import { BLOBS, taskOf } from '../names.ts'
import { AzureProblem } from '../problem.ts'
import { causeOf } from './faults.ts'
import type { Manifest } from './manifest.ts'

/** Failed tasks told one by one. */
const MOST_TOLD = 5

/** Images of a failed task that are named. */
const MOST_NAMED = 3

/** The end of what a failed task printed that is kept, in characters. */
const TAIL = 4000

/** The tasks on Batch that failed. Each is told once, the first ones with their own last words. */
export class FailedTasks {
  readonly #account: AzureAccount
  readonly #manifest: Manifest
  readonly #tell: (sentence: string) => void
  /** By their ids on Batch. */
  readonly #known = new Map<string, BatchTaskStatus>()
  #told = 0

  constructor(account: AzureAccount, manifest: Manifest, tell: (sentence: string) => void) {
    this.#account = account
    this.#manifest = manifest
    this.#tell = tell
  }

  /**
   * The failed tasks of a job: how many there are, and those that were not known before.
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

  /** Whether a task on Batch is known to have failed. */
  has(batchTask: string): boolean {
    return this.#known.has(batchTask)
  }

  /** Tells of a failed task: where, why, what it said, which images it held, and what comes of it. */
  async tell(status: BatchTaskStatus, consequence: string, signal: AbortSignal): Promise<void> {
    if (this.#told < MOST_TOLD) this.#tell(await this.#story(status, consequence, signal))
    else if (this.#told === MOST_TOLD)
      this.#tell('More tasks failed; their records in metadata/tasks say why.')
    this.#told++
  }

  /** A task's record with its attempts on Batch that brought nothing home. */
  withAttempts(record: TaskRecord, hasCome: (batchTask: string) => boolean): TaskRecord {
    const lost = [...this.#known.values()]
      .filter(({ id }) => taskOf(id).task === record.id && !hasCome(id))
      .map(attemptOf)
    if (lost.length === 0) return record
    const attempts = [...lost, ...record.attempts].sort((a, b) => (a.start < b.start ? -1 : 1))
    return { ...record, attempts }
  }

  async #story(status: BatchTaskStatus, consequence: string, signal: AbortSignal): Promise<string> {
    const { id, node } = status
    const words = await this.#lastWords(id, signal)
    return [
      `The task ${id} failed${node === null ? '' : ` on node ${node}`}: ${causeOf(status)}.`,
      words === null ? '' : `It said: ${words}.`,
      `It held ${this.#held(taskOf(id).task)}.`,
      consequence
    ]
      .filter(Boolean)
      .join(' ')
  }

  #held(task: string): string {
    const partition = this.#manifest.plan.partitions.find((one) => one.task === task)
    const images = partition?.images ?? []
    const named = images.slice(0, MOST_NAMED).map(({ path }) => path)
    return `${named.join(', ')}${images.length > named.length ? ` and ${images.length - named.length} more` : ''}`
  }

  /** What a task printed on its standard error. That it cannot be had is no reason to end the run. */
  async #lastWords(batchTask: string, signal: AbortSignal): Promise<string | null> {
    const container = this.#account.blobs.container(this.#manifest.name)
    try {
      const log = await container.get(`${BLOBS.logs(batchTask)}/stderr.txt`, signal)
      if (log === null) return null
      let said = ''
      for await (const bytes of log.setEncoding('utf8')) said = `${said}${bytes}`.slice(-TAIL)
      return said.trim() === '' ? null : lastWords(said)
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
  reason: causeOf(status)
})
