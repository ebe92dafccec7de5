/** An image took longer than `image-timeout`. */
export class DeadlineError extends Error {}

/**
 * The time that one image has taken, and its limit. A slot prepares the next image while it reads this one, so an
 * image may have to wait for its turn; waiting does not count.
 */
export interface ImageTime {
  /** Fires with a `DeadlineError` when the time is up, or together with the outer signal and with its reason. */
  readonly signal: AbortSignal
  /** Seconds so far, without waiting. */
  seconds(): number
  /** Pauses the time until `resume`. */
  wait(): void
  resume(): void
  /** Ends the time. Must be called, so that no timer is left. */
  clear(): void
}

/**
 * Starts the time of an image.
 *
 * @param limit in seconds
 */
export function startImageTime(outer: AbortSignal, limit: number): ImageTime {
  const controller = new AbortController()
  const cancel = () => controller.abort(outer.reason)
  let spent = 0
  let since: number | null = null
  let timer: NodeJS.Timeout | undefined

  const seconds = () => spent + (since === null ? 0 : (performance.now() - since) / 1000)
  const timeIsUp = () => controller.abort(new DeadlineError(`The limit of ${limit} s is reached.`))
  const resume = () => {
    if (since !== null) return
    since = performance.now()
    timer = setTimeout(timeIsUp, (limit - spent) * 1000)
  }

  if (outer.aborted) cancel()
  else outer.addEventListener('abort', cancel, { once: true })
  resume()
  return {
    signal: controller.signal,
    seconds,
    wait: () => {
      spent = seconds()
      since = null
      clearTimeout(timer)
    },
    resume,
    clear: () => {
      clearTimeout(timer)
      outer.removeEventListener('abort', cancel)
    }
  }
}

/** Adds up the seconds of preparing and recognizing, as the time of an image counts them. */
export function stopwatch(time: ImageTime) {
  const spent = { prepareSeconds: 0, recognizeSeconds: 0 }
  const timing =
    (kind: keyof typeof spent) =>
    async <T>(work: () => Promise<T>): Promise<T> => {
      const start = time.seconds()
      try {
        return await work()
      } finally {
        spent[kind] += time.seconds() - start
      }
    }
  return {
    preparing: timing('prepareSeconds'),
    recognizing: timing('recognizeSeconds'),
    seconds: () => ({ ...spent })
  }
}
