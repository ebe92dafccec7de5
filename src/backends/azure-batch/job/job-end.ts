import { pause } from '../../../lib/abort.ts'
import type { BatchJobStatus, BatchService } from '../client/batch-service.ts'
import { AzureProblem } from '../problem.ts'

/** How the service calls the end of a job whose tasks have all ended, and that of one whose time is over. */
const DONE = /^alltaskscomplete/i
const TIME_OVER = /^maxwallclocktime/i

/** How the service says that a job is gone, or is about to be. */
const GONE: readonly string[] = ['JobNotFound', 'JobBeingDeleted']

/** Whether a job ended because its tasks had: nothing of it was cut short. */
export const isDone = (job: BatchJobStatus): boolean =>
  job.state === 'completed' && DONE.test(job.terminateReason ?? '')

/**
 * Why a job ended before its tasks had, as a sentence; null where it goes on, is still ending, or is done.
 *
 * @param job null where there is none of that id
 * @param jobTimeout minutes
 */
export function earlyEnd(
  id: string,
  job: BatchJobStatus | null,
  jobTimeout: number
): string | null {
  if (job === null || job.state === 'deleting') return deleted(id)
  if (job.schedulingError !== null)
    return `Azure Batch could not start the job ${id} (${job.schedulingError}). ${REMEDY}`
  if (job.state !== 'completed' || isDone(job)) return null
  if (TIME_OVER.test(job.terminateReason ?? ''))
    return `The job ${id} did not end within job-timeout (${jobTimeout} minutes), so Azure Batch ended it. Raise it, or ask for more nodes.`
  return `The job ${id} was ended by somebody else (${job.terminateReason ?? 'no reason is given'}). Run again to read what is left.`
}

const REMEDY =
  'Where a quota of pools is reached, sweep what lost runs left or name a pool by `pool`; else look at vm-size and vm-image.'

const deleted = (id: string): string =>
  `The job ${id} was deleted by somebody else before all was read. Run again to read what is left.`

/** A problem in words that name the cause: that a job is gone is somebody's doing, not the service's. */
export function withCause(error: unknown, id: string): unknown {
  if (!(error instanceof AzureProblem) || !GONE.includes(error.code)) return error
  return new AzureProblem('not-found', error.code, deleted(id), { cause: error })
}

/** How long a job that is ending is waited for, and how often it is looked at, in milliseconds. */
const PATIENCE = 180_000
const LOOK_EVERY = 500

/**
 * What it means that a job takes no tasks any more: throws why it was cut short, and returns where it is done with all
 * that it had.
 *
 * @param refusal what adding tasks to it threw
 * @param jobTimeout minutes
 * @throws AzureProblem; the refusal itself where it means something else; the signal's reason
 */
export async function assertDone(
  service: BatchService,
  id: string,
  jobTimeout: number,
  refusal: unknown,
  signal: AbortSignal
): Promise<void> {
  if (!(refusal instanceof AzureProblem) || !['conflict', 'not-found'].includes(refusal.kind))
    throw refusal
  const giveUp = Date.now() + PATIENCE
  let job = await service.job(id, signal)
  while (job?.state === 'terminating' && Date.now() < giveUp) {
    await pause(LOOK_EVERY, signal)
    job = await service.job(id, signal)
  }
  const early = earlyEnd(id, job, jobTimeout)
  if (early !== null) throw new AzureProblem('conflict', refusal.code, early, { cause: refusal })
  if (job === null || !isDone(job)) throw refusal
}
