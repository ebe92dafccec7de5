import { randomBytes } from 'node:crypto'
import { idKey } from '../protocol/ids.ts'
import { type Kind, kindOf } from './kinds.ts'
import { type NodeContext, type NodeOptions, PoolNode } from './node.ts'

/** What a set of nodes needs to know of its pool. */
export interface NodeSetContext extends NodeContext {
  readonly poolId: string
  readonly specification: NodeOptions['specification']
  readonly changed: () => void
  /** Hears of a node that was taken away: whether it comes back is for others to see. */
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

  /** Those that take tasks first come first: in the order in which they were allocated. */
  get all(): readonly PoolNode[] {
    return [...this.#nodes.values()]
  }

  find(nodeId: string): PoolNode | undefined {
    return this.#nodes.get(idKey(nodeId))
  }

  /** How many nodes of a kind there are, those included that were preempted and are to come back. */
  count(kind: Kind): number {
    return this.all.filter((node) => kindOf(node) === kind).length
  }

  /** How many nodes of a kind have a machine: what the pool tells as its current size. */
  current(kind: Kind): number {
    return this.all.filter((node) => kindOf(node) === kind && node.state !== 'preempted').length
  }

  add(kind: Kind): void {
    const hash = randomBytes(32).toString('hex')
    this.#open(`tvmps_${hash}_${kind === 'dedicated' ? 'd' : 'p'}`, kind === 'dedicated')
  }

  /** Puts a new node in the place of one that was preempted. */
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

  /** The nodes to give up so that no more than `target` remain: named ones, then those that would be missed least. */
  surplus(kind: Kind, target: number, named: readonly PoolNode[]): readonly PoolNode[] {
    const nodes = this.all.filter((node) => kindOf(node) === kind)
    const first = nodes.filter((node) => named.includes(node))
    const others = nodes
      .filter((node) => !named.includes(node))
      .sort((a, b) => worth(a) - worth(b) || b.index - a.index)
    const more = Math.max(0, others.length - target)
    return [...first, ...others.slice(0, more)]
  }

  /** Lets a node go; it is no more of the set once it is gone. */
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

/** Preempted nodes are missed least, busy ones most. */
function worth(node: PoolNode): number {
  if (node.state === 'preempted') return 0
  if (node.state === 'idle') return 2
  return node.runningTasks > 0 ? 3 + node.runningTasks : 1
}
