/** Says that an image took longer than it may. */
export class DeadlineError extends Error {}

/**
 * The time that one image takes and may take. A slot prepares the next image while it reads this one, so an image also
 * waits for its turn: its time stands still then.
 */
export interface ImageTime {
  /** Fires when the image's time is up, with a `DeadlineError`, or with the outer signal and its reason. */
  readonly signal: AbortSignal
  /** Seconds so far, without those that it waited. */
  seconds(): number
  /** The image begins to wait for its turn. */
  wait(): void
  /** Its turn has come. */
  goOn(): void
  /** No time is up any more. Must be called, so that no timer outlives its purpose. */
  clear(): void
}

/**
 * Starts an image's time.
 *
 * @param limit seconds that it may take
 */
export function startImageTime(outer: AbortSignal, limit: number): ImageTime {
  const controller = new AbortController()
  const cancel = () => controller.abort(outer.reason)
  let spent = 0
  let since: number | null = null
  let timer: NodeJS.Timeout | undefined

  const seconds = () => spent + (since === null ? 0 : (performance.now() - since) / 1000)
  const timeIsUp = () => controller.abort(new DeadlineError(`${limit} s are up`))
  const goOn = () => {
    if (since !== null) return
    since = performance.now()
    timer = setTimeout(timeIsUp, (limit - spent) * 1000)
  }

  if (outer.aborted) cancel()
  else outer.addEventListener('abort', cancel, { once: true })
  goOn()
  return {
    signal: controller.signal,
    seconds,
    wait: () => {
      spent = seconds()
      since = null
      clearTimeout(timer)
    },
    goOn,
    clear: () => {
      clearTimeout(timer)
      outer.removeEventListener('abort', cancel)
    }
  }
}
