import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import { pause } from '../../../lib/abort.ts'
import type { AzureAccount } from '../account.ts'
import type { BatchJobOrder } from '../client/batch-service.ts'
import { BLOBS } from '../names.ts'
import { AzureProblem } from '../problem.ts'
import type { RunContainer } from '../storage/blob-account.ts'
import { isDone } from './job-end.ts'
import { manifestSchema, planDigest } from './manifest.ts'
import { removeRun } from './remove.ts'

/** How long a job that is on its way out is waited for, and how often it is looked at, in milliseconds. */
const PATIENCE = 180_000
const LOOK_EVERY = 2000

/**
 * Looks for a job that the same run left, and clears what this one cannot go on with: a job of another plan, one that
 * was ended early, one that is being deleted. Two jobs of one run never run beside each other.
 *
 * @returns `whole` where all its tasks are there already; `begun` where it is to be completed; null where there is none
 * @throws AzureProblem where an old job does not go away; the signal's reason
 */
export async function adoptable(
  account: AzureAccount,
  job: BatchJobOrder,
  signal: AbortSignal
): Promise<'whole' | 'begun' | null> {
  const found = await account.service.job(job.id, signal)
  if (found === null) {
    await clearContainer(account, job, signal)
    return null
  }
  const same = found.metadata['plan'] === job.metadata['plan']
  if (same && found.state === 'active') return 'begun'
  if (same && isDone(found)) return 'whole'
  await removeRun(account, job.id, signal)
  const giveUp = Date.now() + PATIENCE
  while ((await account.service.job(job.id, signal)) !== null) {
    if (Date.now() > giveUp) {
      throw new AzureProblem(
        'conflict',
        'JobBeingDeleted',
        `The job ${job.id} of an earlier attempt is being deleted and does not go away. Run again in some minutes.`
      )
    }
    await pause(LOOK_EVERY, signal)
  }
  return null
}

/** Results that a run of another plan left are none of ours: its container goes, where its job has gone already. */
async function clearContainer(
  { blobs }: AzureAccount,
  job: BatchJobOrder,
  signal: AbortSignal
): Promise<void> {
  const container = blobs.container(job.id)
  const left = await planIn(container, signal)
  if (left === null || left === job.metadata['plan']) return
  await container.remove(signal)
}

/** The plan of the run whose container it is; null where there is none. */
async function planIn(container: RunContainer, signal: AbortSignal): Promise<string | null> {
  try {
    const blob = await container.get(BLOBS.manifest, signal)
    if (blob === null) return null
    const left = v.safeParse(manifestSchema, JSON.parse(await text(blob)))
    return left.success ? planDigest(left.output) : 'of another version'
  } catch (error) {
    if (error instanceof AzureProblem && error.code === 'ContainerNotFound') return null
    throw error
  }
}
