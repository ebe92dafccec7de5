import { lastWords } from '../../../engine/failure.ts'
import { count } from '../../../lib/text.ts'
import type { BatchService, NodeCounts, NodeStatus, PoolStatus } from '../client/batch-service.ts'
import { resizeRemedy } from '../client/remedies.ts'
import { AzureProblem } from '../problem.ts'

/** What a look at the nodes found. */
export interface Look {
  /** Sentences that the user has not heard yet. */
  readonly news: readonly string[]
  /** Why nodes are not there yet, where nothing is wrong; null where they are, or where it was said before. */
  readonly waiting: string | null
  /** Why no node will ever run a task; null where there is hope. */
  readonly hopeless: string | null
}

/** States in which a node is not, or no longer, there. */
const GONE: readonly string[] = ['preempted', 'leavingpool', 'offline']

/** States in which a node does nothing now and may yet come back. */
const ABSENT: readonly string[] = ['preempted', 'unknown']

/** Looks in a row that do not find a pool, after which it is taken for gone: the pool of a job comes a little after the job. */
const MOST_ABSENT = 12

/** Watches the nodes of a pool for whoever waits for them: what keeps them from coming is told once. */
export class NodeWatch {
  readonly #service: BatchService
  readonly #wanted: number
  readonly #since: Date
  readonly #sick: SickNodes
  readonly #told = new Set<string>()
  #isThere: boolean
  #absent = 0
  #preempted = 0

  /**
   * @param since by the service's clock; errors of a resize before that are another run's: they stay until the next resize
   * @param isThere the pool was seen: where it is not there now, it is gone
   */
  constructor(service: BatchService, wanted: number, since: Date, isThere = false) {
    this.#service = service
    this.#wanted = wanted
    this.#since = since
    this.#isThere = isThere
    this.#sick = new SickNodes(service)
  }

  /**
   * Looks at the nodes. The pool itself is asked for only while nodes are missing.
   *
   * @throws AzureProblem; the signal's reason
   */
  async look(poolId: string, counts: NodeCounts | null, signal: AbortSignal): Promise<Look> {
    const states = sumOf(counts)
    const able = inOther([...SICK, ...GONE], states)
    const news = this.#preemptions(states['preempted'] ?? 0)
    news.push(...(await this.#sick.news(poolId, inAny(SICK, states), signal)))
    if (able >= this.#wanted) return { news, waiting: null, hopeless: null }
    const pool = await this.#service.pool(poolId, signal)
    this.#absent = pool === null ? this.#absent + 1 : 0
    this.#isThere ||= pool !== null || this.#absent > MOST_ABSENT
    if (pool === null || pool.state === 'deleting')
      return { news, waiting: null, hopeless: this.#gone(poolId) }
    news.push(...this.#resizing(pool, able))
    const hopeless = able > 0 ? null : this.#hopeless(pool, states)
    return { news, waiting: able > 0 ? null : this.#waiting(pool), hopeless }
  }

  #waiting(pool: PoolStatus): string | null {
    const [now, wanted] = [nodesOf(pool.current), nodesOf(pool.target)]
    if (pool.allocation === 'resizing' && this.#isNew('allocating'))
      return `Azure is getting the nodes of the pool ${pool.id}: ${now} of ${wanted} so far. That mostly takes some minutes.`
    if (pool.autoscale && wanted === 0 && this.#isNew('autoscale'))
      return `The pool ${pool.id} sizes itself by its formula and has no nodes yet; the formula is looked at every few minutes.`
    return null
  }

  #preemptions(preempted: number): string[] {
    const more = preempted - this.#preempted
    this.#preempted = preempted
    if (more <= 0) return []
    return [
      `Azure took ${count(more, 'spot node')} away; what was being read there is read again elsewhere.`
    ]
  }

  /** It is gone only once it was there, or should have been. */
  #gone(poolId: string): string | null {
    return this.#isThere
      ? `The pool ${poolId} was deleted by somebody else while the run needed it. Run again to read what is left.`
      : null
  }

  #resizing(pool: PoolStatus, able: number): string[] {
    const [first] = pool.resizeErrors
    if (first === undefined) return []
    if (!this.#isOurs(pool)) return this.#stale(pool, first.code, able)
    return pool.resizeErrors
      .filter(({ code }) => this.#isNew(`resize ${code}`))
      .map(({ code, message }) =>
        `The pool ${pool.id} does not get all its nodes (${code}: ${message}). ${resizeRemedy(code)}`.trim()
      )
  }

  /** An error from before our time says nothing of what is now, and nobody tries again where the size is fixed. */
  #stale(pool: PoolStatus, code: string, able: number): string[] {
    const waits = able === 0 && pool.allocation === 'steady' && !pool.autoscale
    if (!waits || nodesOf(pool.current) > 0 || !this.#isNew('stale')) return []
    return [
      `The pool ${pool.id} has no nodes: its last resize, before this run, ended with ${code}. The run waits until somebody resizes it; job-timeout ends it otherwise.`
    ]
  }

  #isOurs({ allocationSince }: PoolStatus): boolean {
    return allocationSince >= this.#since
  }

  #isNew(what: string): boolean {
    if (this.#told.has(what)) return false
    this.#told.add(what)
    return true
  }

  #hopeless(pool: PoolStatus, states: Readonly<Record<string, number>>): string | null {
    if (pool.autoscale || pool.allocation !== 'steady' || inAny(ABSENT, states) > 0) return null
    const failed = inAny(FAILED, states)
    if (failed > 0)
      return `None of the ${count(failed, 'node')} of the pool ${pool.id} can run tasks: ${this.#sick.why ?? 'their states say no more.'}`
    if (nodesOf(pool.current) > 0) return null
    if (nodesOf(pool.target) === 0)
      return `The pool ${pool.id} has no nodes and was not told to have any. Resize it, or leave \`pool\` empty.`
    if (!this.#isOurs(pool) || pool.resizeErrors.length === 0) return null
    const codes = pool.resizeErrors.map(({ code }) => code)
    return `The pool ${pool.id} gets no nodes (${codes.join(', ')}). ${resizeRemedy(codes[0] ?? '')}`.trim()
  }
}

const nodesOf = ({ dedicated, spot }: PoolStatus['current']): number => dedicated + spot

const inAny = (wanted: readonly string[], states: Readonly<Record<string, number>>): number =>
  wanted.reduce((sum, state) => sum + (states[state] ?? 0), 0)

const inOther = (excluded: readonly string[], states: Readonly<Record<string, number>>): number =>
  Object.entries(states)
    .filter(([state]) => !excluded.includes(state))
    .reduce((sum, [, number]) => sum + number, 0)

/** Dedicated and spot nodes together, by their state. */
export function sumOf(counts: NodeCounts | null): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const kind of counts === null ? [] : [counts.dedicated, counts.spot])
    for (const [state, number] of Object.entries(kind))
      if (number > 0) sum[state] = (sum[state] ?? 0) + number
  return sum
}

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
   * @throws AzureProblem; the signal's reason
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

  async #told(poolId: string, node: NodeStatus, signal: AbortSignal): Promise<string> {
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
      if (limit.aborted || error instanceof AzureProblem) return null
      throw error
    }
  }
}
