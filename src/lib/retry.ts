import { pause } from './abort.ts'

/** A failure that may go away by itself. */
export class TransientError extends Error {
  override readonly cause: Error
  /** Milliseconds the service asked us to wait; null if it did not say. */
  readonly retryAfter: number | null

  constructor(cause: Error, retryAfter: number | null) {
    super(cause.message)
    this.cause = cause
    this.retryAfter = retryAfter
  }
}

/** How long a call is retried. Times are in milliseconds. */
export interface RetryPolicy {
  /** The first wait; each later one is twice as long. */
  readonly firstWait: number
  /** The longest wait, unless the service asks for a longer one. */
  readonly longestWait: number
  /** No attempt starts later than this after the first one. */
  readonly limit: number
  /** The most attempts; unlimited by default. */
  readonly attempts?: number
}

/** A policy that retries for at most `limit` milliseconds. For five minutes, the waits grow from 1 s to 30 s. */
export const retryFor = (limit: number): RetryPolicy => ({
  firstWait: limit / 300,
  longestWait: limit / 10,
  limit
})

/**
 * Makes a call, and retries it while it fails with a `TransientError` and the policy allows it.
 *
 * @throws the cause of the last `TransientError`; any other error of an attempt; the signal's reason
 */
export async function retry<T>(
  policy: RetryPolicy,
  signal: AbortSignal,
  attempt: () => Promise<T>
): Promise<T> {
  const end = performance.now() + policy.limit
  for (let attempts = 1; ; attempts++) {
    signal.throwIfAborted()
    try {
      return await attempt()
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof TransientError)) throw error
      const wait = waitAfter(error.retryAfter, attempts, policy)
      if (attempts === policy.attempts || performance.now() + wait > end) throw error.cause
      await pause(wait, signal)
    }
  }
}

/**
 * Twice as long each time, or as long as the service asked, with jitter to keep many callers apart. If the service asks
 * for no wait, the first one is kept.
 */
function waitAfter(
  retryAfter: number | null,
  attempts: number,
  { firstWait, longestWait }: RetryPolicy
): number {
  const doubling = retryAfter === null ? 2 ** (attempts - 1) : 1
  const own = Math.min(firstWait * doubling, longestWait) * (0.5 + Math.random() / 2)
  return Math.max(own, (retryAfter ?? 0) * (1 + Math.random() / 10))
}
