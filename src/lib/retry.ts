import { setTimeout as pause } from 'node:timers/promises'
import type { AzureProblem } from '../backends/azure-batch/problem.ts'

/** A problem that may pass by itself. */
export class Passing extends Error {
  readonly problem: AzureProblem
  /** Milliseconds for which we were asked to wait; null where that is ours to choose. */
  readonly retryAfter: number | null

  constructor(problem: AzureProblem, retryAfter: number | null) {
    super(problem.message)
    this.problem = problem
    this.retryAfter = retryAfter
  }
}

/** The first wait is this part of our patience, and no later one is more than that part: 1 s and 30 s of five minutes. */
const SHORTEST = 1 / 300
const LONGEST = 1 / 10

/**
 * Tries until it works, fails for good, or patience ends.
 *
 * @param patience milliseconds in all
 * @throws AzureProblem of the last try where patience ends; whatever a try throws but `Passing`; the signal's reason
 */
export async function persistently<T>(
  patience: number,
  signal: AbortSignal,
  attempt: () => Promise<T>
): Promise<T> {
  const end = performance.now() + patience
  for (let tries = 0; ; tries++) {
    signal.throwIfAborted()
    try {
      return await attempt()
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof Passing)) throw error
      const wait = waitOf(error.retryAfter, tries, patience)
      if (performance.now() + wait > end) throw error.problem
      await pause(wait, undefined, { signal }).catch(() => signal.throwIfAborted())
    }
  }
}

/**
 * Twice as long each time, or as long as we were asked for; by chance a little more or less, that not all come at once.
 * Who asks for no time at all gets the first wait, or we would ask as often as we can.
 */
function waitOf(retryAfter: number | null, tries: number, patience: number): number {
  const doubling = retryAfter === null ? 2 ** tries : 1
  const own = patience * Math.min(SHORTEST * doubling, LONGEST) * (0.5 + Math.random() / 2)
  return Math.max(own, (retryAfter ?? 0) * (1 + Math.random() / 10))
}
