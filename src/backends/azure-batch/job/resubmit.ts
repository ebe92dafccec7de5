import type { TaskRecord } from '../../../results/records.ts'
import type { AzureAccount } from '../account.ts'
import type { BatchTaskOrder, BatchTaskStatus, TaskCounts } from '../client/batch-service.ts'
import { batchTaskId, jobIdOf, taskOf } from '../names.ts'
import type { Arrivals } from './download.ts'
import { FailedTasks } from './failed-tasks.ts'
import { blameOf, causeOf } from './faults.ts'
import { assertDone } from './job-end.ts'
import type { Manifest } from './manifest.ts'
import { batchTask, jobOrder } from './orders.ts'

/** Times that a partition is given to Azure anew after Azure lost it, beside `task-retries`, which are for our own faults. */
const MOST_AGAIN = 3

/** A partition to be given anew. */
interface Again {
  readonly task: string
  readonly attempt: number
}

/**
 * The tasks of a run that brought nothing home, and what is done about it: what Azure lost is added again, to the same
 * job while it lives, to one that follows it where it is done.
 */
export class Rounds {
  readonly #account: AzureAccount
  readonly #manifest: Manifest
  readonly #arrivals: Arrivals
  readonly #tell: (sentence: string) => void
  readonly #failed: FailedTasks
  readonly #latest: Map<string, number>
  /** Partitions that will not be read any more, and why. */
  readonly #given = new Map<string, string>()
  #round = 1
  #since: Date
  #expected: number
  #seenFailed = 0

  constructor(
    account: AzureAccount,
    manifest: Manifest,
    arrivals: Arrivals,
    tell: (sentence: string) => void
  ) {
    this.#account = account
    this.#manifest = manifest
    this.#arrivals = arrivals
    this.#tell = tell
    this.#failed = new FailedTasks(account, manifest, tell)
    this.#latest = new Map(manifest.plan.partitions.map(({ task }) => [task, 1]))
    this.#since = new Date(manifest.submitted)
    this.#expected = manifest.plan.partitions.length
  }

  /** The job that runs now. */
  get jobId(): string {
    return jobIdOf(this.#manifest.name, this.#round)
  }

  /** When it was submitted. */
  get since(): Date {
    return this.#since
  }

  /** Whether all tasks of the job have ended, by its counts. */
  areOver({ active, running, succeeded, failed }: TaskCounts): boolean {
    return active + running === 0 && succeeded + failed >= this.#expected
  }

  /** The counts of a job that has ended: its own lag behind, and may still say that its tasks run. */
  get lastCounts(): TaskCounts {
    const failed = this.#seenFailed
    return { active: 0, running: 0, succeeded: this.#expected - failed, failed }
  }

  /**
   * Looks whether more tasks have failed, tells of them, and adds again what Azure lost. They are listed only when there
   * are more of them.
   *
   * @returns whether a task was ended by other hands than its own: its job may be ending
   * @throws AzureProblem; the signal's reason
   */
  async look(counts: TaskCounts, signal: AbortSignal): Promise<boolean> {
    if (counts.failed <= this.#seenFailed) return false
    const { all, fresh } = await this.#failed.list(this.jobId, signal)
    this.#seenFailed = all
    await this.#addAgain(await this.#judgeAll(fresh, signal), signal)
    return fresh.some((status) => blameOf(status) === 'time')
  }

  /**
   * After the job's tasks have ended: whatever has no answer and is not given up is given to Azure anew.
   *
   * @returns whether there is more to follow
   * @throws AzureProblem; the signal's reason
   */
  async settle(signal: AbortSignal): Promise<boolean> {
    const { fresh } = await this.#failed.list(this.jobId, signal)
    return await this.#addAgain(
      [...(await this.#judgeAll(fresh, signal)), ...this.#unheard()],
      signal
    )
  }

  /**
   * Why images have no row, by their paths.
   *
   * @param problem what ended the run early, in sentences; null where nothing did
   */
  unanswered(problem: string | null): ReadonlyMap<string, string> {
    const early =
      problem === null ? null : `the run ended before its task did (${firstSentence(problem)})`
    const why = new Map<string, string>()
    for (const { task, images } of this.#manifest.plan.partitions) {
      const reason = this.#given.get(task) ?? early
      if (reason !== null) for (const { path } of images) why.set(path, reason)
    }
    return why
  }

  /** A task's record with the attempts that brought nothing home. */
  withFaults(record: TaskRecord): TaskRecord {
    return this.#failed.withAttempts(record, (batchTask) => this.#arrivals.hasCome(batchTask))
  }

  async #judgeAll(fresh: readonly BatchTaskStatus[], signal: AbortSignal): Promise<Again[]> {
    const again: Again[] = []
    for (const status of fresh) {
      const next = this.#judge(status)
      if (next !== null) again.push(next)
      const consequence =
        next === null ? '' : 'That was a fault of the platform, so it is read again.'
      await this.#failed.tell(status, consequence, signal)
    }
    return again
  }

  /** Whether a failed task is worth another attempt; where not, its images are given up. */
  #judge(status: BatchTaskStatus): Again | null {
    const { task, attempt } = taskOf(status.id)
    if (this.#arrivals.isAnswered(task)) return null
    const blame = blameOf(status)
    if (blame === 'platform' && attempt <= MOST_AGAIN) return { task, attempt: attempt + 1 }
    const limit = blame === 'time' ? ' (see task-timeout and job-timeout)' : ''
    this.#given.set(
      task,
      `its task failed on ${status.node ?? 'no node'}: ${causeOf(status)}${limit}`
    )
    return null
  }

  /** Partitions without an answer of which nothing bad is known: their archive was lost or damaged. */
  #unheard(): Again[] {
    return [...this.#latest].flatMap(([task, attempt]) => {
      if (this.#arrivals.isAnswered(task) || this.#given.has(task)) return []
      const id = batchTaskId(task, attempt)
      if (this.#failed.has(id) && attempt <= MOST_AGAIN) return []
      const why = this.#arrivals.damageOf(id) ?? 'its results were lost on Azure'
      if (attempt > MOST_AGAIN) {
        this.#given.set(task, why)
        return []
      }
      this.#tell(`The task ${id} brought no results that can be used: ${why}. It is read again.`)
      return [{ task, attempt: attempt + 1 }]
    })
  }

  /** @returns whether there was anything to add */
  async #addAgain(again: readonly Again[], signal: AbortSignal): Promise<boolean> {
    const due = again.filter(({ task, attempt }) => (this.#latest.get(task) ?? 0) < attempt)
    if (due.length === 0) return false
    const container = this.#account.blobs.container(this.#manifest.name)
    const tasks = await Promise.all(
      due.map(({ task, attempt }) => batchTask(container, this.#manifest, task, attempt, signal))
    )
    for (const { task, attempt } of due) this.#latest.set(task, attempt)
    const rest = await this.#notTaken(tasks, signal)
    this.#expected += tasks.length - rest.length
    if (rest.length > 0) await this.#nextJob(rest, signal)
    return true
  }

  /** What the job before does not take any more goes to one that follows it. */
  async #nextJob(tasks: readonly BatchTaskOrder[], signal: AbortSignal): Promise<void> {
    this.#round++
    this.#since = new Date()
    this.#expected = tasks.length
    this.#seenFailed = 0
    const { service } = this.#account
    await service.addJob(jobOrder(this.#manifest, this.#round, tasks.length), signal)
    await this.#notTaken(tasks, signal)
    await service.endWhenDone(this.jobId, signal)
  }

  /**
   * Adds tasks to the job.
   *
   * @returns those that it does not take, since it is done. Another follower may have added them before us
   * @throws AzureProblem, that the job was cut short among them
   */
  async #notTaken(
    tasks: readonly BatchTaskOrder[],
    signal: AbortSignal
  ): Promise<readonly BatchTaskOrder[]> {
    const { service } = this.#account
    try {
      await service.addTasks(this.jobId, tasks, signal)
      return []
    } catch (refusal) {
      await assertDone(service, this.jobId, this.#manifest.jobTimeout, refusal, signal)
      const there = new Set((await service.tasks(this.jobId, 'all', signal)).map(({ id }) => id))
      return tasks.filter(({ id }) => !there.has(id))
    }
  }
}

const firstSentence = (text: string): string => (text.split(/\.(?: |$)/)[0] ?? text).trim()
