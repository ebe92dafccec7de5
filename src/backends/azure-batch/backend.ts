import type { Backend, Job, JobOrder } from '../backend.ts'
import type { AzureAccount } from './account.ts'
import { AzureJob } from './job/job.ts'
import { type Manifest, manifestPlan } from './job/manifest.ts'
import { PACE, type Pace } from './job/poll.ts'
import { submit } from './job/submit.ts'
import type { ChosenPool } from './pool/choose.ts'

/** What a run on Azure is made of, beside its images. */
export interface AzurePlace {
  readonly account: AzureAccount
  /** Of the run, by `runName`. */
  readonly name: string
  readonly chosen: ChosenPool
  readonly limits: {
    readonly nodeIdentity: string | null
    readonly taskRetries: number
    /** Minutes, both. */
    readonly taskTimeout: number
    readonly jobTimeout: number
  }
  /** Absolute path of the program that runs on nodes. */
  readonly nodeProgram: string
  readonly pace?: Pace
}

/** The least work worth a task of its own, in seconds: a task's archives, start and engine take some three. */
export const LEAST_SECONDS = 15

/** The backend that reads on nodes of Azure Batch. */
export const azureBackend = (place: AzurePlace): Backend => ({
  start: (order, signal) => startAzureJob(place, order, signal)
})

async function startAzureJob(
  place: AzurePlace,
  order: JobOrder,
  signal: AbortSignal
): Promise<Job> {
  const manifest = await submitAzureJob(place, order, signal)
  const { account, pace = PACE } = place
  return new AzureJob({ account, manifest, folder: order.folder, pace })
}

/**
 * Brings a job to Azure without following it.
 *
 * @throws as `submit` does
 */
export async function submitAzureJob(
  place: AzurePlace,
  order: JobOrder,
  signal: AbortSignal
): Promise<Manifest> {
  const manifest = manifestOf(place, order)
  // A job without a task would never end by itself.
  if (manifest.plan.partitions.length > 0)
    await submit(place.account, manifest, order, place.nodeProgram, signal)
  return manifest
}

/** What a run is, for whoever follows it. */
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
