/** Says that an image took longer than it may. */
export class DeadlineError extends Error {}

/** A signal that also fires when time is up. `clear` must be called, so that no timer outlives its purpose. */
export interface Deadline {
  readonly signal: AbortSignal
  clear(): void
}

/**
 * Makes a signal that fires with the outer one (with its reason), or after some seconds with a `DeadlineError`.
 * (`AbortSignal.any` would do; a node may run Node 18, which has none.)
 */
export function deadline(outer: AbortSignal, seconds: number): Deadline {
  const controller = new AbortController()
  const pass = () => controller.abort(outer.reason)
  const timer = setTimeout(
    () => controller.abort(new DeadlineError(`${seconds} s are up`)),
    seconds * 1000
  )
  if (outer.aborted) pass()
  else outer.addEventListener('abort', pass, { once: true })
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer)
      outer.removeEventListener('abort', pass)
    }
  }
}
