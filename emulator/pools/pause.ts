import { setTimeout } from 'node:timers/promises'

/** Waits. @throws the reason of the signal if it is aborted */
export async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  await setTimeout(seconds * 1000, undefined, { signal }).catch(() => {})
  signal.throwIfAborted()
}
