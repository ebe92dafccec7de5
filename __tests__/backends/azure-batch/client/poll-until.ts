import { until } from '../../../support/poll.ts'

/** Repeats a request until its result satisfies the condition. @returns that result */
export async function pollUntil<T>(
  request: () => Promise<T>,
  condition: (result: T) => boolean
): Promise<T> {
  const { result } = await until(async () => {
    const result = await request()
    return condition(result) ? { result } : null
  }, 'the result of a request')
  return result
}
