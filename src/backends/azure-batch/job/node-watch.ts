import { count } from '../../../lib/text.ts'
import type { BatchService, NodeCounts, PoolStatus } from '../client/batch-service.ts'
import { resizeRemedy } from '../client/remedies.ts'
import { countIn, countNotIn, FailedNodes, UNRESPONSIVE, UNUSABLE } from './failed-nodes.ts'

/** The result of a check of the nodes. */
export interface NodeCheck {
  /** Sentences that were not reported before. */
  readonly warnings: readonly string[]
  /** Why there are no nodes yet although nothing is wrong; null if there are, or if it was reported before. */
  readonly waiting: string | null
  /** Why no node will ever run a task; null if one may. */
  readonly hopeless: string | null
}

/** States of a node that has left its pool, or is about to. */
const GONE: readonly string[] = ['preempted', 'leavingpool', 'offline']

/** States of a node that runs nothing now and may come back. */
const MAY_RETURN: readonly string[] = ['preempted', UNRESPONSIVE]

/** Checks without a pool after which it counts as deleted: the service creates the pool of a job after the job. */
const MAX_CHECKS_WITHOUT_POOL = 12

/** Watches the nodes of a pool, and reports once what keeps them from running tasks. */
export class NodeWatch {
  readonly #service: BatchService
  readonly #wanted: number
  readonly #since: Date
  readonly #failedNodes: FailedNodes
  readonly #reported = new Set<string>()
  #existed: boolean
  #checksWithoutPool = 0
  #preempted = 0

  /**
   * @param wanted number of nodes
   * @param since by the service's clock; earlier resize errors are not this run's, since they stay until the next resize
   * @param existed the pool has been seen: if it is not found, it was deleted
   */
  constructor(service: BatchService, wanted: number, since: Date, existed = false) {
    this.#service = service
    this.#wanted = wanted
    this.#since = since
    this.#existed = existed
    this.#failedNodes = new FailedNodes(service)
  }

  /**
   * Checks the nodes. The pool is requested only while nodes are missing.
   *
   * @throws AzureProblem; the signal's reason
   */
  async check(poolId: string, counts: NodeCounts | null, signal: AbortSignal): Promise<NodeCheck> {
    const states = countByState(counts)
    const usable = countNotIn([...UNUSABLE, UNRESPONSIVE, ...GONE], states)
    const warnings = this.#preemptions(states['preempted'] ?? 0)
    const failed = countIn([...UNUSABLE, UNRESPONSIVE], states)
    warnings.push(...(await this.#failedNodes.report(poolId, failed, signal)))
    if (usable >= this.#wanted) return { warnings, waiting: null, hopeless: null }
    const pool = await this.#service.pool(poolId, signal)
    this.#checksWithoutPool = pool === null ? this.#checksWithoutPool + 1 : 0
    this.#existed ||= pool !== null || this.#checksWithoutPool > MAX_CHECKS_WITHOUT_POOL
    if (pool === null || pool.state === 'deleting')
      return { warnings, waiting: null, hopeless: this.#deleted(poolId) }
    warnings.push(...this.#resizeErrors(pool, usable))
    if (usable > 0) return { warnings, waiting: null, hopeless: null }
    return { warnings, waiting: this.#waiting(pool), hopeless: this.#hopeless(pool, states) }
  }

  #preemptions(preempted: number): string[] {
    const more = preempted - this.#preempted
    this.#preempted = preempted
    if (more <= 0) return []
    return [`Azure took ${count(more, 'spot node')} away; their tasks run again on other nodes.`]
  }

  #deleted(poolId: string): string | null {
    return this.#existed
      ? `The pool ${poolId} was deleted by somebody else during the run. Run again to read the remaining images.`
      : null
  }

  #resizeErrors(pool: PoolStatus, usable: number): string[] {
    const [first] = pool.resizeErrors
    if (first === undefined) return []
    if (!this.#isThisRuns(pool)) return this.#earlierResizeError(pool, first.code, usable)
    return pool.resizeErrors
      .filter(({ code }) => this.#isNew(`resize ${code}`))
      .map(({ code, message }) =>
        `The pool ${pool.id} does not get all its nodes (${code}: ${message}). ${resizeRemedy(code)}`.trim()
      )
  }

  /** An error of an earlier resize matters if the pool has no nodes: a fixed size is not tried again. */
  #earlierResizeError(pool: PoolStatus, code: string, usable: number): string[] {
    const waits = usable === 0 && pool.allocation === 'steady' && !pool.autoscale
    if (!waits || nodesOf(pool.current) > 0 || !this.#isNew('earlier resize error')) return []
    return [
      `The pool ${pool.id} has no nodes: its last resize, before this run, ended with ${code}. The run waits until the pool is resized, or until job-timeout.`
    ]
  }

  #waiting(pool: PoolStatus): string | null {
    const [current, target] = [nodesOf(pool.current), nodesOf(pool.target)]
    if (pool.allocation === 'resizing' && this.#isNew('allocating'))
      return `Azure is allocating the nodes of the pool ${pool.id}: ${current} of ${target} so far. This usually takes a few minutes.`
    if (pool.autoscale && target === 0 && this.#isNew('autoscale'))
      return `The pool ${pool.id} scales automatically and has no nodes yet; its formula is evaluated every few minutes.`
    return null
  }

  #hopeless(pool: PoolStatus, states: Readonly<Record<string, number>>): string | null {
    if (pool.autoscale || pool.allocation !== 'steady' || countIn(MAY_RETURN, states) > 0)
      return null
    const failed = countIn(UNUSABLE, states)
    if (failed > 0)
      return `None of the ${count(failed, 'node')} of the pool ${pool.id} can run tasks. ${this.#failedNodes.reason ?? ''}`.trim()
    if (nodesOf(pool.current) > 0) return null
    if (nodesOf(pool.target) === 0)
      return `The pool ${pool.id} has no nodes, and its target size is 0. Resize it, or leave \`pool\` empty.`
    if (!this.#isThisRuns(pool) || pool.resizeErrors.length === 0) return null
    const codes = pool.resizeErrors.map(({ code }) => code)
    return `The pool ${pool.id} gets no nodes (${codes.join(', ')}). ${resizeRemedy(codes[0] ?? '')}`.trim()
  }

  #isThisRuns({ allocationSince }: PoolStatus): boolean {
    return allocationSince >= this.#since
  }

  #isNew(message: string): boolean {
    if (this.#reported.has(message)) return false
    this.#reported.add(message)
    return true
  }
}

const nodesOf = ({ dedicated, spot }: PoolStatus['current']): number => dedicated + spot

/** The number of dedicated and spot nodes in each state. */
export function countByState(counts: NodeCounts | null): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const kind of counts === null ? [] : [counts.dedicated, counts.spot])
    for (const [state, number] of Object.entries(kind))
      if (number > 0) sum[state] = (sum[state] ?? 0) + number
  return sum
}
