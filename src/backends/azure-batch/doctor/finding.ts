import type { Finding } from '../../administration.ts'
import { AzureProblem, type ProblemKind } from '../problem.ts'

export type { Finding } from '../../administration.ts'

/** A check that passed. */
export const good = (what: string, told: string, todo: string | null = null): Finding => ({
  what,
  state: 'good',
  told,
  todo
})

/** A check that failed, so that a run would fail. */
export const bad = (what: string, told: string, todo: string): Finding => ({
  what,
  state: 'bad',
  told,
  todo
})

/** A check that is not possible from here. */
export const unknown = (what: string, told: string, todo: string | null): Finding => ({
  what,
  state: 'unknown',
  told,
  todo
})

/** What to do about a failed request, by the kind of its error. */
export type Remedies = Readonly<Partial<Record<ProblemKind, string>>>

/** The time for one check, in milliseconds: requests are otherwise retried for minutes. */
const TIMEOUT = 45_000

/**
 * Runs a check; if a request fails, that is a finding.
 *
 * @returns what the check returns, or the finding
 * @throws the signal's reason
 */
export async function tryCheck<T>(
  what: string,
  remedies: Remedies,
  signal: AbortSignal,
  check: (signal: AbortSignal) => Promise<T>,
  timeout: number = TIMEOUT
): Promise<T | Finding> {
  const limit = AbortSignal.timeout(timeout)
  try {
    return await check(AbortSignal.any([signal, limit]))
  } catch (error) {
    signal.throwIfAborted()
    const fallback = remedies.unavailable ?? 'Check the network, and try again.'
    if (limit.aborted)
      return bad(what, `There was no answer within ${timeout / 1000} seconds.`, fallback)
    if (error instanceof AzureProblem)
      return bad(what, error.message, remedies[error.kind] ?? fallback)
    throw error
  }
}
