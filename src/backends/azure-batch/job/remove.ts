import type { AzureAccount } from '../account.ts'
import { isJobOf } from '../names.ts'

/**
 * Ends and removes all that a run has on Azure: its jobs, with them their own pools, and its container. What is gone
 * already is as good; each is tried, whatever becomes of the others.
 *
 * @param name of the run
 * @throws the first AzureProblem; the signal's reason
 */
export async function removeRun(
  account: AzureAccount,
  name: string,
  signal: AbortSignal
): Promise<void> {
  const { service, blobs } = account
  const removals = await Promise.allSettled([
    // The first job's id is known: it is asked to stop before anything else is asked.
    endJob(service, name, signal),
    endFollowers(service, name, signal),
    blobs.container(name).remove(signal)
  ])
  for (const removal of removals) if (removal.status === 'rejected') throw removal.reason
}

/** Ends the jobs of later rounds. */
async function endFollowers(
  service: AzureAccount['service'],
  name: string,
  signal: AbortSignal
): Promise<void> {
  const found = await service.jobs(name, signal)
  const others = found.filter(({ id }) => id !== name && isJobOf(name, id))
  const ends = await Promise.allSettled(others.map(({ id }) => endJob(service, id, signal)))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

async function endJob(
  service: AzureAccount['service'],
  id: string,
  signal: AbortSignal
): Promise<void> {
  // Its end shows our reason and stops its tasks soon; where it fails, the deletion ends the job as well.
  await service.terminateJob(id, REASON, signal).catch(() => {})
  await service.deleteJob(id, signal)
}

/** What the service shows as the reason of a job that we ended. */
export const REASON = 'batch-ocr: ended by its run'
