/** A signal that fires so many milliseconds after another: what is under way then may yet come to its end. */
export function later(signal: AbortSignal, milliseconds: number): AbortSignal {
  const delayed = new AbortController()
  const fire = () => setTimeout(() => delayed.abort(signal.reason), milliseconds).unref()
  if (signal.aborted) fire()
  else signal.addEventListener('abort', fire, { once: true })
  return delayed.signal
}
