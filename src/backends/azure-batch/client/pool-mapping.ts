import type {
  CloudPool,
  ComputeNode,
  ImageInformation,
  PoolAddParameter,
  PoolNodeCounts,
  PoolSpecification,
  NodeCounts as StateCounts,
  TaskFailureInformation
} from '@azure/batch'
import type {
  NodeCounts,
  NodeStatus,
  PoolOrder,
  PoolStatus,
  SupportedImage
} from './batch-service.ts'
import { errorText, messageWithDetails } from './messages.ts'
import { fromPairs, toPairs } from './values.ts'

/**
 * Maps pools and nodes to the types of the SDK and back. Enum values are compared in lower case, since their letter case
 * differs between versions of the service.
 */

/** A new pool of its own. */
export const toPool = (order: PoolOrder): PoolAddParameter => ({
  id: order.id,
  ...toPoolSpecification(order)
})

/** A pool that the service creates for a job. */
export const toPoolSpecification = ({
  vmSize,
  image,
  slots,
  size,
  startTask,
  metadata
}: PoolOrder): PoolSpecification => ({
  vmSize,
  virtualMachineConfiguration: {
    imageReference: { publisher: image.publisher, offer: image.offer, sku: image.sku },
    nodeAgentSKUId: image.nodeAgent
  },
  taskSlotsPerNode: slots,
  ...toSize(size),
  ...(startTask === null ? {} : { startTask: toStartTask(startTask) }),
  metadata: toPairs(metadata)
})

const toSize = (size: PoolOrder['size']): Partial<PoolSpecification> =>
  'formula' in size
    ? {
        enableAutoScale: true,
        autoScaleFormula: size.formula,
        autoScaleEvaluationInterval: `PT${size.everyMinutes}M`
      }
    : { targetDedicatedNodes: size.dedicated, targetLowPriorityNodes: size.spot }

const toStartTask = ({ commandLine, retries }: NonNullable<PoolOrder['startTask']>) => ({
  commandLine,
  userIdentity: { autoUser: { scope: 'pool', elevationLevel: 'admin' } } as const,
  maxTaskRetryCount: retries,
  waitForSuccess: true
})

export const fromPool = (pool: CloudPool): PoolStatus => ({
  id: pool.id ?? '',
  state: lower(pool.state) === 'deleting' ? 'deleting' : 'active',
  allocation: fromAllocationState(lower(pool.allocationState)),
  allocationSince: pool.allocationStateTransitionTime ?? new Date(0),
  created: pool.creationTime ?? new Date(0),
  vmSize: pool.vmSize ?? '',
  slots: pool.taskSlotsPerNode ?? 1,
  current: {
    dedicated: pool.currentDedicatedNodes ?? 0,
    spot: pool.currentLowPriorityNodes ?? 0
  },
  target: { dedicated: pool.targetDedicatedNodes ?? 0, spot: pool.targetLowPriorityNodes ?? 0 },
  autoscale: pool.enableAutoScale ?? false,
  resizeErrors: (pool.resizeErrors ?? []).map(({ code = '', message, values }) => ({
    code,
    message: messageWithDetails(message, values)
  })),
  identities: (pool.identity?.userAssignedIdentities ?? []).map(({ resourceId }) => resourceId),
  metadata: fromPairs(pool.metadata)
})

const fromAllocationState = (state: string): PoolStatus['allocation'] =>
  state === 'resizing' || state === 'stopping' ? state : 'steady'

/** The properties that `fromNode` reads: lists select only these. */
export const NODE_FIELDS = 'id,state,isDedicated,vmSize,startTaskInfo,errors'

export const fromNode = (node: ComputeNode): NodeStatus => ({
  id: node.id ?? '',
  state: lower(node.state),
  dedicated: node.isDedicated ?? true,
  vmSize: node.vmSize ?? '',
  startTask:
    node.startTaskInfo === undefined
      ? null
      : {
          exitCode: node.startTaskInfo.exitCode ?? null,
          failure: fromFailure(node.startTaskInfo.failureInfo)
        },
  errors: (node.errors ?? []).map(({ code, message, errorDetails }) =>
    errorText(code, message, errorDetails)
  )
})

const fromFailure = (info: TaskFailureInformation | undefined): string | null =>
  info === undefined ? null : errorText(info.code, info.message, info.details)

export const fromNodeCounts = ({ dedicated, lowPriority }: PoolNodeCounts): NodeCounts => ({
  dedicated: fromStateCounts(dedicated),
  spot: fromStateCounts(lowPriority)
})

/** The service lists the total among the states. */
const fromStateCounts = (counts: StateCounts | undefined): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counts ?? {})
      .map(([state, count]) => [lower(state), count] as const)
      .filter(([state, count]) => state !== 'total' && typeof count === 'number')
  )

export const fromSupportedImage = (image: ImageInformation): SupportedImage => ({
  publisher: image.imageReference.publisher ?? '',
  offer: image.imageReference.offer ?? '',
  sku: image.imageReference.sku ?? '',
  nodeAgent: image.nodeAgentSKUId,
  osType: lower(image.osType),
  verified: lower(image.verificationType) === 'verified',
  endOfSupport: image.batchSupportEndOfLife ?? null
})

const lower = (text = ''): string => text.toLowerCase()
