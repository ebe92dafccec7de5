import { pause } from '../../../lib/abort.ts'
import type { AzureAccount } from '../account.ts'
import type { BatchJobStatus, NodeCounts, TaskCounts } from '../client/batch-service.ts'
import { AzureProblem } from '../problem.ts'
import type { DownloadedTask, ResultsDownload } from './download.ts'
import { earlyEnd, withCause } from './job-end.ts'
import type { Manifest } from './manifest.ts'
import { NodeWatch } from './node-watch.ts'
import { type PollInterval, PollPauses } from './poll.ts'
import type { Resubmission } from './resubmit.ts'

/** Polls without any change after which the state of the job itself is requested. */
const QUIET_POLLS = 6

/** Minutes beyond `job-timeout` in which the service ends a job. */
const GRACE = 5

/** The run to follow, and its listeners. */
export interface FollowedRun {
  readonly account: AzureAccount
  readonly manifest: Manifest
  readonly pollInterval: PollInterval
  readonly download: ResultsDownload
  readonly resubmission: Resubmission
  readonly warn: (sentence: string) => void
  readonly say: (sentence: string) => void
  readonly onTask: (task: DownloadedTask) => void
  readonly onStatus: (tasks: TaskCounts, nodes: NodeCounts | null) => void
}

/** A job whose pool is known; a job keeps its pool. */
interface KnownJob {
  readonly id: string
  readonly poolId: string
  readonly nodes: NodeWatch
}

/** Follows a run to its end with two calls per poll; anything else is requested only when there is a reason to. */
export class JobFollower {
  readonly #run: FollowedRun
  #lastCounts = ''
  /** Polls in a row without any change. */
  #quiet = 0
  /** The state of the job may explain an event: the next poll requests it. */
  #checkJob = false
  /** The last poll found that no node will run tasks. It takes two in a row, since counts lag behind. */
  #hopeless = false
  /** The job was disabled at the last check. */
  #disabled = false
  #job: KnownJob | null = null

  constructor(run: FollowedRun) {
    this.#run = run
  }

  /**
   * Polls the job until all its results are downloaded.
   *
   * @throws AzureProblem that says what ended it early; what the results folder throws; the signal's reason
   */
  async toTheEnd(signal: AbortSignal): Promise<void> {
    const { resubmission, pollInterval } = this.#run
    const pauses = new PollPauses(pollInterval)
    try {
      while (!(await this.#poll(signal))) await pause(pauses.next(this.#quiet === 0), signal)
    } catch (error) {
      throw withCause(error, resubmission.jobId)
    }
  }

  /** @returns whether the run has ended */
  async #poll(signal: AbortSignal): Promise<boolean> {
    const { resubmission, download, onTask, onStatus } = this.#run
    const { tasks, nodes } = await this.#counts(signal)
    const someEnded = tasks.succeeded + tasks.failed > 0
    if (someEnded && (this.#quiet === 0 || this.#quiet === QUIET_POLLS))
      await download.downloadNew(onTask, signal)
    if (await resubmission.checkFailed(tasks, signal)) this.#checkJob = true
    const job = await this.#jobIfNeeded(signal)
    const hasEnded = job?.state === 'completed'
    const isActive = job === null || job.state === 'active'
    const mayBeOver = hasEnded || (isActive && resubmission.haveEnded(tasks))
    if (mayBeOver && (await this.#isComplete(hasEnded, signal))) {
      if (!resubmission.haveEnded(tasks)) onStatus(resubmission.finalCounts, nodes)
      return true
    }
    if (isActive) await this.#checkNodes(nodes, signal)
    this.#assertInTime()
    return false
  }

  async #counts(
    signal: AbortSignal
  ): Promise<{ readonly tasks: TaskCounts; readonly nodes: NodeCounts | null }> {
    const { account, resubmission, onStatus } = this.#run
    const job = await this.#knownJob(signal)
    const [tasks, nodes] = await Promise.all([
      account.service.taskCounts(resubmission.jobId, signal),
      job === null ? null : account.service.nodeCounts(job.poolId, signal)
    ])
    const counts = JSON.stringify([resubmission.jobId, tasks, nodes])
    this.#quiet = counts === this.#lastCounts ? this.#quiet + 1 : 0
    this.#lastCounts = counts
    if (this.#quiet === 0) onStatus(tasks, nodes)
    return { tasks, nodes }
  }

  /** The current job with its pool; null until the service has created the pool. */
  async #knownJob(signal: AbortSignal): Promise<KnownJob | null> {
    const { account, manifest, resubmission } = this.#run
    const id = resubmission.jobId
    if (this.#job?.id === id) return this.#job
    const job = await account.service.job(id, signal)
    this.#assertNotEndedEarly(job)
    const poolId = job?.poolId ?? null
    if (job === null || poolId === null) return null
    const isNamed = 'id' in manifest.pool
    const since = isNamed ? job.created : new Date(0)
    const nodes =
      this.#job?.poolId === poolId
        ? this.#job.nodes
        : new NodeWatch(account.service, manifest.nodes, since, isNamed)
    this.#hopeless = false
    this.#job = { id, poolId, nodes }
    return this.#job
  }

  /** The status of the job; null if there is no reason to request it. @throws AzureProblem if it ended early */
  async #jobIfNeeded(signal: AbortSignal): Promise<BatchJobStatus | null> {
    const { account, resubmission, warn } = this.#run
    const isQuiet = this.#quiet > 0 && this.#quiet % QUIET_POLLS === 0
    if (!this.#checkJob && !isQuiet) return null
    const job = await account.service.job(resubmission.jobId, signal)
    this.#assertNotEndedEarly(job)
    // The reason is only known once the job has ended.
    this.#checkJob = job?.state === 'terminating'
    const disabled = job?.state === 'disabled'
    if (disabled && !this.#disabled)
      warn(
        `The job ${job.id} was disabled by somebody else, so its tasks wait. Enable it (az batch job enable --job-id ${job.id}), or cancel the run.`
      )
    this.#disabled = disabled
    return job
  }

  #assertNotEndedEarly(job: BatchJobStatus | null): void {
    const { resubmission, manifest } = this.#run
    const early = earlyEnd(resubmission.jobId, job, manifest.jobTimeout)
    if (early !== null) throw new AzureProblem('conflict', '', early)
  }

  /** Downloads the remaining results and resubmits incomplete tasks. @returns whether there was none */
  async #isComplete(hasEnded: boolean, signal: AbortSignal): Promise<boolean> {
    const { account, resubmission, download, onTask } = this.#run
    // Counts lag behind, so the list of tasks decides while the job has not ended.
    const unfinished = hasEnded
      ? []
      : await account.service.tasks(resubmission.jobId, 'unfinished', signal)
    if (unfinished.length > 0) return false
    await download.downloadAll(onTask, signal)
    return !(await resubmission.resubmitIncomplete(signal))
  }

  /** @throws AzureProblem if no node will run tasks */
  async #checkNodes(counts: NodeCounts | null, signal: AbortSignal): Promise<void> {
    const { resubmission, warn, say } = this.#run
    const job = this.#job
    if (job?.id !== resubmission.jobId) return
    const { warnings, waiting, hopeless } = await job.nodes.check(job.poolId, counts, signal)
    for (const sentence of warnings) warn(sentence)
    if (waiting !== null) say(waiting)
    if (hopeless !== null && this.#hopeless) throw new AzureProblem('unavailable', '', hopeless)
    this.#hopeless = hopeless !== null
    // The pool may be gone because its job has ended.
    if (this.#hopeless) this.#checkJob = true
  }

  /** The service ends the job at `job-timeout`; if it does not, the run ends all the same. */
  #assertInTime(): void {
    const { manifest, resubmission } = this.#run
    const minutes = (Date.now() - resubmission.since.getTime()) / 60_000
    if (minutes <= manifest.jobTimeout + GRACE) return
    throw new AzureProblem(
      'unavailable',
      '',
      `The job ${resubmission.jobId} did not end within job-timeout (${manifest.jobTimeout} minutes). Raise job-timeout, or use more nodes.`
    )
  }
}
