import { until } from './poll.ts'

/**
 * Waits until a value meets a condition. For tests.
 *
 * @returns the first value that does
 * @throws Error that quotes the last value
 */
export async function waitFor<T>(
  probe: () => T | Promise<T>,
  isReached: (value: T) => boolean
): Promise<T> {
  let last: { readonly value: T } | undefined
  try {
    return (
      await until(async () => {
        last = { value: await probe() }
        return isReached(last.value) && last
      }, 'a condition')
    ).value
  } catch (cause) {
    throw new Error(`The last value was ${JSON.stringify(last?.value)}.`, { cause })
  }
}
