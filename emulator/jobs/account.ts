import type { Faults } from '../faults/faults.ts'
import type { Pools } from '../pools/pool.ts'
import { idKey } from '../protocol/ids.ts'
import type { EmulatorSettings } from '../settings.ts'
import * as errors from './errors.ts'
import type { Job } from './job.ts'
import type { Task } from './task.ts'

/** What jobs need from the emulator. */
export interface JobsContext {
  readonly settings: EmulatorSettings
  readonly faults: Faults
  /** The service's address, without a trailing slash. */
  readonly baseUrl: () => string
  readonly pools: Pools
}

/** The jobs of the account and what their operations share. */
export interface Account extends JobsContext {
  readonly jobs: Map<string, Job>
  /** Aborted when the emulator stops. */
  readonly closing: AbortSignal
  /** Triggers scheduling on a pool. */
  wake(poolId: string): void
  /** Registers work that the emulator waits for when it stops. */
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

/** @throws BatchError 409 if a job has ended or is ending */
export function requireNotEnded({ state }: Job): void {
  if (state === 'deleting') throw errors.jobBeingDeleted()
  if (state === 'terminating') throw errors.jobBeingTerminated()
  if (state === 'completed') throw errors.jobCompleted()
}
