import { setTimeout as sleep } from 'node:timers/promises'

/** How long a test waits for a state, in milliseconds: far longer than an idle machine needs. */
const LIMIT = 120_000

/**
 * Waits until a state is reached.
 *
 * @param probe gives the state, or undefined, null or false while it is not reached
 * @param what completes "Waited in vain for …"
 * @param interval milliseconds between two looks: more where each look is a request
 */
export async function until<T>(
  probe: () => T | Promise<T>,
  what = 'a state',
  limit = LIMIT,
  interval = 20
): Promise<NonNullable<Exclude<T, false>>> {
  const end = performance.now() + limit
  for (;;) {
    const state = await probe()
    if (state !== undefined && state !== null && state !== false)
      return state as NonNullable<Exclude<T, false>>
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`)
    await sleep(interval)
  }
}
