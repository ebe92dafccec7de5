import { AzureProblem, type ProblemKind } from '../problem.ts'

/** What the doctor found out about one thing. */
export interface Finding {
  readonly what: string
  /** `unknown` where it cannot be found out from here. */
  readonly state: 'good' | 'bad' | 'unknown'
  /** A sentence. */
  readonly told: string
  /** What to do about it; null where there is nothing to do. */
  readonly todo: string | null
}

/** All is well with it. */
export const good = (what: string, told: string, todo: string | null = null): Finding => ({
  what,
  state: 'good',
  told,
  todo
})

/** A run would fail of it. */
export const bad = (what: string, told: string, todo: string): Finding => ({
  what,
  state: 'bad',
  told,
  todo
})

/** It cannot be found out from here. */
export const unknown = (what: string, told: string, todo: string | null): Finding => ({
  what,
  state: 'unknown',
  told,
  todo
})

/** What to do about a refusal, by its kind. */
export type Remedies = Readonly<Partial<Record<ProblemKind, string>>>

/** Milliseconds for one question: who asks a doctor does not wait for five minutes. */
const PATIENCE = 45_000

/**
 * Looks into one thing; a refusal is a finding too.
 *
 * @throws the signal's reason
 */
export async function looked<T>(
  what: string,
  remedies: Remedies,
  signal: AbortSignal,
  look: (signal: AbortSignal) => Promise<T>,
  patience: number = PATIENCE
): Promise<T | Finding> {
  const limit = AbortSignal.timeout(patience)
  try {
    return await look(AbortSignal.any([signal, limit]))
  } catch (error) {
    signal.throwIfAborted()
    const otherwise = remedies.unavailable ?? 'Check the network, and try again.'
    if (limit.aborted) {
      return bad(what, `There was no answer within ${patience / 1000} seconds.`, otherwise)
    }
    if (error instanceof AzureProblem)
      return bad(what, error.message, remedies[error.kind] ?? otherwise)
    throw error
  }
}
