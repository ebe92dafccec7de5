import { type Machine, NodeGone } from '../machine/machine.ts'
import type { ComputeNode, Pool, Pools } from '../pools/pool.ts'
import { BatchError } from '../protocol/batch-error.ts'
import type { Resource } from '../protocol/request.ts'
import { StandInMachine } from './fake-machine.ts'

/** A node of the tests: it keeps the contract, and its machine runs words instead of processes. */
export class StandInNode implements ComputeNode {
  readonly id: string
  readonly poolId: string
  readonly dedicated = true
  readonly machine: Machine
  /** Its machine, unless that is a real one. */
  readonly words: StandInMachine
  readonly affinityId: string
  readonly url: string
  readonly gone: AbortSignal
  /** What the node shows of its tasks, the last one first. */
  readonly recent: (() => Resource)[] = []
  runningTasks = 0
  free: number
  private readonly leaving = new AbortController()
  private readonly changed: () => void

  constructor(poolId: string, id: string, slots: number, changed: () => void, machine?: Machine) {
    this.id = id
    this.poolId = poolId
    this.affinityId = `TVM:${id}`
    this.url = `http://batch.test/pools/${poolId}/nodes/${id}`
    this.words = new StandInMachine(`/nodes/${id}`)
    this.machine = machine ?? this.words
    this.gone = this.leaving.signal
    this.free = slots
    this.changed = changed
  }

  occupy(slots: number, task: () => Resource): () => void {
    this.free -= slots
    this.runningTasks += 1
    this.recent.unshift(task)
    return () => {
      this.free += slots
      this.runningTasks -= 1
      this.changed()
    }
  }

  leave(why: Error): void {
    this.leaving.abort(why)
  }
}

export class StandInPool implements Pool {
  readonly id: string
  readonly taskSlotsPerNode: number
  nodes: StandInNode[] = []
  state = 'active'
  private readonly changed: () => void

  constructor(id: string, taskSlotsPerNode: number, changed: () => void) {
    this.id = id
    this.taskSlotsPerNode = taskSlotsPerNode
    this.changed = changed
  }

  nodeWithRoom(slots: number, suits: (node: ComputeNode) => boolean = () => true) {
    const fitting = this.nodes.filter((node) => node.free >= slots && suits(node))
    return fitting.sort((a, b) => a.runningTasks - b.runningTasks)[0] ?? null
  }

  /** Adds a node; with a real machine where it is given one. */
  grow(machine?: Machine): StandInNode {
    const id = `${this.id}-n${this.nodes.length}`
    const node = new StandInNode(this.id, id, this.taskSlotsPerNode, this.changed, machine)
    this.nodes.push(node)
    this.changed()
    return node
  }

  /** Takes a node away. */
  lose(node: StandInNode, why: Error = new NodeGone('The test took the node away.')): void {
    this.nodes = this.nodes.filter((other) => other !== node)
    node.leave(why)
    this.changed()
  }
}

export class StandInPools implements Pools {
  readonly pools = new Map<string, StandInPool>()
  readonly deleted: string[] = []
  private readonly listeners: ((poolId: string) => void)[] = []

  add(id: string, nodes: number, taskSlotsPerNode = 1): StandInPool {
    const pool = new StandInPool(id, taskSlotsPerNode, () => this.tell(id))
    this.pools.set(id.toLowerCase(), pool)
    for (let count = 0; count < nodes; count++) pool.grow()
    this.tell(id)
    return pool
  }

  find(poolId: string): StandInPool | undefined {
    return this.pools.get(poolId.toLowerCase())
  }

  addForJob(specification: Resource, idPrefix: string): Pool {
    if (specification['vmSize'] === 'too-many') {
      throw new BatchError(409, 'PoolQuotaReached', 'Pool quota for the account has been reached.')
    }
    return this.add(`${idPrefix}_1`, Number(specification['targetDedicatedNodes'] ?? 0))
  }

  delete(poolId: string): void {
    this.deleted.push(poolId)
    const pool = this.find(poolId)
    for (const node of pool?.nodes ?? []) pool?.lose(node)
    this.pools.delete(poolId.toLowerCase())
  }

  onChange(listener: (poolId: string) => void): void {
    this.listeners.push(listener)
  }

  private tell(id: string): void {
    for (const listener of this.listeners) listener(id)
  }
}
