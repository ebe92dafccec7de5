import { randomUUID } from 'node:crypto'
import { EndedByUser } from '../machine/machine.ts'
import { BatchError } from '../protocol/batch-error.ts'
import { invalidProperty } from '../protocol/body.ts'
import { newStamp, now } from '../protocol/stamp.ts'
import type { Account } from './account.ts'
import type { Job, JobState } from './job.ts'
import type { DisableTasks } from './job-body.ts'
import { releaseNodes } from './preparation.ts'
import { enter } from './state.ts'
import { limitOf } from './time-span.ts'
import { Requeued } from './work.ts'

const GOING_ON: readonly JobState[] = ['active', 'disabling', 'disabled', 'enabling']

/**
 * Starts a job: its time limit begins, and its auto pool is created.
 *
 * @throws BatchError if the specification of the auto pool is invalid
 */
export function beginJob(account: Account, job: Job): void {
  const { autoPoolSpecification } = job.settings.poolInfo
  if (autoPoolSpecification === undefined) {
    armDeadline(account, job)
    return
  }
  const { poolLifetimeOption, autoPoolIdPrefix = '', pool, keepAlive } = autoPoolSpecification
  if (poolLifetimeOption === 'jobschedule') {
    const reason = 'The lifetime option jobschedule is valid only in a job schedule.'
    throw invalidProperty('poolLifetimeOption', poolLifetimeOption, reason)
  }
  try {
    job.poolId = account.pools.addForJob(pool ?? {}, autoPoolIdPrefix).id
    job.ownsPool = !keepAlive
    armDeadline(account, job)
  } catch (error) {
    if (!(error instanceof BatchError) || error.status === 400) throw error
    failToStart(job, autoPoolIdPrefix, error)
  }
}

/** Completes a job at once because its auto pool could not be created. */
function failToStart(job: Job, prefix: string, error: BatchError): void {
  const quota = error.code === 'PoolQuotaReached'
  job.poolId = `${prefix}_${randomUUID().toUpperCase()}`
  job.schedulingError = {
    category: 'UserError',
    code: quota ? 'AutoPoolCreationFailedWithQuotaReached' : 'InvalidAutoPoolSettings',
    message: error.message,
    details: error.details.map(({ key, value }) => ({ name: key, value }))
  }
  job.endTime = now()
  enter(job, 'completed', job.endTime)
}

/** Sets or resets the timer for the time limit of a job. */
export function armDeadline(account: Account, job: Job): void {
  job.cancelDeadline()
  const limit = limitOf(job.settings.constraints.maxWallClockTime)
  if (limit === null) return
  const left = Date.parse(job.startTime) + limit - Date.now()
  const end = (): void => terminateJob(account, job, 'MaxWallClockTimeExpiry')
  job.cancelDeadline = job.timers.after(Math.max(left, 0), end)
}

/** Terminates a job with `onAllTasksComplete` if no task is left; a job without tasks has none left. */
export function completeIfDone(account: Account, job: Job): void {
  const { active, running } = job.counts.tasks
  if (job.settings.onAllTasksComplete !== 'terminatejob' || active + running > 0) return
  terminateJob(account, job, 'AllTasksComplete')
}

/** Terminates a job: running tasks are terminated, waiting tasks stay as they are, release tasks run. */
export function terminateJob(account: Account, job: Job, reason: string): void {
  if (!GOING_ON.includes(job.state)) return
  job.cancelDeadline()
  enter(job, 'terminating')
  account.underway(
    windUp(account, job).then(() => {
      if (job.state !== 'terminating' || account.closing.aborted) return
      job.endTime = now()
      job.terminateReason = reason
      enter(job, 'completed', job.endTime)
      deleteOwnPool(account, job)
    })
  )
}

/** Deletes a job with all that it left on nodes. */
export function deleteJob(account: Account, job: Job): void {
  job.cancelDeadline()
  enter(job, 'deleting')
  account.underway(
    windUp(account, job)
      .then(() => removeFolders(job))
      .then(() => {
        deleteOwnPool(account, job)
        job.timers.after(account.settings.leavingSeconds * 1000, () => {
          job.timers.close()
          account.jobs.delete(job.key)
        })
      })
  )
}

async function removeFolders(job: Job): Promise<void> {
  const nodes = [...job.nodes].filter(({ gone }) => !gone.aborted)
  await Promise.allSettled(nodes.map(({ machine }) => machine.removeJob(job.id)))
}

/** Deletes the auto pool of a job. */
function deleteOwnPool({ pools, closing }: Account, job: Job): void {
  if (!job.ownsPool || closing.aborted) return
  job.ownsPool = false
  if (pools.find(job.poolId)?.state === 'active') pools.delete(job.poolId)
}

/** Terminates the tasks of a job; idempotent, because a job may be deleted while it is being terminated. */
function windUp(account: Account, job: Job): Promise<void> {
  const end = async (): Promise<void> => {
    stopRuns(job, new EndedByUser('The job was ended.'))
    await Promise.all(job.runs.values())
    await releaseNodes(job, account.closing)
  }
  job.ending ??= end()
  return job.ending
}

const stopRuns = (job: Job, why: Error): void => {
  for (const task of job.runs.keys()) task.stop?.abort(why)
}

/** Disables a job: no more tasks are started, and running ones are treated as requested. */
export function disableJob(job: Job, disableTasks: DisableTasks): void {
  if (job.state !== 'disabled') enter(job, 'disabling')
  if (disableTasks === 'requeue') stopRuns(job, new Requeued('The job is being disabled.'))
  if (disableTasks === 'terminate') stopRuns(job, new EndedByUser('The job is being disabled.'))
  settleDisabling(job)
}

/** A job is disabled when none of its tasks runs any more. */
export function settleDisabling(job: Job): void {
  if (job.state === 'disabling' && job.runs.size === 0) enter(job, 'disabled')
}

/** Enables a job. */
export function enableJob(account: Account, job: Job): void {
  enter(job, 'enabling')
  job.timers.after(0, () => {
    if (job.state !== 'enabling') return
    enter(job, 'active')
    account.wake(job.poolId)
  })
}

/** Gives a job a new version after a change by a client. */
export const renewStamp = (job: Job): void => {
  job.stamp = newStamp()
}
