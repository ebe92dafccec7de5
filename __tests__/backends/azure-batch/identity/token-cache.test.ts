import { expect, test } from '@jest/globals'
import type { AccessToken } from '../../../../src/backends/azure-batch/identity/credentials.ts'
import {
  type AskToken,
  tokenCache
} from '../../../../src/backends/azure-batch/identity/token-cache.ts'

const onward = new AbortController().signal
const MINUTE = 60_000

/** A clock that we set, and tokens numbered in the order of asking, of a life in milliseconds. */
function desk(life: number) {
  const clock = { now: 1_000_000 }
  const asked: string[] = []
  const ask: AskToken = async (scope) => {
    asked.push(scope)
    return { token: `${scope}-${asked.length}`, expires: new Date(clock.now + life) }
  }
  return { clock, asked, source: tokenCache(ask, () => clock.now) }
}

/** Requests that are answered when the test says so. */
function slow() {
  const calls: {
    readonly signal: AbortSignal
    readonly resolve: (token: AccessToken) => void
    readonly reject: (error: Error) => void
  }[] = []
  const source = tokenCache(
    (_, signal) => new Promise((resolve, reject) => calls.push({ signal, resolve, reject }))
  )
  return { calls, source }
}

const token = (name: string): AccessToken => ({
  token: name,
  expires: new Date(Date.now() + 60 * MINUTE)
})

test.each([
  ['an hour', 60 * MINUTE, 55 * MINUTE],
  ['eight minutes', 8 * MINUTE, 4 * MINUTE],
  ['two seconds', 2000, 1000]
])('a token that lives %s is asked for anew in time', async (_, life, kept) => {
  const { clock, asked, source } = desk(life)
  await source('a', onward)
  clock.now += kept - 1
  expect((await source('a', onward)).token).toBe('a-1')
  clock.now += 1
  expect((await source('a', onward)).token).toBe('a-2')
  expect(asked).toEqual(['a', 'a'])
})

test('each scope has a token of its own', async () => {
  const { source } = desk(60 * MINUTE)
  expect((await source('a', onward)).token).toBe('a-1')
  expect((await source('b', onward)).token).toBe('b-2')
  expect((await source('a', onward)).token).toBe('a-1')
})

test('a token that the service called expired is not given again', async () => {
  const { source } = desk(60 * MINUTE)
  await source('a', onward)
  source.forget?.('a')
  expect((await source('a', onward)).token).toBe('a-2')
})

test('many who want a token at once make one request', async () => {
  const { calls, source } = slow()
  const all = Promise.all([1, 2, 3].map(() => source('a', onward)))
  calls[0]?.resolve(token('one'))
  expect((await all).map((given) => given.token)).toEqual(['one', 'one', 'one'])
  expect(calls).toHaveLength(1)
})

test('a failure is told to all who waited, and not kept', async () => {
  const { calls, source } = slow()
  const both = [source('a', onward), source('a', onward)]
  const failed = Promise.allSettled(both)
  calls[0]?.reject(new Error('refused'))
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const again = source('a', onward)
  calls[1]?.resolve(token('two'))
  expect((await again).token).toBe('two')
})

test('who stops waiting stops alone', async () => {
  const { calls, source } = slow()
  const stop = new AbortController()
  const leaving = source('a', stop.signal)
  const staying = source('a', onward)
  stop.abort(new Error('cancelled'))
  await expect(leaving).rejects.toBe(stop.signal.reason)
  expect(calls[0]?.signal.aborted).toBe(false)
  calls[0]?.resolve(token('one'))
  expect((await staying).token).toBe('one')
})

test('a request that nobody waits for any more is given up, and not joined by the next', async () => {
  const { calls, source } = slow()
  const stop = new AbortController()
  const leaving = source('a', stop.signal)
  stop.abort(new Error('cancelled'))
  await expect(leaving).rejects.toBe(stop.signal.reason)
  expect(calls[0]?.signal.aborted).toBe(true)
  const next = source('a', onward)
  expect(calls).toHaveLength(2)
  calls[1]?.resolve(token('two'))
  expect((await next).token).toBe('two')
})

test('who is cancelled already asks nobody', async () => {
  const { calls, source } = slow()
  const reason = new Error('cancelled')
  await expect(source('a', AbortSignal.abort(reason))).rejects.toBe(reason)
  expect(calls).toHaveLength(0)
})
