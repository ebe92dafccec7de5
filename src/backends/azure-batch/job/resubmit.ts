import type { TaskRecord } from '../../../results/records.ts'
import type { AzureAccount } from '../account.ts'
import type { BatchTaskOrder, BatchTaskStatus, TaskCounts } from '../client/batch-service.ts'
import { batchTaskId, jobIdOf, taskOf } from '../names.ts'
import type { ResultsDownload } from './download.ts'
import { FailedTasks } from './failed-tasks.ts'
import { assertCompleted } from './job-end.ts'
import type { Manifest } from './manifest.ts'
import { batchTask, jobOrder } from './orders.ts'
import { describeFailure, failureCause } from './task-failure.ts'

/** How often a task is resubmitted after Azure lost it. `task-retries` limits only the failures of its own process. */
const MAX_RESUBMISSIONS = 3

/** A task to resubmit. */
interface NextAttempt {
  readonly task: string
  readonly attempt: number
}

/**
 * Resubmits the tasks that Azure lost: to the same job while it is active, otherwise to a further job of the run. Keeps
 * account of the current job and of the tasks that are given up.
 */
export class Resubmission {
  readonly #account: AzureAccount
  readonly #manifest: Manifest
  readonly #download: ResultsDownload
  readonly #warn: (sentence: string) => void
  readonly #failed: FailedTasks
  /** The last attempt of each task. */
  readonly #attempts: Map<string, number>
  /** Tasks that are given up, and why. */
  readonly #givenUp = new Map<string, string>()
  #round = 1
  #since: Date
  #expected: number
  #failures = 0

  constructor(
    account: AzureAccount,
    manifest: Manifest,
    download: ResultsDownload,
    warn: (sentence: string) => void
  ) {
    this.#account = account
    this.#manifest = manifest
    this.#download = download
    this.#warn = warn
    this.#failed = new FailedTasks(account, manifest, warn)
    this.#attempts = new Map(manifest.plan.partitions.map(({ task }) => [task, 1]))
    this.#since = new Date(manifest.submitted)
    this.#expected = manifest.plan.partitions.length
  }

  /** The ID of the current job. */
  get jobId(): string {
    return jobIdOf(this.#manifest.name, this.#round)
  }

  /** When the current job was submitted. */
  get since(): Date {
    return this.#since
  }

  /** Whether all tasks of the current job have ended, by its counts. */
  haveEnded({ active, running, succeeded, failed }: TaskCounts): boolean {
    return active + running === 0 && succeeded + failed >= this.#expected
  }

  /** The counts of a completed job. The service's own counts lag behind, and may still include running tasks. */
  get finalCounts(): TaskCounts {
    const failed = this.#failures
    return { active: 0, running: 0, succeeded: this.#expected - failed, failed }
  }

  /**
   * Reports tasks that have failed since the last call and resubmits those that Azure lost. Lists tasks only if the
   * number of failed tasks has grown.
   *
   * @returns whether a task was terminated, which may be because its job is ending
   * @throws AzureProblem; the signal's reason
   */
  async checkFailed(counts: TaskCounts, signal: AbortSignal): Promise<boolean> {
    if (counts.failed <= this.#failures) return false
    const { all, fresh } = await this.#failed.list(this.jobId, signal)
    this.#failures = all
    await this.#resubmit(await this.#handleFailures(fresh, signal), signal)
    return fresh.some((status) => failureCause(status) === 'time')
  }

  /**
   * Resubmits the incomplete tasks of a job whose tasks have all ended, unless they are given up.
   *
   * @returns whether any task was resubmitted
   * @throws AzureProblem; the signal's reason
   */
  async resubmitIncomplete(signal: AbortSignal): Promise<boolean> {
    const { fresh } = await this.#failed.list(this.jobId, signal)
    const failed = await this.#handleFailures(fresh, signal)
    return await this.#resubmit([...failed, ...this.#withoutResults()], signal)
  }

  /**
   * Why images have no row, by path.
   *
   * @param problem what ended the run early, in sentences; null if nothing did
   */
  unanswered(problem: string | null): ReadonlyMap<string, string> {
    const early =
      problem === null ? null : `the run ended before its task did (${firstSentence(problem)})`
    const reasons = new Map<string, string>()
    for (const { task, images } of this.#manifest.plan.partitions) {
      const reason = this.#givenUp.get(task) ?? early
      if (reason !== null) for (const { path } of images) reasons.set(path, reason)
    }
    return reasons
  }

  /** Adds to a task's record the attempts that have no results. */
  withFailedAttempts(record: TaskRecord): TaskRecord {
    return this.#failed.withAttempts(record, (id) => this.#download.isDownloaded(id))
  }

  async #handleFailures(
    fresh: readonly BatchTaskStatus[],
    signal: AbortSignal
  ): Promise<NextAttempt[]> {
    const attempts: NextAttempt[] = []
    for (const status of fresh) {
      const next = this.#nextAttempt(status)
      if (next !== null) attempts.push(next)
      const consequence =
        next === null ? '' : 'The platform caused this, so the task is read again.'
      await this.#failed.report(status, consequence, signal)
    }
    return attempts
  }

  /** The next attempt of a failed task; null if it is complete, or given up. */
  #nextAttempt(status: BatchTaskStatus): NextAttempt | null {
    const { task, attempt } = taskOf(status.id)
    if (this.#download.isComplete(task)) return null
    const cause = failureCause(status)
    if (cause === 'platform' && attempt <= MAX_RESUBMISSIONS) return { task, attempt: attempt + 1 }
    const hint = cause === 'time' ? ' (see task-timeout and job-timeout)' : ''
    const where = status.node ?? 'no node'
    this.#givenUp.set(task, `its task failed on ${where}: ${describeFailure(status)}${hint}`)
    return null
  }

  /** Incomplete tasks that did not fail: their archive was lost or is damaged. */
  #withoutResults(): NextAttempt[] {
    return [...this.#attempts].flatMap(([task, attempt]) => {
      if (this.#download.isComplete(task) || this.#givenUp.has(task)) return []
      const id = batchTaskId(task, attempt)
      if (this.#failed.has(id) && attempt <= MAX_RESUBMISSIONS) return []
      const reason = this.#download.damageOf(id) ?? 'its results were lost on Azure'
      if (attempt > MAX_RESUBMISSIONS) {
        this.#givenUp.set(task, reason)
        return []
      }
      this.#warn(`The task ${id} has no usable results: ${reason}. It is read again.`)
      return [{ task, attempt: attempt + 1 }]
    })
  }

  /** @returns whether any task was added */
  async #resubmit(attempts: readonly NextAttempt[], signal: AbortSignal): Promise<boolean> {
    const due = attempts.filter(({ task, attempt }) => (this.#attempts.get(task) ?? 0) < attempt)
    if (due.length === 0) return false
    const container = this.#account.blobs.container(this.#manifest.name)
    const tasks = await Promise.all(
      due.map(({ task, attempt }) => batchTask(container, this.#manifest, task, attempt, signal))
    )
    for (const { task, attempt } of due) this.#attempts.set(task, attempt)
    const refused = await this.#addTasks(tasks, signal)
    this.#expected += tasks.length - refused.length
    if (refused.length > 0) await this.#startNextJob(refused, signal)
    return true
  }

  async #startNextJob(tasks: readonly BatchTaskOrder[], signal: AbortSignal): Promise<void> {
    this.#round++
    this.#since = new Date()
    this.#expected = tasks.length
    this.#failures = 0
    const { service } = this.#account
    await service.addJob(jobOrder(this.#manifest, this.#round, tasks.length), signal)
    await this.#addTasks(tasks, signal)
    await service.endWhenDone(this.jobId, signal)
  }

  /**
   * Adds tasks to the current job.
   *
   * @returns the tasks that it does not accept because it is completed; another follower may have added them before
   * @throws AzureProblem, also if the job was ended before its tasks were
   */
  async #addTasks(
    tasks: readonly BatchTaskOrder[],
    signal: AbortSignal
  ): Promise<readonly BatchTaskOrder[]> {
    const { service } = this.#account
    try {
      await service.addTasks(this.jobId, tasks, signal)
      return []
    } catch (refusal) {
      await assertCompleted(service, this.jobId, this.#manifest.jobTimeout, refusal, signal)
      const listed = await service.tasks(this.jobId, 'all', signal)
      const existing = new Set(listed.map(({ id }) => id))
      return tasks.filter(({ id }) => !existing.has(id))
    }
  }
}

const firstSentence = (text: string): string => (text.split(/\.(?: |$)/)[0] ?? text).trim()
