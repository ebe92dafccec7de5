import type { Faults } from '../faults/faults.ts'
import type { Pools } from '../pools/pool.ts'
import { idKey } from '../protocol/ids.ts'
import type { EmulatorSettings } from '../settings.ts'
import * as errors from './errors.ts'
import type { Job } from './job.ts'
import type { Task } from './task.ts'

/** What jobs need of the context. */
export interface JobsContext {
  readonly settings: EmulatorSettings
  readonly faults: Faults
  /** The service's address, without a slash at its end. */
  readonly baseUrl: () => string
  readonly pools: Pools
}

/** The jobs of the account, and what all that happens to them shares. */
export interface Account extends JobsContext {
  readonly jobs: Map<string, Job>
  /** Fires when the emulator stops. */
  readonly closing: AbortSignal
  /** Something has changed for the tasks of a pool. */
  wake(poolId: string): void
  /** Lets the closing emulator wait for what is under way. */
  underway(work: Promise<unknown>): void
}

export function findJob({ jobs }: Account, jobId: string): Job {
  const job = jobs.get(idKey(jobId))
  if (job === undefined) throw errors.jobNotFound()
  return job
}

export function findTask(job: Job, taskId: string): Task {
  const task = job.tasks.get(idKey(taskId))
  if (task === undefined) throw errors.taskNotFound()
  return task
}

/** Refuses what nobody can do to a job that is over, or soon is. */
export function requireNotEnded({ state }: Job): void {
  if (state === 'deleting') throw errors.jobBeingDeleted()
  if (state === 'terminating') throw errors.jobBeingTerminated()
  if (state === 'completed') throw errors.jobCompleted()
}
