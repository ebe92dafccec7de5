import { setTimeout as pause } from 'node:timers/promises'
import type { AzureAccount } from '../account.ts'
import type { BatchJobStatus, NodeCounts, TaskCounts } from '../client/batch-service.ts'
import { AzureProblem } from '../problem.ts'
import type { Arrival, Arrivals } from './download.ts'
import { earlyEnd, withCause } from './job-end.ts'
import type { Manifest } from './manifest.ts'
import { NodeWatch } from './node-watch.ts'
import { type Pace, Pauses } from './poll.ts'
import type { Rounds } from './resubmit.ts'

/** Looks in a row without any change after which the job itself is asked how it stands. */
const QUIET_LOOKS = 6

/** Minutes beyond `job-timeout` in which the service ends a job by itself. */
const GRACE = 5

/** What is followed, and who hears of it. */
export interface Followed {
  readonly account: AzureAccount
  readonly manifest: Manifest
  readonly pace: Pace
  readonly arrivals: Arrivals
  readonly rounds: Rounds
  readonly tell: (sentence: string) => void
  /** Tells what is as it should be. */
  readonly note: (sentence: string) => void
  readonly tellArrival: (arrival: Arrival) => void
  readonly tellStanding: (tasks: TaskCounts, nodes: NodeCounts | null) => void
}

/** A job whose pool is known. It does not change from then on. */
interface KnownJob {
  readonly id: string
  readonly poolId: string
  readonly nodes: NodeWatch
}

/** Follows a run to its end by two calls a look; whatever else is asked, is asked only where something calls for it. */
export class Follower {
  readonly #with: Followed
  #seen = ''
  /** Looks in a row without any change. */
  #quiet = 0
  /** Something happened that the end of the job would explain: it is asked at the next look. */
  #suspect = false
  /** The last look at the nodes left no hope. Two in a row do, since counts lag behind. */
  #hopeless = false
  /** The job was disabled when it was last asked. */
  #disabled = false
  #job: KnownJob | null = null

  constructor(followed: Followed) {
    this.#with = followed
  }

  /**
   * Looks at the job until all that can be had of it has come.
   *
   * @throws AzureProblem that says what ends it early; what the results folder throws; the signal's reason
   */
  async toTheEnd(signal: AbortSignal): Promise<void> {
    const { rounds, pace } = this.#with
    const pauses = new Pauses(pace)
    try {
      while (!(await this.#look(signal)))
        await pause(pauses.next(this.#quiet === 0), undefined, { signal }).catch(() =>
          signal.throwIfAborted()
        )
    } catch (error) {
      throw withCause(error, rounds.jobId)
    }
  }

  /** One look. @returns whether it was the last one */
  async #look(signal: AbortSignal): Promise<boolean> {
    const { rounds, arrivals, tellArrival, tellStanding } = this.#with
    const { tasks, nodes } = await this.#counts(signal)
    const ended = tasks.succeeded + tasks.failed > 0
    if (ended && (this.#quiet === 0 || this.#quiet === QUIET_LOOKS))
      await arrivals.fetch(tellArrival, signal)
    if (await rounds.look(tasks, signal)) this.#suspect = true
    const job = await this.#askWhereNeeded(signal)
    const hasEnded = job?.state === 'completed'
    const goesOn = job === null || job.state === 'active'
    const isOver = hasEnded || (goesOn && rounds.areOver(tasks))
    if (isOver && (await this.#isAllIn(hasEnded, signal))) {
      if (!rounds.areOver(tasks)) tellStanding(rounds.lastCounts, nodes)
      return true
    }
    if (goesOn) await this.#lookAtNodes(nodes, signal)
    this.#assertTime()
    return false
  }

  async #counts(
    signal: AbortSignal
  ): Promise<{ readonly tasks: TaskCounts; readonly nodes: NodeCounts | null }> {
    const { account, rounds, tellStanding } = this.#with
    const job = await this.#knownJob(signal)
    const [tasks, nodes] = await Promise.all([
      account.service.taskCounts(rounds.jobId, signal),
      job === null ? null : account.service.nodeCounts(job.poolId, signal)
    ])
    const now = JSON.stringify([rounds.jobId, tasks, nodes])
    this.#quiet = now === this.#seen ? this.#quiet + 1 : 0
    this.#seen = now
    if (this.#quiet === 0) tellStanding(tasks, nodes)
    return { tasks, nodes }
  }

  /** The service makes the pool of a job after the job. */
  async #knownJob(signal: AbortSignal): Promise<KnownJob | null> {
    const { account, manifest, rounds } = this.#with
    const id = rounds.jobId
    if (this.#job?.id === id) return this.#job
    const job = await account.service.job(id, signal)
    this.#assertNotCut(job)
    const poolId = job?.poolId ?? null
    if (job === null || poolId === null) return null
    const named = 'id' in manifest.pool
    const since = named ? job.created : new Date(0)
    const nodes =
      this.#job?.poolId === poolId
        ? this.#job.nodes
        : new NodeWatch(account.service, manifest.nodes, since, named)
    this.#hopeless = false
    this.#job = { id, poolId, nodes }
    return this.#job
  }

  /** How the job stands; null where nothing calls for asking. @throws AzureProblem where it was cut short */
  async #askWhereNeeded(signal: AbortSignal): Promise<BatchJobStatus | null> {
    const { account, rounds } = this.#with
    const asleep = this.#quiet > 0 && this.#quiet % QUIET_LOOKS === 0
    if (!this.#suspect && !asleep) return null
    const job = await account.service.job(rounds.jobId, signal)
    this.#assertNotCut(job)
    // Why it ends is known once it has ended.
    this.#suspect = job?.state === 'terminating'
    if (job?.state === 'disabled' && !this.#disabled)
      this.#with.tell(
        `The job ${job.id} was disabled by somebody else, so its tasks wait. Enable it (az batch job enable --job-id ${job.id}), or cancel the run.`
      )
    this.#disabled = job?.state === 'disabled'
    return job
  }

  #assertNotCut(job: BatchJobStatus | null): void {
    const { rounds, manifest } = this.#with
    const early = earlyEnd(rounds.jobId, job, manifest.jobTimeout)
    if (early !== null) throw new AzureProblem('conflict', '', early)
  }

  /** Whether all has come that can come; what is missing is read again. */
  async #isAllIn(hasEnded: boolean, signal: AbortSignal): Promise<boolean> {
    const { account, rounds, arrivals, tellArrival } = this.#with
    // Counts lag behind: where the job has not ended, the list of its tasks has the last word.
    const open = hasEnded ? [] : await account.service.tasks(rounds.jobId, 'unfinished', signal)
    if (open.length > 0) return false
    await arrivals.fetchAll(tellArrival, signal)
    return !(await rounds.settle(signal))
  }

  /** @throws AzureProblem where no node will come */
  async #lookAtNodes(counts: NodeCounts | null, signal: AbortSignal): Promise<void> {
    const job = this.#job
    if (job?.id !== this.#with.rounds.jobId) return
    const { news, waiting, hopeless } = await job.nodes.look(job.poolId, counts, signal)
    for (const sentence of news) this.#with.tell(sentence)
    if (waiting !== null) this.#with.note(waiting)
    if (hopeless !== null && this.#hopeless) throw new AzureProblem('unavailable', '', hopeless)
    this.#hopeless = hopeless !== null
    // The pool of a job goes when the job has ended.
    if (this.#hopeless) this.#suspect = true
  }

  /** The service ends the job at its time; should it not, we do not wait for ever. */
  #assertTime(): void {
    const { manifest, rounds } = this.#with
    const minutes = (Date.now() - rounds.since.getTime()) / 60_000
    if (minutes <= manifest.jobTimeout + GRACE) return
    throw new AzureProblem(
      'unavailable',
      '',
      `The job ${rounds.jobId} did not end within job-timeout (${manifest.jobTimeout} minutes). Raise it, or ask for more nodes.`
    )
  }
}
