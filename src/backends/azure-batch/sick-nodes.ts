import { count } from '../../report/figures.ts'
import { lastWords } from '../../task/failure.ts'
import type { BatchService, NodeStanding } from './service/batch-service.ts'
import { BatchProblem } from './service/problem.ts'

/** States in which a node will never run a task, and does not mend itself. */
export const FAILED: readonly string[] = ['starttaskfailed', 'unusable']

/** States in which a node runs nothing now; one that Azure has lost touch with may come back. */
export const SICK: readonly string[] = [...FAILED, 'unknown']

/** Sick nodes told one by one. */
const MOST_TOLD = 3

/** How much of the log of a sick node is told, in bytes, and how long a sick node may take to give it, in milliseconds. */
const TAIL = 4000
const LOG_PATIENCE = 20_000

/** The nodes of a pool that cannot run tasks: each is told once, with its own log. */
export class SickNodes {
  readonly #service: BatchService
  readonly #known = new Set<string>()
  #why: string | null = null

  constructor(service: BatchService) {
    this.#service = service
  }

  /** What ails the first of them; null where none is known. */
  get why(): string | null {
    return this.#why
  }

  /**
   * What there is to say of sick nodes that nobody has heard yet. They are listed only when there are more of them.
   *
   * @param sick how many there are, by the counts
   * @throws BatchProblem; the signal's reason
   */
  async news(poolId: string, sick: number, signal: AbortSignal): Promise<string[]> {
    if (sick <= this.#known.size) return []
    const nodes = await this.#service.nodes(poolId, signal)
    const fresh = nodes.filter(({ id, state }) => SICK.includes(state) && !this.#known.has(id))
    const news: string[] = []
    for (const node of fresh) {
      this.#known.add(node.id)
      if (this.#known.size <= MOST_TOLD) news.push(await this.#told(poolId, node, signal))
    }
    if (fresh.length > 0 && this.#known.size > MOST_TOLD)
      news.push(`${count(this.#known.size, 'node')} in all cannot run tasks.`)
    return news
  }

  async #told(poolId: string, node: NodeStanding, signal: AbortSignal): Promise<string> {
    const { id, state, startTask, errors } = node
    const log = await this.#log(poolId, id, signal)
    const reasons = [
      startTask?.exitCode ? `its start task ended with exit code ${startTask.exitCode}` : '',
      startTask?.failure ?? '',
      ...errors
    ].filter(Boolean)
    const words = log?.trim() ? ` Its log ends: ${lastWords(log)}.` : ''
    const why = [state, reasons.join('; ')].filter(Boolean).join(': ')
    this.#why ??= `${id} is in state ${why}.${words}`
    return `The node ${id} cannot run tasks (${why}), and is paid for all the same.${words}`
  }

  /** A node that is sick may not give its log: that is no reason to end the run. */
  async #log(poolId: string, nodeId: string, signal: AbortSignal): Promise<string | null> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LOG_PATIENCE)])
    try {
      return await this.#service.nodeFileTail(poolId, nodeId, 'startup/stderr.txt', TAIL, limit)
    } catch (error) {
      signal.throwIfAborted()
      if (limit.aborted || error instanceof BatchProblem) return null
      throw error
    }
  }
}
