import type { Machine } from '../machine/machine.ts'
import type { Resource } from '../protocol/request.ts'

/** A node as jobs see it: a machine with slots for tasks. */
export interface ComputeNode {
  readonly id: string
  readonly poolId: string
  readonly dedicated: boolean
  readonly machine: Machine
  /** `affinityId` on the wire. */
  readonly affinityId: string
  /** The URL of the node. */
  readonly url: string
  /**
   * Aborted with `NodeGone` when the node is preempted or removed or its pool deleted; with `EndedByUser` if its tasks are
   * to be terminated before it leaves.
   */
  readonly gone: AbortSignal
  /** The number of tasks on the node. */
  readonly runningTasks: number
  /**
   * Occupies slots with a task and lists it among the node's recent tasks.
   *
   * @returns a function that releases the slots
   */
  occupy(slots: number, task: () => Resource): () => void
}

/** A pool as jobs see it. */
export interface Pool {
  readonly id: string
  readonly taskSlotsPerNode: number
  /**
   * The next node with free slots, by the pool's fill type.
   *
   * @param suits excludes nodes, such as those on which the preparation of a job failed
   */
  nodeWithRoom(slots: number, suits?: (node: ComputeNode) => boolean): ComputeNode | null
  readonly nodes: readonly ComputeNode[]
  /** `active` or `deleting`. */
  readonly state: string
}

/** The pools of the account as jobs see them. */
export interface Pools {
  find(poolId: string): Pool | undefined
  /** Creates the auto pool of a job from `autoPoolSpecification.pool`. */
  addForJob(specification: Resource, idPrefix: string): Pool
  delete(poolId: string): void
  /** Calls back whenever a node has free slots, was added or was removed. */
  onChange(listener: (poolId: string) => void): void
}

/** The number of tasks of a pool by state, for autoscale formulas. */
export interface Demand {
  readonly activeTasks: number
  readonly runningTasks: number
  readonly succeededTasks: number
  readonly failedTasks: number
}
