import { setTimeout as pause } from 'node:timers/promises'

/** Asks until the answer is what is waited for, at most 30 s. @returns that answer */
export async function when<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  const limit = performance.now() + 30_000
  for (;;) {
    const answer = await ask()
    if (holds(answer)) return answer
    if (performance.now() > limit) throw new Error(`Still so: ${JSON.stringify(answer)}`)
    await pause(20)
  }
}
