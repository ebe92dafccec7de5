import { randomBytes } from 'node:crypto'
import { idKey } from '../protocol/ids.ts'
import { type Kind, kindOf } from './kinds.ts'
import { type NodeOptions, PoolNode } from './node.ts'
import type { NodeContext } from './node-context.ts'

/** What a set of nodes needs from its pool. */
export interface NodeSetContext extends NodeContext {
  readonly poolId: string
  readonly specification: NodeOptions['specification']
  readonly changed: () => void
  /** Called when a node was preempted. */
  readonly preempted: (node: PoolNode) => void
}

/** The nodes of a pool. */
export class NodeSet {
  readonly #context: NodeSetContext
  readonly #nodes = new Map<string, PoolNode>()
  #closed = false

  constructor(context: NodeSetContext) {
    this.#context = context
  }

  /** In the order of allocation, in which they get tasks. */
  get all(): readonly PoolNode[] {
    return [...this.#nodes.values()]
  }

  find(nodeId: string): PoolNode | undefined {
    return this.#nodes.get(idKey(nodeId))
  }

  /** The number of nodes of a kind, including preempted ones that are to come back. */
  count(kind: Kind): number {
    return this.all.filter((node) => kindOf(node) === kind).length
  }

  /** The number of nodes of a kind that have a machine: the current size of the pool. */
  current(kind: Kind): number {
    return this.all.filter((node) => kindOf(node) === kind && node.state !== 'preempted').length
  }

  add(kind: Kind): void {
    const hash = randomBytes(32).toString('hex')
    this.#open(`tvmps_${hash}_${kind === 'dedicated' ? 'd' : 'p'}`, kind === 'dedicated')
  }

  /** Replaces a preempted node. */
  replace({ id, dedicated }: PoolNode): void {
    this.#open(id, dedicated)
  }

  #open(id: string, dedicated: boolean): void {
    if (this.#closed) return
    const taken = new Set(this.all.filter((node) => node.id !== id).map(({ index }) => index))
    let index = 0
    while (taken.has(index)) index += 1
    const { poolId, specification, changed, preempted } = this.#context
    const node: PoolNode = new PoolNode(this.#context, {
      ...{ id, poolId, dedicated, index, specification, changed },
      preempted: () => preempted(node)
    })
    this.#nodes.set(idKey(id), node)
    changed()
  }

  /** The nodes to remove so that at most `target` remain: named ones, then those that are least in use. */
  surplus(kind: Kind, target: number, named: readonly PoolNode[]): readonly PoolNode[] {
    const nodes = this.all.filter((node) => kindOf(node) === kind)
    const first = nodes.filter((node) => named.includes(node))
    const others = nodes
      .filter((node) => !named.includes(node))
      .sort((a, b) => removalRank(a) - removalRank(b) || b.index - a.index)
    const more = Math.max(0, others.length - target)
    return [...first, ...others.slice(0, more)]
  }

  /** Removes a node from the pool. */
  async take(node: PoolNode, deallocation: string, stop?: AbortSignal): Promise<void> {
    await node.leave(deallocation, stop)
    if (node.ending) this.#forget(node)
  }

  #forget(node: PoolNode): void {
    if (this.#nodes.get(idKey(node.id)) !== node) return
    this.#nodes.delete(idKey(node.id))
    this.#context.changed()
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.all.map((node) => node.close()))
  }
}

/** Nodes with the lowest rank are removed first: preempted nodes, then idle ones, then busy ones. */
function removalRank(node: PoolNode): number {
  if (node.state === 'preempted') return 0
  if (node.state === 'idle') return 2
  return node.runningTasks > 0 ? 3 + node.runningTasks : 1
}
