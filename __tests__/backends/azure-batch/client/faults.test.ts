import { afterEach, describe, expect, test } from '@jest/globals'
import type { Credential } from '../../../../src/backends/azure-batch/identity/credentials.ts'
import { until } from '../../../support/poll.ts'
import { failureOf, noAbort } from '../calls.ts'
import { addWaitingJob, byToken, jobOf, poolOf, taskOf, testAccount } from './accounts.ts'

/** Each fault of the emulator that affects requests. */

const account = testAccount()
afterEach(() => {
  account().emulator.faults.clear()
})

/** The result of an action, the requests that it sends, and the seconds that it takes. */
async function measure<T>(action: () => Promise<T>) {
  const { sent } = account().proxy
  const [first, start] = [sent.length, performance.now()]
  const result = await action()
  return { result, requests: sent.length - first, seconds: (performance.now() - start) / 1000 }
}

const listPools = () => account().open().pools('none', noAbort)

/** No test lasts this long, in milliseconds. */
const FOREVER = 10_000_000

describe('A request that may succeed later is repeated', () => {
  // A wait beyond the retry limit of ten seconds would end in an error.
  test.each([429, 503] as const)('after %i, not before Retry-After', async (status) => {
    account().emulator.faults.set({ kind: 'throttled', status, retryAfterSeconds: 1 })
    const { requests, seconds } = await measure(listPools)
    expect(requests).toBe(2)
    expect(seconds).toBeGreaterThan(0.99)
  })

  test('after several errors of the service', async () => {
    account().emulator.faults.set({ kind: 'server-error', times: 3 })
    expect((await measure(listPools)).requests).toBe(4)
  })

  test('after a connection is lost before the request took effect', async () => {
    await account().open().addPool(poolOf('cut-before'), noAbort)
    account().emulator.faults.set({ kind: 'cut', when: 'before' })
    expect(await account().open().addJob(jobOf('cut-before'), noAbort)).toBe('added')
  })

  test('after a connection is lost when the request took effect: it has succeeded then', async () => {
    const { emulator, open } = account()
    emulator.faults.set({ kind: 'cut', when: 'after' })
    expect(await open().addPool(poolOf('cut-after'), noAbort)).toBe('exists')
    emulator.faults.set({ kind: 'cut', when: 'after' })
    expect(await open().addJob(jobOf('cut-after'), noAbort)).toBe('exists')
    await open().addTasks('cut-after', [taskOf('t', { commandLine: '/bin/sleep 60' })], noAbort)
    for (const end of [
      () => open().endWhenDone('cut-after', noAbort),
      () => open().terminateJob('cut-after', 'enough', noAbort),
      () => open().deleteJob('cut-after', noAbort),
      () => open().deletePool('cut-after', noAbort)
    ]) {
      emulator.faults.set({ kind: 'cut', when: 'after' })
      expect((await measure(end)).requests).toBe(2)
    }
  })

  test('after a request times out', async () => {
    account().emulator.faults.set({ kind: 'slow', seconds: 3600 })
    const { requests } = await measure(() =>
      account().open({ requestTimeout: 500 }).pools('none', noAbort)
    )
    expect(requests).toBeGreaterThanOrEqual(2)
  })

  test('after adding tasks times out, for which the timeout is twice as long', async () => {
    await addWaitingJob(account().open(), 'slow')
    const add = (id: string, requestTimeout: number) => () =>
      account()
        .open({ requestTimeout })
        .addTasks('slow', [taskOf(id)], noAbort)
    account().emulator.faults.set({ kind: 'slow', seconds: 1.5 })
    expect((await measure(add('1', 1400))).requests).toBe(1)
    account().emulator.faults.set({ kind: 'slow', seconds: 3600 })
    expect((await measure(add('2', 250))).requests).toBeGreaterThanOrEqual(2)
  })
})

describe('Each task is added once', () => {
  const ids = Array.from({ length: 250 }, (_, n) => `t-${String(n).padStart(3, '0')}`)
  const tasks = ids.map((id) => taskOf(id))
  const added = async (job: string) =>
    (await account().open().tasks(job, 'all', noAbort)).map(({ id }) => id).sort()

  test('if the service temporarily adds only half of them', async () => {
    await addWaitingJob(account().open(), 'half')
    account().emulator.faults.set({ kind: 'half-added', times: 4 })
    await account().open().addTasks('half', tasks, noAbort)
    expect(await added('half')).toEqual(ids)
  })

  test('if they were added but the response was lost', async () => {
    await addWaitingJob(account().open(), 'lost')
    account().emulator.faults.set({ kind: 'cut', when: 'after', times: 3 })
    await account().open().addTasks('lost', tasks, noAbort)
    expect(await added('lost')).toEqual(ids)
  })

  test('or the error names the first task that the service keeps refusing', async () => {
    await addWaitingJob(account().open(), 'never')
    account().emulator.faults.set({ kind: 'half-added', times: 'always' })
    const adding = account()
      .open({ retryLimit: 200 })
      .addTasks('never', [taskOf('t')], noAbort)
    expect(await failureOf(adding)).toMatchObject({
      kind: 'unavailable',
      code: 'ServerBusy',
      message: expect.stringMatching(/did not add the task t to the job never at 127.*ServerBusy/)
    })
  })
})

describe('A token that the service rejects as expired', () => {
  /** A credential that counts how often its token is dropped. */
  function countingCredential() {
    const { token: tokens } = byToken() as Extract<Credential, { kind: 'token' }>
    let dropped = 0
    const token = Object.assign(tokens.bind(null), {
      forget: () => {
        dropped += 1
      }
    })
    return { credential: { kind: 'token', token } as const, dropped: () => dropped }
  }

  test('is dropped, and the request is repeated with a new one', async () => {
    account().emulator.faults.set({ kind: 'token-expired' })
    const { credential, dropped } = countingCredential()
    const { requests } = await measure(() => account().open({ credential }).pools('none', noAbort))
    expect({ requests, dropped: dropped() }).toEqual({ requests: 2, dropped: 1 })
  })

  test('is an error if the new one is rejected as well', async () => {
    account().emulator.faults.set({ kind: 'token-expired', times: 'always' })
    const { credential, dropped } = countingCredential()
    expect(await failureOf(account().open({ credential }).pools('none', noAbort))).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/\(401 AuthenticationFailed\).*access token expiry/)
    })
    expect(dropped()).toBe(1)
  })
})

describe('Retries end', () => {
  test('with the last error, after several attempts, at the retry limit', async () => {
    account().emulator.faults.set({ kind: 'server-error', times: 'always' })
    const { result, requests } = await measure(() =>
      failureOf(account().open({ retryLimit: 1500 }).pools('none', noAbort))
    )
    expect(result).toMatchObject({
      kind: 'unavailable',
      code: 'OperationTimedOut',
      message: expect.stringMatching(
        /^Azure Batch did not list the pools none… at 127.*try again later/
      )
    })
    expect(requests).toBeGreaterThan(3)
  })

  test('at once if Retry-After exceeds the retry limit', async () => {
    account().emulator.faults.set({ kind: 'throttled', status: 429, retryAfterSeconds: 60 })
    const { result, requests } = await measure(() => failureOf(listPools()))
    expect(result).toMatchObject({ kind: 'unavailable', code: 'TooManyRequests' })
    expect(requests).toBe(1)
  })
})

describe('A cancelled operation ends with the reason', () => {
  const cancelled = new Error('The run was cancelled.')
  const open = () => account().open({ retryLimit: FOREVER, requestTimeout: FOREVER })

  /** Cancels an operation once its first request is sent. @returns the number of its requests */
  async function cancel(operation: (signal: AbortSignal) => Promise<unknown>) {
    const { sent } = account().proxy
    const first = sent.length
    const control = new AbortController()
    const failure = failureOf(operation(control.signal))
    await until(() => sent.length > first, 'a request')
    control.abort(cancelled)
    expect(await failure).toBe(cancelled)
    return sent.length - first
  }

  test('while it waits for Retry-After', async () => {
    account().emulator.faults.set({ kind: 'throttled', status: 503, retryAfterSeconds: 3600 })
    expect(await cancel((signal) => open().pools('none', signal))).toBe(1)
  })

  test('during a request', async () => {
    account().emulator.faults.set({ kind: 'slow', seconds: 3600, times: 'always' })
    expect(await cancel((signal) => open().pools('none', signal))).toBe(1)
  })

  test('while many tasks are being added', async () => {
    await addWaitingJob(account().open(), 'cancelled')
    account().emulator.faults.set({ kind: 'slow', seconds: 3600, times: 'always' })
    const tasks = Array.from({ length: 1000 }, (_, n) => taskOf(`t-${n}`))
    const add = (signal: AbortSignal) => open().addTasks('cancelled', tasks, signal)
    expect(await cancel(add)).toBeLessThanOrEqual(4)
  })

  test('before it sends anything', async () => {
    const { result, requests } = await measure(() =>
      failureOf(account().open().pools('none', AbortSignal.abort(cancelled)))
    )
    expect(result).toBe(cancelled)
    expect(requests).toBe(0)
  })
})
