import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import { pause } from '../../../lib/abort.ts'
import type { AzureAccount } from '../account.ts'
import type { BatchJobOrder } from '../client/batch-service.ts'
import { BLOBS } from '../names.ts'
import { AzureProblem } from '../problem.ts'
import type { RunContainer } from '../storage/blob-account.ts'
import { isCompleted } from './job-end.ts'
import { manifestSchema, planDigest } from './manifest.ts'
import { removeRun } from './remove.ts'

/** How long to wait for a job to be deleted, and how often to poll it, in milliseconds. */
const TIMEOUT = 180_000
const POLL_EVERY = 2000

/**
 * Finds the job that an earlier submission of the same run left. Removes a job that cannot be continued: one of another
 * plan, one that was ended early, or one that is being deleted. A run never has two jobs of different plans.
 *
 * @returns `complete` if the job has all its tasks; `partial` if it accepts more; null if there is none
 * @throws AzureProblem if an old job is not deleted in time; the signal's reason
 */
export async function adoptJob(
  account: AzureAccount,
  job: BatchJobOrder,
  signal: AbortSignal
): Promise<'complete' | 'partial' | null> {
  const found = await account.service.job(job.id, signal)
  if (found === null) {
    await removeOtherContainer(account, job, signal)
    return null
  }
  const samePlan = found.metadata['plan'] === job.metadata['plan']
  if (samePlan && found.state === 'active') return 'partial'
  if (samePlan && isCompleted(found)) return 'complete'
  await removeRun(account, job.id, signal)
  const deadline = Date.now() + TIMEOUT
  while ((await account.service.job(job.id, signal)) !== null) {
    if (Date.now() > deadline) {
      throw new AzureProblem(
        'conflict',
        'JobBeingDeleted',
        `The job ${job.id} of an earlier attempt is still being deleted. Run again in a few minutes.`
      )
    }
    await pause(POLL_EVERY, signal)
  }
  return null
}

/** Removes the container of a run of another plan whose job is gone: its results must not be used. */
async function removeOtherContainer(
  { blobs }: AzureAccount,
  job: BatchJobOrder,
  signal: AbortSignal
): Promise<void> {
  const container = blobs.container(job.id)
  const plan = await planIn(container, signal)
  if (plan !== null && plan !== job.metadata['plan']) await container.remove(signal)
}

/** The digest of the plan in a container; null if there is no container or no manifest. */
async function planIn(container: RunContainer, signal: AbortSignal): Promise<string | null> {
  try {
    const blob = await container.get(BLOBS.manifest, signal)
    if (blob === null) return null
    const manifest = v.safeParse(manifestSchema, JSON.parse(await text(blob)))
    return manifest.success ? planDigest(manifest.output) : 'of another version'
  } catch (error) {
    if (error instanceof AzureProblem && error.code === 'ContainerNotFound') return null
    throw error
  }
}
