import type { Machine } from '../machine/machine.ts'
import type { Resource } from '../protocol/request.ts'

/** What jobs see of a node: a machine with room for tasks. */
export interface ComputeNode {
  readonly id: string
  readonly poolId: string
  readonly dedicated: boolean
  readonly machine: Machine
  /** `affinityId` on the wire. */
  readonly affinityId: string
  /** The node's own address on the service. */
  readonly url: string
  /**
   * Fires with `NodeGone` when the node is taken away, removed or its pool deleted; with `EndedByUser` where its tasks
   * are to be terminated before it leaves.
   */
  readonly gone: AbortSignal
  /** How many tasks of a job it holds, for spreading. */
  readonly runningTasks: number
  /**
   * Takes slots for a task and shows it among the node's recent tasks.
   *
   * @returns gives the slots back, with how the task stands then
   */
  occupy(slots: number, task: () => Resource): () => void
}

/** What jobs see of a pool. */
export interface Pool {
  readonly id: string
  readonly taskSlotsPerNode: number
  /**
   * Job ids whose preparation has run are the jobs' own business; the pool gives nodes in the order of its fill type. A
   * node on which a job's preparation has failed does not suit that job, however empty it is.
   */
  nodeWithRoom(slots: number, suits?: (node: ComputeNode) => boolean): ComputeNode | null
  readonly nodes: readonly ComputeNode[]
  /** `active` or `deleting`. */
  readonly state: string
}

/** The pools of the account as jobs use them. */
export interface Pools {
  find(poolId: string): Pool | undefined
  /** Makes the pool that lives with a job, from `autoPoolSpecification.pool`. */
  addForJob(specification: Resource, idPrefix: string): Pool
  delete(poolId: string): void
  /** Calls back whenever a node has room that had none, or came or went. */
  onChange(listener: (poolId: string) => void): void
}

/** How many tasks wait and run on a pool: what autoscale formulas ask for. */
export interface Demand {
  readonly activeTasks: number
  readonly runningTasks: number
  readonly succeededTasks: number
  readonly failedTasks: number
}
