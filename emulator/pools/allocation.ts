import type { Faults } from '../faults/faults.ts'
import type { Resource } from '../protocol/request.ts'
import { now } from '../protocol/stamp.ts'
import { type Counts, KINDS, type Kind, kindOf } from './kinds.ts'
import type { PoolNode } from './node.ts'
import type { NodeSet } from './node-set.ts'
import { pause } from './pause.ts'
import { type FreeCores, QUOTA_ERRORS } from './quota.ts'

/** What a resize is to bring about. */
export interface ResizeRequest {
  readonly targets: Counts
  /** Milliseconds; Infinity without limit. */
  readonly timeout: number
  readonly deallocation: string
  /** These nodes leave, whichever others could. */
  readonly leaving?: readonly PoolNode[]
}

/** What an allocation needs to know of its pool. */
export interface AllocationContext {
  readonly poolId: string
  readonly nodes: NodeSet
  readonly faults: Faults
  readonly allocationSeconds: number
  /** What it takes to find that there is nothing to allocate, and to stop. */
  readonly leavingSeconds: number
  /** Cores of one node. */
  readonly cores: () => number
  readonly freeCores: FreeCores
}

/** Why a resize ended before it had what it was asked for: the code, and the words in its message. */
class ResizeEnded extends Error {
  readonly code: string

  constructor(code: string, reason: string) {
    super(reason)
    this.code = code
  }
}

/** The longest that one timer of Node.js can wait. */
const LONGEST = 2 ** 31 - 1

/** How a pool comes by its nodes: `steady` until it is asked for a resize, and again when that has ended. */
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

  /** They stay until the next resize. */
  get errors(): readonly Resource[] {
    return this.#errors
  }

  /** Begins a resize; it goes on by itself. */
  begin(order: ResizeRequest): void {
    this.#errors = []
    this.#stop = new AbortController()
    this.#become('resizing')
    void this.#resize(order)
  }

  /** Stops the resize that is under way. */
  stop(): void {
    this.#become('stopping')
    this.#stop.abort(new ResizeEnded('ResizeStopped', 'due to a stop resize operation'))
  }

  /** Brings a preempted node back under its old id, if it is still wanted when a machine is there for it. */
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
      if (this.#isThere(order)) await pause(this.#context.leavingSeconds, signal)
      await this.#shrink(order, signal)
      this.#errors = await this.#grow(order.targets, signal)
    } catch (error) {
      if (!(error instanceof ResizeEnded)) throw error
      // To stop takes the service its time too.
      await pause(this.#context.leavingSeconds, this.#closing.signal).catch(() => {})
      this.#errors = this.#missing(order.targets).map((kind) => errorOf(error, kind))
    } finally {
      clearTimeout(timer)
      this.#become('steady')
    }
  }

  /** Whether there is nothing to do, which takes the service a moment too. */
  #isThere({ targets, leaving = [] }: ResizeRequest): boolean {
    const { nodes } = this.#context
    return leaving.length === 0 && KINDS.every((kind) => nodes.count(kind) === targets[kind])
  }

  async #shrink({ targets, deallocation, leaving = [] }: ResizeRequest, signal: AbortSignal) {
    const { nodes } = this.#context
    const surplus = KINDS.flatMap((kind) => nodes.surplus(kind, targets[kind], leaving))
    await Promise.all(surplus.map((node) => nodes.take(node, deallocation, signal)))
    signal.throwIfAborted()
  }

  /** @returns what was in the way */
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

  /** Makes nodes as far as the quota goes. @returns whether it went far enough */
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

const WORDS: Readonly<Record<Kind, string>> = {
  dedicated: 'dedicated',
  lowPriority: 'low priority'
}

const errorOf = ({ code, message }: ResizeEnded, kind: Kind): Resource => ({
  code,
  message: `Desired number of ${WORDS[kind]} nodes could not be allocated ${message}`
})
