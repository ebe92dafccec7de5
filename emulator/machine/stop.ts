/** Work took longer than it may. */
export class TimedOut extends Error {}

/** What ends a piece of work. */
export interface Stop {
  readonly signal: AbortSignal
  /** Forgets the signals that were followed: a node outlives its tasks by far. */
  release(): void
}

/** The longest that a timer can wait; what may take longer has no limit that anybody sees. */
const MAX_TIMER = 2 ** 31 - 1

/**
 * Follows several signals and a time limit. `AbortSignal.any` is not used, because the signals it follows keep a
 * memory of it.
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
