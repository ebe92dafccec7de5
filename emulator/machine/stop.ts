/** Work exceeded its time limit. */
export class TimedOut extends Error {}

/** A signal that ends work. */
export interface Stop {
  readonly signal: AbortSignal
  /** Removes all listeners: the signal of a node lives much longer than its tasks. */
  release(): void
}

/** The longest timeout of Node.js; longer limits are ignored. */
const MAX_TIMER = 2 ** 31 - 1

/**
 * Combines several signals and a time limit. Not with `AbortSignal.any`, because its sources keep a reference to the
 * combined signal.
 *
 * @param limit milliseconds; null for none
 */
export function stopOn(signals: readonly AbortSignal[], limit: number | null): Stop {
  const controller = new AbortController()
  const followed = signals.map((signal) => {
    const follow = () => controller.abort(signal.reason)
    if (signal.aborted) follow()
    signal.addEventListener('abort', follow)
    return () => signal.removeEventListener('abort', follow)
  })
  const timer =
    limit !== null && limit <= MAX_TIMER
      ? setTimeout(() => controller.abort(new TimedOut()), limit)
      : undefined
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer)
      for (const forget of followed) forget()
    }
  }
}
