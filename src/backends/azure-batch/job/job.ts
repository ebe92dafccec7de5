import { later } from '../../../lib/abort.ts'
import type { ResultsFolder } from '../../../results/folder.ts'
import type { TaskRecord } from '../../../results/records.ts'
import { countsOf } from '../../../results/totals.ts'
import type { Job, JobEvent, JobResults } from '../../backend.ts'
import { EventQueue } from '../../event-queue.ts'
import type { AzureAccount } from '../account.ts'
import type { NodeCounts, TaskCounts } from '../client/batch-service.ts'
import { AzureProblem } from '../problem.ts'
import { type Arrival, Arrivals } from './download.ts'
import { Follower } from './follow.ts'
import type { Manifest } from './manifest.ts'
import { sumOf } from './node-watch.ts'
import type { Pace } from './poll.ts'
import { REASON, removeRun } from './remove.ts'
import { Rounds } from './resubmit.ts'

/** Why following ended: the user asked for it. */
class Cancelled extends Error {
  constructor() {
    super('the run was cancelled')
  }
}

/** How long a cancelled job's last words and its removal may take, in milliseconds. */
const LEAVING = 4000
const REMOVING = 120_000

/** What a run on Azure is followed with. */
export interface Following {
  readonly account: AzureAccount
  readonly manifest: Manifest
  readonly folder: ResultsFolder
  readonly pace: Pace
  /** The job goes on when its follower ends early: somebody else may collect it. */
  readonly keepsRunning?: boolean
}

/** A run on Azure that is followed, by whoever submitted it or by another process. */
export class AzureJob implements Job {
  readonly id: string
  readonly #with: Following
  readonly #events = new EventQueue<JobEvent>()
  readonly #stop = new AbortController()
  readonly #arrivals: Arrivals
  readonly #rounds: Rounds
  readonly #done: Promise<void>
  #problem: string | null = null

  constructor(following: Following) {
    const { account, manifest, folder } = following
    this.#with = following
    this.id = manifest.name
    this.#arrivals = new Arrivals(account.blobs.container(manifest.name), manifest, folder)
    this.#rounds = new Rounds(account, manifest, this.#arrivals, (sentence) => this.#tell(sentence))
    this.#done = this.#run()
  }

  follow(): AsyncIterable<JobEvent> {
    return this.#events
  }

  async cancel(): Promise<void> {
    if (!this.#stop.signal.aborted) {
      this.#stop.abort(new Cancelled())
      await this.#endJob(AbortSignal.timeout(LEAVING))
    }
    await this.#done
  }

  async results(): Promise<JobResults> {
    await this.#done
    return {
      nodes: this.#arrivals.nodes,
      tasks: this.#taskRecords(),
      unanswered: this.#rounds.unanswered(this.#problem),
      problem: this.#problem
    }
  }

  async close(): Promise<string | null> {
    const { account, manifest } = this.#with
    // Not for long once the job is cancelled, be it while we remove.
    const limit = AbortSignal.any([
      AbortSignal.timeout(REMOVING),
      later(this.#stop.signal, LEAVING)
    ])
    try {
      await removeRun(account, manifest.name, limit)
      return null
    } catch (error) {
      return `Not all of ${manifest.name} could be removed from Azure (${(error as Error).message}); the job is asked to end, and \`sweep\` removes the rest.`
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop
    try {
      if (this.#with.manifest.plan.partitions.length > 0) await this.#follow(signal)
      this.#events.end()
    } catch (error) {
      if (!signal.aborted) await this.#endJob(AbortSignal.timeout(REMOVING))
      const isTold = signal.aborted || error instanceof AzureProblem
      if (isTold) await this.#lastArrivals()
      if (error instanceof AzureProblem && !signal.aborted && !this.#isWhole())
        this.#problem = error.message
      this.#events.end(isTold ? undefined : error)
    }
  }

  /** Whether every image has a row: whatever is wrong with the job is of no interest then. */
  #isWhole(): boolean {
    return this.#with.manifest.plan.partitions.every(({ task }) => this.#arrivals.isAnswered(task))
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const follower = new Follower({
      ...this.#with,
      arrivals: this.#arrivals,
      rounds: this.#rounds,
      tell: (sentence) => this.#tell(sentence),
      note: (sentence) => this.#tell(sentence, false),
      tellArrival: (arrival) => this.#tellArrival(arrival),
      tellStanding: (tasks, nodes) => this.#tellStanding(tasks, nodes)
    })
    await follower.toTheEnd(signal)
  }

  async #endJob(signal: AbortSignal): Promise<void> {
    if (this.#with.keepsRunning) return
    const { service } = this.#with.account
    // What cannot be said now is said by `post`, or by the job's own time limit.
    await service.terminateJob(this.#rounds.jobId, REASON, signal).catch(() => {})
  }

  /** What finished before the end came is kept, as far as it can be had soon. */
  async #lastArrivals(): Promise<void> {
    const signal = AbortSignal.timeout(this.#stop.signal.aborted ? LEAVING : REMOVING)
    await this.#arrivals.fetchAll((arrival) => this.#tellArrival(arrival), signal).catch(() => {})
  }

  #tell(sentence: string, warning = true): void {
    this.#events.push({ kind: 'message', sentence, warning })
  }

  #tellStanding(tasks: TaskCounts, nodes: NodeCounts | null): void {
    const { active, running, succeeded, failed } = tasks
    this.#events.push({
      kind: 'status',
      status: {
        nodes: sumOf(nodes),
        tasks: { waiting: active, running, ended: succeeded + failed }
      }
    })
  }

  #tellArrival({ task, rows }: Arrival): void {
    for (const row of rows) this.#events.push({ kind: 'row', row })
    this.#events.push({ kind: 'task-ended', task })
  }

  /** A record for every task of the plan, also of those that never came home. */
  #taskRecords(): TaskRecord[] {
    return this.#with.manifest.plan.partitions
      .map(
        ({ task, images, bytes, estimatedSeconds }) =>
          this.#arrivals.tasks.get(task) ?? {
            id: task,
            partition: { images: images.map(({ path }) => path), bytes, estimatedSeconds },
            node: null,
            slot: null,
            attempts: [],
            seconds: 0,
            counts: countsOf([])
          }
      )
      .map((record) => this.#rounds.withFaults(record))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}
