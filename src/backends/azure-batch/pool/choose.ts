import { neededModels } from '../../../engine/tesseract/models.ts'
import type { Settings } from '../../../settings/settings.ts'
import type { BatchJobOrder, BatchService, PoolStatus } from '../client/batch-service.ts'
import { NAME_PREFIX } from '../names.ts'
import { AzureProblem } from '../problem.ts'
import { startTaskCommand } from './start-task.ts'
import { endOfSupportWarning, imageOf, slotsOf } from './vm.ts'

/** What a pool is chosen by. */
export type PoolSettings = Pick<
  Settings,
  | 'pool'
  | 'nodeIdentity'
  | 'vmSize'
  | 'vmImage'
  | 'nodes'
  | 'spotNodes'
  | 'slots'
  | 'languages'
  | 'pageSegmentationMode'
>

/** Where a run's tasks will run. */
export interface ChosenPool {
  readonly pool: BatchJobOrder['pool']
  /** As ordered; of a pool that was there, as it is now. */
  readonly nodes: number
  /** Of each node. */
  readonly slots: number
  readonly vmSize: string
  readonly warnings: readonly string[]
}

/** A start task that fails runs so often again: apt's servers are not always there. */
const START_TASK_RETRIES = 2

/** How the pool of a job is called; Batch takes at most 20 characters, and adds an id of its own. */
const POOL_PREFIX = `${NAME_PREFIX}run-`

/**
 * Finds the pool that was named, or orders one that lives and dies with the job.
 *
 * @throws AzureProblem where the pool is not there, or cannot do what is asked of it
 */
export async function choosePool(
  service: BatchService,
  settings: PoolSettings,
  signal: AbortSignal
): Promise<ChosenPool> {
  if (settings.pool === null) return poolOfJob(service, settings, signal)
  const pool = await service.pool(settings.pool, signal)
  if (pool === null || pool.state === 'deleting') {
    const state = pool === null ? 'is not there' : 'is being deleted'
    throw new AzureProblem(
      'not-found',
      'PoolNotFound',
      `The pool ${settings.pool} ${state}. Make it with \`pool create ${settings.pool}\`, or leave \`pool\` empty: then a pool lives and dies with the job.`
    )
  }
  assertIdentity(pool, settings.nodeIdentity)
  const now = pool.current.dedicated + pool.current.spot
  const wanted = pool.target.dedicated + pool.target.spot
  return {
    pool: { id: pool.id },
    nodes: Math.max(now, wanted) || settings.nodes + settings.spotNodes,
    slots: pool.slots,
    vmSize: pool.vmSize,
    warnings: []
  }
}

function assertIdentity(pool: PoolStatus, identity: string | null): void {
  const carries = pool.identities.map((one) => one.toLowerCase())
  if (identity === null || carries.includes(identity.toLowerCase())) return
  throw new AzureProblem(
    'bad-request',
    '',
    `The pool ${pool.id} does not carry the identity ${identity} that \`node-identity\` names, so its nodes could not reach the storage. Give it to the pool (az batch pool create, or the portal), or leave \`node-identity\` empty.`
  )
}

async function poolOfJob(
  service: BatchService,
  settings: PoolSettings,
  signal: AbortSignal
): Promise<ChosenPool> {
  const image = imageOf(settings.vmImage, await service.supportedImages(signal))
  const slots = slotsOf(settings)
  const warning = endOfSupportWarning(image, new Date())
  const models = neededModels(settings)
  return {
    pool: {
      prefix: POOL_PREFIX,
      ofJob: {
        id: '',
        vmSize: settings.vmSize,
        image: {
          publisher: image.publisher,
          offer: image.offer,
          sku: image.sku,
          nodeAgent: image.nodeAgent
        },
        slots,
        size: { dedicated: settings.nodes, spot: settings.spotNodes },
        startTask: { commandLine: startTaskCommand(models), retries: START_TASK_RETRIES },
        metadata: { 'batch-ocr': 'run' }
      }
    },
    nodes: settings.nodes + settings.spotNodes,
    slots,
    vmSize: settings.vmSize,
    warnings: warning === null ? [] : [warning]
  }
}
