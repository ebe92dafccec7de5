import { setTimeout as sleep } from 'node:timers/promises'

/** A signal that fires so many milliseconds after another: what is under way then may yet come to its end. */
export function later(signal: AbortSignal, milliseconds: number): AbortSignal {
  const delayed = new AbortController()
  const fire = () => setTimeout(() => delayed.abort(signal.reason), milliseconds).unref()
  if (signal.aborted) fire()
  else signal.addEventListener('abort', fire, { once: true })
  return delayed.signal
}

/** Why a run ended early: a signal asked for it. */
export class Cancelled extends Error {
  constructor(signal: string) {
    super(`The run was cancelled (${signal}).`)
  }
}

/**
 * Waits.
 *
 * @throws the signal's reason where it fires first
 */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted())

/** Rejects with the signal's reason when it fires: set beside work that takes no signal itself, it ends the waiting. */
export const rejection = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/**
 * A signal that fires when the process is asked to end. Whoever asks twice means it: the second time the process ends
 * at once, with its children.
 *
 * @param exitCode of the second time
 */
export function cancelOnSignals(target: NodeJS.Process, exitCode: number): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    target.on(name, () => {
      // A runner sends SIGINT and, 7.5 s later, SIGTERM: two different signals are one wish.
      if (controller.signal.aborted && asked === name) target.exit(exitCode)
      asked ??= name
      controller.abort(new Cancelled(name))
    })
  }
  let asked: string | null = null
  return controller.signal
}
