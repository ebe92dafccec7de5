import { delayedSignal } from '../../../lib/abort.ts'
import type { ResultsFolder } from '../../../results/folder.ts'
import type { TaskRecord } from '../../../results/records.ts'
import { countsOf, partitionRecord } from '../../../results/totals.ts'
import type { Job, JobEvent, JobResults } from '../../backend.ts'
import { EventQueue } from '../../event-queue.ts'
import type { AzureAccount } from '../account.ts'
import type { NodeCounts, TaskCounts } from '../client/batch-service.ts'
import { AzureProblem } from '../problem.ts'
import { type DownloadedTask, ResultsDownload } from './download.ts'
import { JobFollower } from './follow.ts'
import type { Manifest, ManifestPartition } from './manifest.ts'
import { countByState } from './node-watch.ts'
import type { PollInterval } from './poll.ts'
import { removeRun, TERMINATE_REASON } from './remove.ts'
import { Resubmission } from './resubmit.ts'

/** Why following ended: the user cancelled the run. */
class Cancelled extends Error {
  constructor() {
    super('the run was cancelled')
  }
}

/** How long the last requests of a cancelled job, and its removal, may take, in milliseconds. */
const CANCEL_TIMEOUT = 4000
const REMOVE_TIMEOUT = 120_000

/** What an `AzureJob` needs. */
export interface AzureJobOptions {
  readonly account: AzureAccount
  readonly manifest: Manifest
  readonly folder: ResultsFolder
  readonly pollInterval: PollInterval
  /** The job continues if following it ends early, so that it can be collected later. */
  readonly keepsRunning?: boolean
}

/** A run on Azure Batch that is followed, by the process that submitted it or another one. */
export class AzureJob implements Job {
  readonly id: string
  readonly #options: AzureJobOptions
  readonly #events = new EventQueue<JobEvent>()
  readonly #stop = new AbortController()
  readonly #download: ResultsDownload
  readonly #resubmission: Resubmission
  readonly #done: Promise<void>
  #problem: string | null = null

  constructor(options: AzureJobOptions) {
    const { account, manifest, folder } = options
    this.#options = options
    this.id = manifest.name
    this.#download = new ResultsDownload(account.blobs.container(manifest.name), manifest, folder)
    this.#resubmission = new Resubmission(account, manifest, this.#download, (sentence) =>
      this.#message(sentence, true)
    )
    this.#done = this.#run()
  }

  follow(): AsyncIterable<JobEvent> {
    return this.#events
  }

  async cancel(): Promise<void> {
    if (!this.#stop.signal.aborted) {
      this.#stop.abort(new Cancelled())
      await this.#terminate(AbortSignal.timeout(CANCEL_TIMEOUT))
    }
    await this.#done
  }

  async results(): Promise<JobResults> {
    await this.#done
    return {
      nodes: this.#download.nodes,
      tasks: this.#taskRecords(),
      unanswered: this.#resubmission.unanswered(this.#problem),
      problem: this.#problem
    }
  }

  async close(): Promise<string | null> {
    const { account, manifest } = this.#options
    // A cancelled runner has little time left, also if it is cancelled during the removal.
    const limit = AbortSignal.any([
      AbortSignal.timeout(REMOVE_TIMEOUT),
      delayedSignal(this.#stop.signal, CANCEL_TIMEOUT)
    ])
    try {
      await removeRun(account, manifest.name, limit)
      return null
    } catch (error) {
      return `Not all of ${manifest.name} could be removed from Azure (${(error as Error).message}). The job was requested to end; \`sweep\` removes the rest.`
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop
    try {
      if (this.#options.manifest.plan.partitions.length > 0) await this.#follow(signal)
      this.#events.end()
    } catch (error) {
      if (!signal.aborted) await this.#terminate(AbortSignal.timeout(REMOVE_TIMEOUT))
      const isExpected = signal.aborted || error instanceof AzureProblem
      if (isExpected) await this.#downloadRest()
      if (error instanceof AzureProblem && !signal.aborted && !this.#isComplete())
        this.#problem = error.message
      this.#events.end(isExpected ? undefined : error)
    }
  }

  /** Whether every image has a row: then it does not matter how the job ended. */
  #isComplete(): boolean {
    return this.#options.manifest.plan.partitions.every(({ task }) =>
      this.#download.isComplete(task)
    )
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const follower = new JobFollower({
      ...this.#options,
      download: this.#download,
      resubmission: this.#resubmission,
      warn: (sentence) => this.#message(sentence, true),
      say: (sentence) => this.#message(sentence, false),
      onTask: (task) => this.#reportTask(task),
      onStatus: (tasks, nodes) => this.#reportStatus(tasks, nodes)
    })
    await follower.toTheEnd(signal)
  }

  async #terminate(signal: AbortSignal): Promise<void> {
    if (this.#options.keepsRunning) return
    const { service } = this.#options.account
    // If this fails, `post` or the time limit of the job ends it.
    await service.terminateJob(this.#resubmission.jobId, TERMINATE_REASON, signal).catch(() => {})
  }

  /** Keeps results that were complete before the job ended early, if they can be downloaded in time. */
  async #downloadRest(): Promise<void> {
    const timeout = this.#stop.signal.aborted ? CANCEL_TIMEOUT : REMOVE_TIMEOUT
    await this.#download
      .downloadAll((task) => this.#reportTask(task), AbortSignal.timeout(timeout))
      .catch(() => {})
  }

  #message(sentence: string, warning: boolean): void {
    this.#events.push({ kind: 'message', sentence, warning })
  }

  #reportStatus(tasks: TaskCounts, nodes: NodeCounts | null): void {
    const { active, running, succeeded, failed } = tasks
    this.#events.push({
      kind: 'status',
      status: {
        nodes: countByState(nodes),
        tasks: { waiting: active, running, ended: succeeded + failed }
      }
    })
  }

  #reportTask({ task, rows }: DownloadedTask): void {
    for (const row of rows) this.#events.push({ kind: 'row', row })
    this.#events.push({ kind: 'task-ended', task })
  }

  /** A record for each task of the plan, also for those without results. */
  #taskRecords(): TaskRecord[] {
    return this.#options.manifest.plan.partitions
      .map((partition) => this.#download.tasks.get(partition.task) ?? emptyRecord(partition))
      .map((record) => this.#resubmission.withFailedAttempts(record))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}

const emptyRecord = (partition: ManifestPartition): TaskRecord => ({
  id: partition.task,
  partition: partitionRecord(partition),
  node: null,
  slot: null,
  attempts: [],
  seconds: 0,
  counts: countsOf([])
})
