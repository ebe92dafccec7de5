import type { AzureAccount } from '../account.ts'
import { isJobOf } from '../names.ts'

/** The terminate reason of jobs that we end, which the service shows. */
export const TERMINATE_REASON = 'batch-ocr: ended by its run'

/**
 * Ends and removes everything of a run on Azure: its jobs, along with the pools that were created for them, and its
 * container. Each is tried even if another one fails.
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
    // The first job has a known ID: it is ended without waiting for a list.
    removeJob(service, name, signal),
    removeLaterJobs(service, name, signal),
    blobs.container(name).remove(signal)
  ])
  throwFirst(removals)
}

/** Removes the jobs of later rounds. */
async function removeLaterJobs(
  service: AzureAccount['service'],
  name: string,
  signal: AbortSignal
): Promise<void> {
  const jobs = await service.jobs(name, signal)
  const later = jobs.filter(({ id }) => id !== name && isJobOf(name, id))
  throwFirst(await Promise.allSettled(later.map(({ id }) => removeJob(service, id, signal))))
}

async function removeJob(
  service: AzureAccount['service'],
  id: string,
  signal: AbortSignal
): Promise<void> {
  // Terminating stops the tasks at once and shows our reason. If it fails, deleting ends the job as well.
  await service.terminateJob(id, TERMINATE_REASON, signal).catch(() => {})
  await service.deleteJob(id, signal)
}

function throwFirst(results: readonly PromiseSettledResult<unknown>[]): void {
  for (const result of results) if (result.status === 'rejected') throw result.reason
}
