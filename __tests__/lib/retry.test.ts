import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { RetryPolicy } from '../../src/lib/retry.ts'

/** A clock of our own: each wait is recorded and passes at once. */
let now: number
let waits: number[]
let duringWait: () => void

jest.unstable_mockModule('node:timers/promises', () => ({
  setTimeout: async (
    milliseconds: number,
    _: unknown,
    { signal }: { readonly signal: AbortSignal }
  ) => {
    waits.push(milliseconds)
    now += milliseconds
    duringWait()
    signal.throwIfAborted()
  }
}))
const { retry, retryFor, TransientError } = await import('../../src/lib/retry.ts')

beforeEach(() => {
  now = 0
  waits = []
  duringWait = () => {}
  jest.spyOn(performance, 'now').mockImplementation(() => now)
  // No jitter: a wait of our own is as long as it can be, one that the service asked for as short.
  jest.spyOn(Math, 'random').mockReturnValue(1)
})
afterEach(() => {
  jest.restoreAllMocks()
})

const { signal } = new AbortController()
const policy: RetryPolicy = { firstWait: 100, longestWait: 1000, limit: 10_000 }
const unavailable = (retryAfter: number | null = null) =>
  new TransientError(new Error('unavailable'), retryAfter)

/** Fails with each of the errors in turn, then succeeds. */
function failing(...errors: readonly Error[]) {
  const attempt = jest.fn(async () => {
    const error = errors[attempt.mock.calls.length - 1]
    if (error) throw error
    return 'done'
  })
  return attempt
}

/** Fails for ever. */
const alwaysFailing = (retryAfter: number | null = null) =>
  jest.fn(async (): Promise<string> => {
    throw unavailable(retryAfter)
  })

describe('Transient errors are retried', () => {
  test('until an attempt succeeds, after waits that double up to the longest', async () => {
    const attempt = failing(...Array.from({ length: 6 }, () => unavailable()))
    expect(await retry(policy, signal, attempt)).toBe('done')
    expect(waits).toEqual([100, 200, 400, 800, 1000, 1000])
  })

  test('at most as often as the policy allows, and the cause of the last one is thrown', async () => {
    const attempt = alwaysFailing()
    const error = await retry({ ...policy, attempts: 3 }, signal, attempt).catch((one) => one)
    expect(attempt).toHaveBeenCalledTimes(3)
    expect(error).toEqual(new Error('unavailable'))
    expect(error).not.toBeInstanceOf(TransientError)
  })

  test('never later than the limit', async () => {
    const starts: number[] = []
    const attempt = async () => {
      starts.push(now)
      now += 70
      throw unavailable()
    }
    await expect(retry({ ...policy, limit: 1000 }, signal, attempt)).rejects.toThrow('unavailable')
    expect(starts).toEqual([0, 170, 440, 910])
  })
})

describe('The wait that the service asks for', () => {
  test('is kept even if it is longer than the longest wait', async () => {
    await retry(policy, signal, failing(unavailable(3000)))
    expect(waits).toHaveLength(1)
    expect(waits[0]).toBeCloseTo(3300)
  })

  test('does not double, and is never shorter than the first wait', async () => {
    await retry(policy, signal, failing(unavailable(0), unavailable(0), unavailable(0)))
    expect(waits).toEqual([100, 100, 100])
  })

  test('ends the attempts if it exceeds the limit', async () => {
    const attempt = alwaysFailing(20_000)
    await expect(retry(policy, signal, attempt)).rejects.toThrow('unavailable')
    expect([attempt.mock.calls.length, waits]).toEqual([1, []])
  })
})

test('With jitter, a wait is between half of itself and itself, or at least what the service asked for', async () => {
  jest.spyOn(Math, 'random').mockReturnValue(0)
  await retry(policy, signal, failing(unavailable(), unavailable(3000)))
  expect(waits).toEqual([50, 3000])
})

test('Any other error is thrown at once', async () => {
  const attempt = failing(new Error('bad request'))
  await expect(retry(policy, signal, attempt)).rejects.toThrow('bad request')
  expect([attempt.mock.calls.length, waits]).toEqual([1, []])
})

describe('An abort', () => {
  test('before the first attempt is thrown without an attempt', async () => {
    const attempt = failing()
    await expect(retry(policy, AbortSignal.abort('stop'), attempt)).rejects.toBe('stop')
    expect(attempt).not.toHaveBeenCalled()
  })

  test('during an attempt replaces its error', async () => {
    const controller = new AbortController()
    const attempt = async () => {
      controller.abort('stop')
      throw unavailable()
    }
    await expect(retry(policy, controller.signal, attempt)).rejects.toBe('stop')
    expect(waits).toEqual([])
  })

  test('during a wait ends it', async () => {
    const controller = new AbortController()
    duringWait = () => controller.abort('stop')
    const attempt = alwaysFailing()
    await expect(retry(policy, controller.signal, attempt)).rejects.toBe('stop')
    expect(attempt).toHaveBeenCalledTimes(1)
  })
})

test('Five minutes of retries begin with 1 s and wait at most 30 s', () => {
  expect(retryFor(300_000)).toEqual({ firstWait: 1000, longestWait: 30_000, limit: 300_000 })
})
