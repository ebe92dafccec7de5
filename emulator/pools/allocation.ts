import type { Faults } from '../faults/faults.ts'
import type { Resource } from '../protocol/request.ts'
import { now } from '../protocol/stamp.ts'
import { type Counts, KINDS, type Kind, kindOf } from './kinds.ts'
import type { PoolNode } from './node.ts'
import type { NodeSet } from './node-set.ts'
import { pause } from './pause.ts'
import { type FreeCores, QUOTA_ERRORS } from './quota.ts'

/** A requested resize. */
export interface ResizeRequest {
  readonly targets: Counts
  /** Milliseconds; Infinity for no limit. */
  readonly timeout: number
  readonly deallocation: string
  /** Nodes to remove in preference to others. */
  readonly leaving?: readonly PoolNode[]
}

/** What an allocation needs from its pool. */
export interface AllocationContext {
  readonly poolId: string
  readonly nodes: NodeSet
  readonly faults: Faults
  readonly allocationSeconds: number
  /** How long it takes to stop a resize, or to find that there is nothing to allocate. */
  readonly leavingSeconds: number
  /** Cores per node. */
  readonly cores: () => number
  readonly freeCores: FreeCores
}

/** A resize ended before it reached its targets: error code, and reason for the message. */
class ResizeEnded extends Error {
  readonly code: string

  constructor(code: string, reason: string) {
    super(reason)
    this.code = code
  }
}

/** The longest that one timer of Node.js can wait. */
const LONGEST = 2 ** 31 - 1

/** Allocates the nodes of a pool: `steady`, except during a resize. */
export class Allocation {
  readonly #context: AllocationContext
  readonly #closing = new AbortController()
  #stop = new AbortController()
  #state = 'steady'
  #transitionTime = now()
  #errors: readonly Resource[] = []

  constructor(context: AllocationContext) {
    this.#context = context
  }

  get state(): string {
    return this.#state
  }

  get transitionTime(): string {
    return this.#transitionTime
  }

  /** Kept until the next resize. */
  get errors(): readonly Resource[] {
    return this.#errors
  }

  /** Begins a resize, which continues in the background. */
  begin(order: ResizeRequest): void {
    this.#errors = []
    this.#stop = new AbortController()
    this.#become('resizing')
    void this.#resize(order)
  }

  /** Stops the current resize. */
  stop(): void {
    this.#become('stopping')
    this.#stop.abort(new ResizeEnded('ResizeStopped', 'due to a stop resize operation'))
  }

  /** Brings a preempted node back under its old ID, if it is still needed when capacity is available. */
  async replace(node: PoolNode): Promise<void> {
    const { nodes, allocationSeconds, cores, freeCores } = this.#context
    await pause(allocationSeconds, this.#closing.signal).catch(() => {})
    if (this.#closing.signal.aborted || node.ending) return
    if (freeCores(kindOf(node)) >= cores()) nodes.replace(node)
  }

  close(): void {
    this.#closing.abort(new ResizeEnded('ResizeStopped', 'because the pool is deleted'))
  }

  #become(state: string): void {
    this.#state = state
    this.#transitionTime = now()
  }

  async #resize(order: ResizeRequest): Promise<void> {
    const stop = this.#stop
    const expired = new ResizeEnded('AllocationTimedout', 'within the resize timeout')
    const timer = setTimeout(() => stop.abort(expired), Math.min(order.timeout, LONGEST))
    const signal = AbortSignal.any([stop.signal, this.#closing.signal])
    try {
      if (this.#isReached(order)) await pause(this.#context.leavingSeconds, signal)
      await this.#shrink(order, signal)
      this.#errors = await this.#grow(order.targets, signal)
    } catch (error) {
      if (!(error instanceof ResizeEnded)) throw error
      // Stopping takes time in the service too.
      await pause(this.#context.leavingSeconds, this.#closing.signal).catch(() => {})
      this.#errors = this.#missing(order.targets).map((kind) => errorOf(error, kind))
    } finally {
      clearTimeout(timer)
      this.#become('steady')
    }
  }

  /** Whether there is nothing to do, which takes time in the service too. */
  #isReached({ targets, leaving = [] }: ResizeRequest): boolean {
    const { nodes } = this.#context
    return leaving.length === 0 && KINDS.every((kind) => nodes.count(kind) === targets[kind])
  }

  async #shrink({ targets, deallocation, leaving = [] }: ResizeRequest, signal: AbortSignal) {
    const { nodes } = this.#context
    const surplus = KINDS.flatMap((kind) => nodes.surplus(kind, targets[kind], leaving))
    await Promise.all(surplus.map((node) => nodes.take(node, deallocation, signal)))
    signal.throwIfAborted()
  }

  /** @returns resize errors */
  async #grow(targets: Counts, signal: AbortSignal): Promise<readonly Resource[]> {
    const { faults, poolId, allocationSeconds } = this.#context
    const missing = this.#missing(targets)
    if (missing.length === 0) return []
    await pause(allocationSeconds, signal)
    const fault = faults.trigger(['resize-error'], { poolId })
    if (fault !== undefined) return [{ code: fault.code, message: fault.message }]
    return missing
      .filter((kind) => !this.#fill(kind, targets[kind]))
      .map((kind) => QUOTA_ERRORS[kind])
  }

  /** Adds nodes within the quota. @returns whether the quota sufficed */
  #fill(kind: Kind, target: number): boolean {
    const { nodes, cores, freeCores } = this.#context
    const wanted = target - nodes.count(kind)
    const allowed = Math.floor(freeCores(kind) / cores())
    for (let n = 0; n < Math.min(wanted, allowed); n += 1) nodes.add(kind)
    return allowed >= wanted
  }

  #missing(targets: Counts): Kind[] {
    return KINDS.filter((kind) => this.#context.nodes.count(kind) < targets[kind])
  }
}

const LABELS: Readonly<Record<Kind, string>> = {
  dedicated: 'dedicated',
  lowPriority: 'low priority'
}

const errorOf = ({ code, message }: ResizeEnded, kind: Kind): Resource => ({
  code,
  message: `Desired number of ${LABELS[kind]} nodes could not be allocated ${message}`
})
