import { type Machine, NodeGone } from '../machine/machine.ts'
import type { ComputeNode, Pool, Pools } from '../pools/pool.ts'
import { BatchError } from '../protocol/batch-error.ts'
import type { Resource } from '../protocol/request.ts'
import { FakeMachine } from './fake-machine.ts'

/** A node with a fake machine by default. */
export class FakeNode implements ComputeNode {
  readonly id: string
  readonly poolId: string
  readonly dedicated = true
  readonly machine: Machine
  /** The fake machine, used unless a real one is given. */
  readonly fake: FakeMachine
  readonly affinityId: string
  readonly url: string
  readonly gone: AbortSignal
  /** The tasks of the node, the last one first. */
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
    this.fake = new FakeMachine(`/nodes/${id}`)
    this.machine = machine ?? this.fake
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

export class FakePool implements Pool {
  readonly id: string
  readonly taskSlotsPerNode: number
  nodes: FakeNode[] = []
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

  /** Adds a node, optionally with a real machine. */
  grow(machine?: Machine): FakeNode {
    const id = `${this.id}-n${this.nodes.length}`
    const node = new FakeNode(this.id, id, this.taskSlotsPerNode, this.changed, machine)
    this.nodes.push(node)
    this.changed()
    return node
  }

  /** Removes a node. */
  lose(node: FakeNode, why: Error = new NodeGone('The test took the node away.')): void {
    this.nodes = this.nodes.filter((other) => other !== node)
    node.leave(why)
    this.changed()
  }
}

export class FakePools implements Pools {
  readonly pools = new Map<string, FakePool>()
  readonly deleted: string[] = []
  private readonly listeners: ((poolId: string) => void)[] = []

  add(id: string, nodes: number, taskSlotsPerNode = 1): FakePool {
    const pool = new FakePool(id, taskSlotsPerNode, () => this.tell(id))
    this.pools.set(id.toLowerCase(), pool)
    for (let count = 0; count < nodes; count++) pool.grow()
    this.tell(id)
    return pool
  }

  find(poolId: string): FakePool | undefined {
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
