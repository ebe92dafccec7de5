import { setTimeout } from 'node:timers/promises'

/** Waits; a signal that fires ends the wait with its own reason. */
export async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  await setTimeout(seconds * 1000, undefined, { signal }).catch(() => {})
  signal.throwIfAborted()
}
