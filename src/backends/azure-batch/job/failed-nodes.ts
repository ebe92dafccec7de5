import { lastWords } from '../../../engine/failure.ts'
import { count } from '../../../lib/text.ts'
import type { BatchService, NodeStatus } from '../client/batch-service.ts'
import { AzureProblem } from '../problem.ts'

/** States of a node that cannot run tasks, does not recover, and is billed all the same. */
export const UNUSABLE: readonly string[] = ['starttaskfailed', 'unusable']

/** The state of a node that Azure has lost contact with: it runs nothing now, and may come back. */
export const UNRESPONSIVE = 'unknown'

/** The number of nodes in any of the states. */
export const countIn = (
  states: readonly string[],
  counts: Readonly<Record<string, number>>
): number => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)

/** The number of nodes in other states. */
export const countNotIn = (
  states: readonly string[],
  counts: Readonly<Record<string, number>>
): number =>
  Object.entries(counts)
    .filter(([state]) => !states.includes(state))
    .reduce((sum, [, number]) => sum + number, 0)

/** Bytes of a node's log that are shown, from the end. */
const TAIL = 4000

/** How long a failed node may take to return its log, in milliseconds. */
const LOG_TIMEOUT = 20_000

/**
 * Describes why a node cannot run tasks, as sentences: its state, its errors, and the end of the start task's log.
 *
 * @throws AzureProblem; the signal's reason
 */
export async function describeFailedNode(
  service: BatchService,
  poolId: string,
  { id, state, startTask, errors }: NodeStatus,
  signal: AbortSignal
): Promise<string> {
  const log = await startTaskLog(service, poolId, id, signal)
  const reasons = [
    startTask?.exitCode ? `its start task ended with exit code ${startTask.exitCode}` : '',
    startTask?.failure ?? '',
    ...errors
  ].filter(Boolean)
  const reason = [state, reasons.join('; ')].filter(Boolean).join(': ')
  const end = log?.trim() ? ` Its log ends with: ${lastWords(log)}.` : ''
  return `The node ${id} cannot run tasks (${reason}).${end}`
}

/** Null if the node does not return its log, which does not end the run. */
async function startTaskLog(
  service: BatchService,
  poolId: string,
  nodeId: string,
  signal: AbortSignal
): Promise<string | null> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LOG_TIMEOUT)])
  try {
    return await service.nodeFileTail(poolId, nodeId, 'startup/stderr.txt', TAIL, limit)
  } catch (error) {
    signal.throwIfAborted()
    if (limit.aborted || error instanceof AzureProblem) return null
    throw error
  }
}

/** The most failed nodes that are reported one by one. */
const MAX_REPORTED = 3

/** The nodes of a pool that cannot run tasks. Each is reported once, with its own log. */
export class FailedNodes {
  readonly #service: BatchService
  readonly #known = new Set<string>()
  #reason: string | null = null

  constructor(service: BatchService) {
    this.#service = service
  }

  /** Describes the first of them; null if there is none. */
  get reason(): string | null {
    return this.#reason
  }

  /**
   * Describes failed nodes that were not reported before. The nodes are listed only if their number has grown.
   *
   * @param failed number of failed nodes, by the counts
   * @throws AzureProblem; the signal's reason
   */
  async report(poolId: string, failed: number, signal: AbortSignal): Promise<string[]> {
    if (failed <= this.#known.size) return []
    const nodes = await this.#service.nodes(poolId, signal)
    const fresh = nodes.filter(
      ({ id, state }) => [...UNUSABLE, UNRESPONSIVE].includes(state) && !this.#known.has(id)
    )
    const sentences: string[] = []
    for (const node of fresh) {
      this.#known.add(node.id)
      if (this.#known.size > MAX_REPORTED) continue
      const description = await describeFailedNode(this.#service, poolId, node, signal)
      this.#reason ??= description
      sentences.push(`${description} Azure bills it all the same.`)
    }
    if (fresh.length > 0 && this.#known.size > MAX_REPORTED)
      sentences.push(`${count(this.#known.size, 'node')} in total cannot run tasks.`)
    return sentences
  }
}
