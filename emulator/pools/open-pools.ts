import { randomUUID } from 'node:crypto'
import type { Faults } from '../faults/faults.ts'
import type { MachineTools } from '../machine/machine.ts'
import { BatchError } from '../protocol/batch-error.ts'
import { bodyOf } from '../protocol/body.ts'
import { idKey } from '../protocol/ids.ts'
import type { BatchRequest, Operations, Resource } from '../protocol/request.ts'
import type { EmulatorSettings } from '../settings.ts'
import { rejectBadFormulas } from './autoscale/reject-bad-formulas.ts'
import { BatchPool, type PoolContext } from './batch-pool.ts'
import { checkSpecification } from './check-specification.ts'
import {
  invalidForState,
  nodeNotFound,
  poolBeingDeleted,
  poolExists,
  poolNotFound,
  poolQuotaReached
} from './errors.ts'
import { type Kind, kindOf } from './kinds.ts'
import type { PoolNode } from './node.ts'
import { nodeOperations } from './node-operations.ts'
import type { Demand, Pools } from './pool.ts'
import { type Specification, specificationSchema } from './pool-body.ts'
import { poolOperations } from './pool-operations.ts'
import { sizeOperations } from './size-operations.ts'

/** The pools of an account, as used by the service and by jobs. */
export interface OpenPools extends Pools {
  readonly operations: Operations
  /** The folder of a node. @throws BatchError if there is no such node, or it has no files yet */
  nodeFolder(poolId: string, nodeId: string): { readonly root: string; readonly url: string }
  /** Removes all nodes and their folders. */
  close(): Promise<void>
}

/** Creates an account without pools. */
export function openPools(context: {
  readonly settings: EmulatorSettings
  readonly faults: Faults
  readonly baseUrl: () => string
  readonly machineTools: MachineTools
  readonly demand: (poolId: string) => Demand
}): OpenPools {
  const { settings } = context
  const pools = new Map<string, BatchPool>()
  const listeners = new Set<(poolId: string) => void>()

  const freeCores = (kind: Kind): number => {
    const quota = kind === 'dedicated' ? settings.dedicatedCoreQuota : settings.spotCoreQuota
    const taken = [...pools.values()].map(
      ({ nodes, cores }) => cores * nodes.filter((node) => takesCores(node, kind)).length
    )
    return quota - taken.reduce((sum, cores) => sum + cores, 0)
  }

  const notify = (poolId: string): void => {
    for (const listener of listeners) listener(poolId)
  }

  const poolContext: PoolContext = {
    ...context,
    freeCores,
    changed: notify,
    gone: (pool) => {
      pools.delete(idKey(pool.id))
      notify(pool.id)
    }
  }

  const find = (poolId: string): BatchPool | undefined => pools.get(idKey(poolId))
  const poolOf = ({ parameters }: Pick<BatchRequest, 'parameters'>): BatchPool => {
    const pool = find(parameters['poolId'] ?? '')
    if (pool === undefined) throw poolNotFound()
    return pool
  }

  const add = (id: string, specification: Specification): BatchPool => {
    checkSpecification(specification)
    const there = find(id)
    if (there !== undefined) throw there.state === 'deleting' ? poolBeingDeleted() : poolExists()
    if (pools.size >= settings.poolQuota) throw poolQuotaReached()
    const pool = new BatchPool(poolContext, id, specification)
    rejectBadFormulas(() => pool.start())
    pools.set(idKey(id), pool)
    return pool
  }

  const hall = { poolOf, all: () => [...pools.values()], add }

  return {
    operations: { ...poolOperations(hall), ...sizeOperations(hall), ...nodeOperations(hall) },
    find,
    addForJob: (specification: Resource, idPrefix: string) => {
      const body = bodyOf({ body: specification } as BatchRequest, specificationSchema)
      const prefix = idPrefix === '' ? '' : `${idPrefix}_`
      return add(`${prefix}${randomUUID().toUpperCase()}`, body)
    },
    delete: (poolId) => {
      const pool = find(poolId)
      if (pool?.state === 'active') pool.delete()
    },
    onChange: (listener) => {
      listeners.add(listener)
    },
    nodeFolder: (poolId, nodeId) => {
      const node = poolOf({ parameters: { poolId } }).nodeSet.find(nodeId)
      if (node === undefined) throw nodeNotFound()
      return { root: rootOf(node), url: node.url }
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()))
    }
  }
}

/** A preempted node does not count towards the quota. */
const takesCores = (node: PoolNode, kind: Kind): boolean =>
  kindOf(node) === kind && node.state !== 'preempted'

const NOT_BOOTED: Readonly<Record<string, readonly [code: string, message: string]>> = {
  creating: ['NodeBeingCreated', 'The specified node is being created.'],
  starting: ['NodeBeingStarted', 'The specified node is being started.']
}

function rootOf(node: PoolNode): string {
  const { state, openedMachine } = node
  if (openedMachine !== null && !node.gone.aborted) return openedMachine.root
  const [code, message] = NOT_BOOTED[state] ?? []
  if (code === undefined || message === undefined) {
    throw invalidForState(`The files of a node in state ${state} cannot be reached.`)
  }
  throw new BatchError(409, code, message)
}
