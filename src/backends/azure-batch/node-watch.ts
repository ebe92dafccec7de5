import { count } from '../../report/figures.ts'
import { resizeRemedy } from './resize-remedies.ts'
import type { BatchService, NodeCounts, PoolStanding } from './service/batch-service.ts'
import { FAILED, SICK, SickNodes } from './sick-nodes.ts'

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
   * @throws BatchProblem; the signal's reason
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

  #waiting(pool: PoolStanding): string | null {
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

  #resizing(pool: PoolStanding, able: number): string[] {
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
  #stale(pool: PoolStanding, code: string, able: number): string[] {
    const waits = able === 0 && pool.allocation === 'steady' && !pool.autoscale
    if (!waits || nodesOf(pool.current) > 0 || !this.#isNew('stale')) return []
    return [
      `The pool ${pool.id} has no nodes: its last resize, before this run, ended with ${code}. The run waits until somebody resizes it; job-timeout ends it otherwise.`
    ]
  }

  #isOurs({ allocationSince }: PoolStanding): boolean {
    return allocationSince >= this.#since
  }

  #isNew(what: string): boolean {
    if (this.#told.has(what)) return false
    this.#told.add(what)
    return true
  }

  #hopeless(pool: PoolStanding, states: Readonly<Record<string, number>>): string | null {
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

const nodesOf = ({ dedicated, spot }: PoolStanding['current']): number => dedicated + spot

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
