import type {
  CloudPool,
  ComputeNode,
  NodeCounts as CountsOfStates,
  ImageInformation,
  PoolAddParameter,
  PoolNodeCounts,
  PoolSpecification,
  TaskFailureInformation
} from '@azure/batch'
import type {
  NodeCounts,
  NodeStatus,
  PoolOrder,
  PoolStatus,
  SupportedImage
} from './batch-service.ts'
import { namesAndValues, recordOf, saidWithDetails } from './messages.ts'

/** Pools and nodes in the service's words and in ours. The letter case of its states is not to be relied on. */

/** A pool as it is added. */
export const poolBody = (order: PoolOrder): PoolAddParameter => ({
  id: order.id,
  ...poolSpecification(order)
})

/** A pool as a job brings it. */
export const poolSpecification = ({
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
  ...sizeBody(size),
  ...(startTask === null ? {} : { startTask: startTaskBody(startTask) }),
  metadata: namesAndValues(metadata)
})

const sizeBody = (size: PoolOrder['size']): Partial<PoolSpecification> =>
  'formula' in size
    ? {
        enableAutoScale: true,
        autoScaleFormula: size.formula,
        autoScaleEvaluationInterval: `PT${size.everyMinutes}M`
      }
    : { targetDedicatedNodes: size.dedicated, targetLowPriorityNodes: size.spot }

const startTaskBody = ({ commandLine, retries }: NonNullable<PoolOrder['startTask']>) => ({
  commandLine,
  userIdentity: { autoUser: { scope: 'pool', elevationLevel: 'admin' } } as const,
  maxTaskRetryCount: retries,
  waitForSuccess: true
})

/** How a pool stands. */
export const poolStanding = (pool: CloudPool): PoolStatus => ({
  id: pool.id ?? '',
  state: lower(pool.state) === 'deleting' ? 'deleting' : 'active',
  allocation: allocationOf(lower(pool.allocationState)),
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
    message: saidWithDetails(message, values)
  })),
  identities: (pool.identity?.userAssignedIdentities ?? []).map(({ resourceId }) => resourceId),
  metadata: recordOf(pool.metadata)
})

const allocationOf = (state: string): PoolStatus['allocation'] =>
  state === 'resizing' || state === 'stopping' ? state : 'steady'

/** How a node stands. */
export const nodeStanding = (node: ComputeNode): NodeStatus => ({
  id: node.id ?? '',
  state: lower(node.state),
  dedicated: node.isDedicated ?? true,
  vmSize: node.vmSize ?? '',
  startTask:
    node.startTaskInfo === undefined
      ? null
      : {
          exitCode: node.startTaskInfo.exitCode ?? null,
          failure: failureSaid(node.startTaskInfo.failureInfo)
        },
  errors: (node.errors ?? []).map(({ code, message, errorDetails }) =>
    [code, saidWithDetails(message, errorDetails)].filter(Boolean).join(': ')
  )
})

const failureSaid = (info: TaskFailureInformation | undefined): string | null =>
  info === undefined
    ? null
    : [info.code, saidWithDetails(info.message, info.details)].filter(Boolean).join(': ')

/** How many nodes are in which state. */
export const nodeCounts = ({ dedicated, lowPriority }: PoolNodeCounts): NodeCounts => ({
  dedicated: statesOf(dedicated),
  spot: statesOf(lowPriority)
})

/** The service counts the nodes in all, too, as if that were a state. */
const statesOf = (counts: CountsOfStates | undefined): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counts ?? {})
      .map(([state, count]) => [lower(state), count] as const)
      .filter(([state, count]) => state !== 'total' && typeof count === 'number')
  )

/** An image of the marketplace. */
export const supportedImage = (image: ImageInformation): SupportedImage => ({
  publisher: image.imageReference.publisher ?? '',
  offer: image.imageReference.offer ?? '',
  sku: image.imageReference.sku ?? '',
  nodeAgent: image.nodeAgentSKUId,
  osType: lower(image.osType),
  verified: lower(image.verificationType) === 'verified',
  endOfSupport: image.batchSupportEndOfLife ?? null
})

const lower = (word = ''): string => word.toLowerCase()
