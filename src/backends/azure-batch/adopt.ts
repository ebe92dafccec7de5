import { setTimeout as pause } from 'node:timers/promises'
import type { AzureAccount } from './account.ts'
import { removeRun } from './ending.ts'
import { isDone } from './job-end.ts'
import type { BatchJobOrder } from './service/batch-service.ts'
import { BatchProblem } from './service/problem.ts'

/** How long a job that is on its way out is waited for, and how often it is looked at, in milliseconds. */
const PATIENCE = 180_000
const LOOK_EVERY = 2000

/**
 * Looks for a job that the same run left, and clears what this one cannot go on with: a job of another plan, one that
 * was ended early, one that is being deleted. Two jobs of one run never run beside each other.
 *
 * @returns `whole` where all its tasks are there already; `begun` where it is to be completed; null where there is none
 * @throws BatchProblem where an old job does not go away; the signal's reason
 */
export async function adoptable(
  account: AzureAccount,
  job: BatchJobOrder,
  signal: AbortSignal
): Promise<'whole' | 'begun' | null> {
  const found = await account.service.job(job.id, signal)
  if (found === null) return null
  const same = found.metadata['plan'] === job.metadata['plan']
  if (same && found.state === 'active') return 'begun'
  if (same && isDone(found)) return 'whole'
  await removeRun(account, job.id, signal)
  const giveUp = Date.now() + PATIENCE
  while ((await account.service.job(job.id, signal)) !== null) {
    if (Date.now() > giveUp) {
      throw new BatchProblem(
        'conflict',
        'JobBeingDeleted',
        `The job ${job.id} of an earlier attempt is being deleted and does not go away. Run again in some minutes.`
      )
    }
    await pause(LOOK_EVERY, undefined, { signal }).catch(() => signal.throwIfAborted())
  }
  return null
}
