import { setTimeout as sleep } from 'node:timers/promises'

/** A signal that fires the given number of milliseconds after another, so that work in progress can finish first. */
export function delayedSignal(signal: AbortSignal, milliseconds: number): AbortSignal {
  const delayed = new AbortController()
  const fire = () => setTimeout(() => delayed.abort(signal.reason), milliseconds).unref()
  if (signal.aborted) fire()
  else signal.addEventListener('abort', fire, { once: true })
  return delayed.signal
}

/** The process was asked to end the run early. */
export class Cancelled extends Error {
  constructor(signal: string) {
    super(`The run was cancelled (${signal}).`)
  }
}

/**
 * Waits for the given number of milliseconds.
 *
 * @throws the signal's reason if it fires first
 */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted())

/**
 * Lets pending signals be delivered, between two pieces of work that never wait.
 *
 * @throws the signal's reason if it has fired
 */
export async function letSignalsThrough(signal: AbortSignal): Promise<void> {
  await new Promise((turn) => setImmediate(turn))
  signal.throwIfAborted()
}

/** Rejects with the signal's reason when it fires: race it with work that takes no signal. */
export const rejectOnAbort = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/**
 * A signal that fires when the process is asked to end. The same request a second time ends the process and its
 * children at once.
 *
 * @param exitCode the exit code after a second request
 */
export function cancelOnSignals(target: NodeJS.Process, exitCode: number): AbortSignal {
  const controller = new AbortController()
  let first: string | null = null
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    target.on(name, () => {
      // A runner sends SIGINT and, 7.5 s later, SIGTERM: two different signals are one request.
      if (controller.signal.aborted && first === name) target.exit(exitCode)
      first ??= name
      controller.abort(new Cancelled(name))
    })
  }
  return controller.signal
}
