import type { Backend, Job, JobOrder } from '../backend.ts'
import type { AzureAccount } from './account.ts'
import { AzureJob } from './job/job.ts'
import { type Manifest, manifestPlan } from './job/manifest.ts'
import { POLL_INTERVAL, type PollInterval } from './job/poll.ts'
import { submit } from './job/submit.ts'
import type { ChosenPool } from './pool/choose.ts'

/** What a run on Azure needs besides its images. */
export interface AzurePlace {
  readonly account: AzureAccount
  /** The name of the run, by `runName`. */
  readonly name: string
  readonly chosen: ChosenPool
  readonly limits: {
    readonly nodeIdentity: string | null
    readonly taskRetries: number
    /** Minutes. */
    readonly taskTimeout: number
    /** Minutes. */
    readonly jobTimeout: number
  }
  /** Absolute path of the program that runs on nodes. */
  readonly nodeProgram: string
  readonly pollInterval?: PollInterval
}

/** The least work for one task, in seconds: its archives, process start and engine start take about three. */
export const LEAST_SECONDS = 15

/** The backend that runs tasks on Azure Batch nodes. */
export const azureBackend = (place: AzurePlace): Backend => ({
  start: (order, signal) => startAzureJob(place, order, signal)
})

async function startAzureJob(
  place: AzurePlace,
  order: JobOrder,
  signal: AbortSignal
): Promise<Job> {
  const manifest = await submitAzureJob(place, order, signal)
  const { account, pollInterval = POLL_INTERVAL } = place
  return new AzureJob({ account, manifest, folder: order.folder, pollInterval })
}

/**
 * Submits a job to Azure without following it.
 *
 * @throws like `submit`
 */
export async function submitAzureJob(
  place: AzurePlace,
  order: JobOrder,
  signal: AbortSignal
): Promise<Manifest> {
  const manifest = manifestOf(place, order)
  // A job without tasks would not end on its own.
  if (manifest.plan.partitions.length > 0)
    await submit(place.account, manifest, order, place.nodeProgram, signal)
  return manifest
}

function manifestOf(place: AzurePlace, order: JobOrder): Manifest {
  const { chosen, name, limits } = place
  return {
    version: 1,
    name,
    origin: order.origin,
    submitted: new Date().toISOString(),
    pool: chosen.pool as Manifest['pool'],
    nodes: chosen.nodes,
    vmSize: chosen.vmSize,
    ...limits,
    known: [...order.known],
    plan: manifestPlan(order.plan, order.images)
  }
}
