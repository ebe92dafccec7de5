import { neededModels } from '../../../engine/tesseract/models.ts'
import type { Settings } from '../../../settings/settings.ts'
import type { BatchJobOrder, BatchService, PoolStatus } from '../client/batch-service.ts'
import { NAME_PREFIX } from '../names.ts'
import { AzureProblem } from '../problem.ts'
import { startTaskCommand } from './start-task.ts'
import { endOfSupportWarning, imageOf, slotsOf } from './vm.ts'

/** The settings that decide on the pool. */
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

/** The pool of a run. */
export interface ChosenPool {
  readonly pool: BatchJobOrder['pool']
  /** The nodes to be created; for an existing pool, its current or target size. */
  readonly nodes: number
  /** Per node. */
  readonly slots: number
  readonly vmSize: string
  readonly warnings: readonly string[]
}

/** Retries of the start task: package servers are not always available. */
const START_TASK_RETRIES = 2

/** The prefix of the ID of a job's pool, at most 20 characters; Batch adds the rest. */
const POOL_PREFIX = `${NAME_PREFIX}run-`

/**
 * Finds the named pool, or specifies one that is created and deleted with the job.
 *
 * @throws AzureProblem if the pool does not exist or does not have the identity, or the image is not supported
 */
export async function choosePool(
  service: BatchService,
  settings: PoolSettings,
  signal: AbortSignal
): Promise<ChosenPool> {
  if (settings.pool === null) return poolOfJob(service, settings, signal)
  const pool = await service.pool(settings.pool, signal)
  if (pool === null || pool.state === 'deleting') {
    const state = pool === null ? 'does not exist' : 'is being deleted'
    throw new AzureProblem(
      'not-found',
      'PoolNotFound',
      `The pool ${settings.pool} ${state}. Create it with \`pool create ${settings.pool}\`, or leave \`pool\` empty to use a pool that is created and deleted with the job.`
    )
  }
  assertIdentity(pool, settings.nodeIdentity)
  const current = pool.current.dedicated + pool.current.spot
  const target = pool.target.dedicated + pool.target.spot
  return {
    pool: { id: pool.id },
    nodes: Math.max(current, target) || settings.nodes + settings.spotNodes,
    slots: pool.slots,
    vmSize: pool.vmSize,
    warnings: []
  }
}

function assertIdentity(pool: PoolStatus, identity: string | null): void {
  const own = pool.identities.map((one) => one.toLowerCase())
  if (identity === null || own.includes(identity.toLowerCase())) return
  throw new AzureProblem(
    'bad-request',
    '',
    `The pool ${pool.id} does not have the identity ${identity} of \`node-identity\`, so its nodes cannot access the storage account. Add the identity to the pool in the Azure portal, or leave \`node-identity\` empty.`
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
