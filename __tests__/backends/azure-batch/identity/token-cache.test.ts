import { expect, test } from '@jest/globals'
import type { AccessToken } from '../../../../src/backends/azure-batch/identity/credentials.ts'
import {
  type RequestToken,
  tokenCache
} from '../../../../src/backends/azure-batch/identity/token-cache.ts'
import { noAbort } from '../calls.ts'

const MINUTE = 60_000

/** A cache with a clock that the test sets, for numbered tokens with a lifetime in milliseconds. */
function cacheWithClock(lifetime: number) {
  const clock = { now: 1_000_000 }
  const requests: string[] = []
  const requestToken: RequestToken = async (scope) => {
    requests.push(scope)
    return { token: `${scope}-${requests.length}`, expires: new Date(clock.now + lifetime) }
  }
  return { clock, requests, source: tokenCache(requestToken, () => clock.now) }
}

/** A cache whose requests the test completes. */
function cacheWithPendingRequests() {
  const requests: {
    readonly signal: AbortSignal
    readonly resolve: (token: AccessToken) => void
    readonly reject: (error: Error) => void
  }[] = []
  const source = tokenCache(
    (_, signal) => new Promise((resolve, reject) => requests.push({ signal, resolve, reject }))
  )
  return { requests, source }
}

const token = (name: string): AccessToken => ({
  token: name,
  expires: new Date(Date.now() + 60 * MINUTE)
})

test.each([
  ['an hour', 60 * MINUTE, 55 * MINUTE],
  ['eight minutes', 8 * MINUTE, 4 * MINUTE],
  ['two seconds', 2000, 1000]
])('A token that is valid for %s is replaced in time', async (_, lifetime, reused) => {
  const { clock, requests, source } = cacheWithClock(lifetime)
  await source('a', noAbort)
  clock.now += reused - 1
  expect((await source('a', noAbort)).token).toBe('a-1')
  clock.now += 1
  expect((await source('a', noAbort)).token).toBe('a-2')
  expect(requests).toEqual(['a', 'a'])
})

test('Each scope has a token of its own', async () => {
  const { source } = cacheWithClock(60 * MINUTE)
  expect((await source('a', noAbort)).token).toBe('a-1')
  expect((await source('b', noAbort)).token).toBe('b-2')
  expect((await source('a', noAbort)).token).toBe('a-1')
})

test('A token that was dropped is not returned again', async () => {
  const { source } = cacheWithClock(60 * MINUTE)
  await source('a', noAbort)
  source.forget?.('a')
  expect((await source('a', noAbort)).token).toBe('a-2')
})

test('Concurrent calls share a request', async () => {
  const { requests, source } = cacheWithPendingRequests()
  const all = Promise.all([1, 2, 3].map(() => source('a', noAbort)))
  requests[0]?.resolve(token('one'))
  expect((await all).map(({ token }) => token)).toEqual(['one', 'one', 'one'])
  expect(requests).toHaveLength(1)
})

test('A failure reaches all callers, and is not cached', async () => {
  const { requests, source } = cacheWithPendingRequests()
  const both = [source('a', noAbort), source('a', noAbort)]
  const failed = Promise.allSettled(both)
  requests[0]?.reject(new Error('refused'))
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const again = source('a', noAbort)
  requests[1]?.resolve(token('two'))
  expect((await again).token).toBe('two')
})

test('Cancelling one of several callers does not cancel the request', async () => {
  const { requests, source } = cacheWithPendingRequests()
  const stop = new AbortController()
  const cancelled = source('a', stop.signal)
  const other = source('a', noAbort)
  stop.abort(new Error('cancelled'))
  await expect(cancelled).rejects.toBe(stop.signal.reason)
  expect(requests[0]?.signal.aborted).toBe(false)
  requests[0]?.resolve(token('one'))
  expect((await other).token).toBe('one')
})

test('A request without callers is cancelled, and the next call starts a new one', async () => {
  const { requests, source } = cacheWithPendingRequests()
  const stop = new AbortController()
  const cancelled = source('a', stop.signal)
  stop.abort(new Error('cancelled'))
  await expect(cancelled).rejects.toBe(stop.signal.reason)
  expect(requests[0]?.signal.aborted).toBe(true)
  const next = source('a', noAbort)
  expect(requests).toHaveLength(2)
  requests[1]?.resolve(token('two'))
  expect((await next).token).toBe('two')
})

test('A call that is already cancelled sends no request', async () => {
  const { requests, source } = cacheWithPendingRequests()
  const reason = new Error('cancelled')
  await expect(source('a', AbortSignal.abort(reason))).rejects.toBe(reason)
  expect(requests).toHaveLength(0)
})
