import { pause } from '../../../lib/abort.ts'
import type { BatchJobStatus, BatchService } from '../client/batch-service.ts'
import { AzureProblem } from '../problem.ts'

/** Terminate reasons of the service: all tasks have ended, and the job's time limit has passed. */
const ALL_TASKS_ENDED = /^alltaskscomplete/i
const TIME_LIMIT = /^maxwallclocktime/i

/** Error codes of a job that was deleted, or is about to be. */
const DELETED: readonly string[] = ['JobNotFound', 'JobBeingDeleted']

/** Whether a job ended because all its tasks had ended. */
export const isCompleted = (job: BatchJobStatus): boolean =>
  job.state === 'completed' && ALL_TASKS_ENDED.test(job.terminateReason ?? '')

/**
 * Why a job ended before its tasks did, as a sentence; null if it is active, still ending, or completed.
 *
 * @param job null if there is no job with that ID
 * @param jobTimeout minutes
 */
export function earlyEnd(
  id: string,
  job: BatchJobStatus | null,
  jobTimeout: number
): string | null {
  if (job === null || job.state === 'deleting') return deletedByOthers(id)
  if (job.schedulingError !== null)
    return `Azure Batch could not start the job ${id} (${job.schedulingError}). ${REMEDY}`
  if (job.state !== 'completed' || isCompleted(job)) return null
  if (TIME_LIMIT.test(job.terminateReason ?? ''))
    return `The job ${id} did not end within job-timeout (${jobTimeout} minutes), so Azure Batch ended it. Raise job-timeout, or use more nodes.`
  return `The job ${id} was ended by somebody else (${job.terminateReason ?? 'no reason is given'}). Run again to read the remaining images.`
}

const REMEDY =
  'If the pool quota is used up, remove what earlier runs left with `sweep`, or name a pool in `pool`. Otherwise, check vm-size and vm-image.'

const deletedByOthers = (id: string): string =>
  `The job ${id} was deleted by somebody else before all images were read. Run again to read the remaining images.`

/** Replaces the error of a call to a job that was deleted by one that says so; other errors stay. */
export function withCause(error: unknown, id: string): unknown {
  if (!(error instanceof AzureProblem) || !DELETED.includes(error.code)) return error
  return new AzureProblem('not-found', error.code, deletedByOthers(id), { cause: error })
}

/** How long to wait for a job to end, and how often to poll it, in milliseconds. */
const TIMEOUT = 180_000
const POLL_EVERY = 500

/**
 * Checks why a job accepts no more tasks: returns if it is completed.
 *
 * @param refusal what adding tasks threw
 * @param jobTimeout minutes
 * @throws AzureProblem that says why the job ended early; `refusal` if it has another reason; the signal's reason
 */
export async function assertCompleted(
  service: BatchService,
  id: string,
  jobTimeout: number,
  refusal: unknown,
  signal: AbortSignal
): Promise<void> {
  if (!(refusal instanceof AzureProblem) || !['conflict', 'not-found'].includes(refusal.kind))
    throw refusal
  const deadline = Date.now() + TIMEOUT
  let job = await service.job(id, signal)
  while (job?.state === 'terminating' && Date.now() < deadline) {
    await pause(POLL_EVERY, signal)
    job = await service.job(id, signal)
  }
  const early = earlyEnd(id, job, jobTimeout)
  if (early !== null) throw new AzureProblem('conflict', refusal.code, early, { cause: refusal })
  if (job === null || !isCompleted(job)) throw refusal
}
