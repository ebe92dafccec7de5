import { afterEach, describe, expect, test } from '@jest/globals'
import type { Credential } from '../../../../src/backends/azure-batch/identity/credentials.ts'
import { until } from '../../../support/command.ts'
import {
  byToken,
  failureOf,
  jobOf,
  onward,
  poolOf,
  taskOf,
  testAccount,
  waitingJob
} from './accounts.ts'

/** Every fault of the emulator that touches the wire. */

const account = testAccount()
afterEach(() => {
  account().emulator.faults.clear()
})

/** How many requests a piece of work sends, and how many seconds it takes. */
async function measured<T>(work: () => Promise<T>) {
  const { sent } = account().proxy
  const [from, start] = [sent.length, performance.now()]
  const outcome = await work()
  return { outcome, requests: sent.length - from, seconds: (performance.now() - start) / 1000 }
}

const show = () => account().open().pools('none', onward)

describe('A request that may be answered well a little later is made again', () => {
  test.each([429, 503] as const)(
    'after %i, once the time is over that was asked for',
    async (status) => {
      account().emulator.faults.set({ kind: 'throttled', status, retryAfterSeconds: 1 })
      const { requests, seconds } = await measured(show)
      expect(requests).toBe(2)
      expect(seconds).toBeGreaterThanOrEqual(1)
      expect(seconds).toBeLessThan(5)
    }
  )

  test('after errors of the service, with longer and longer waits', async () => {
    account().emulator.faults.set({ kind: 'server-error', times: 3 })
    const { requests, seconds } = await measured(show)
    expect(requests).toBe(4)
    expect(seconds).toBeLessThan(5)
  })

  test('after a connection that is cut before it took effect', async () => {
    await account().open().addPool(poolOf('cut-before'), onward)
    account().emulator.faults.set({ kind: 'cut', when: 'before' })
    expect(await account().open().addJob(jobOf('cut-before'), onward)).toBe('added')
  })

  test('after a connection that is cut when it had taken effect: it exists then', async () => {
    const { emulator, open } = account()
    emulator.faults.set({ kind: 'cut', when: 'after' })
    expect(await open().addPool(poolOf('cut-after'), onward)).toBe('exists')
    emulator.faults.set({ kind: 'cut', when: 'after' })
    expect(await open().addJob(jobOf('cut-after'), onward)).toBe('exists')
    await open().addTasks('cut-after', [taskOf('t', { commandLine: '/bin/sleep 60' })], onward)
    for (const end of [
      () => open().endWhenDone('cut-after', onward),
      () => open().terminateJob('cut-after', 'enough', onward),
      () => open().deleteJob('cut-after', onward),
      () => open().deletePool('cut-after', onward)
    ]) {
      emulator.faults.set({ kind: 'cut', when: 'after' })
      expect((await measured(end)).requests).toBe(2)
    }
  })

  test('after an answer that does not come within the limit of a request', async () => {
    account().emulator.faults.set({ kind: 'slow', seconds: 20 })
    const { requests, seconds } = await measured(() =>
      account().open({ requestTimeout: 200 }).pools('none', onward)
    )
    expect(requests).toBe(2)
    expect(seconds).toBeLessThan(5)
  })

  test('adding tasks among them, whose answer may take twice as long', async () => {
    await waitingJob(account().open(), 'slow')
    account().emulator.faults.set({ kind: 'slow', seconds: 0.6 })
    const { requests } = await measured(() =>
      account()
        .open({ requestTimeout: 400 })
        .addTasks('slow', [taskOf('1')], onward)
    )
    expect(requests).toBe(1)
    account().emulator.faults.set({ kind: 'slow', seconds: 20 })
    const late = await measured(() =>
      account()
        .open({ requestTimeout: 100 })
        .addTasks('slow', [taskOf('2')], onward)
    )
    expect(late.requests).toBe(2)
  })
})

describe('Tasks are each added once', () => {
  const ids = Array.from({ length: 250 }, (_, n) => `t-${String(n).padStart(3, '0')}`)
  const there = async (job: string) =>
    (await account().open().tasks(job, 'all', onward)).map(({ id }) => id).sort()

  test('where the service could not add half of them just now', async () => {
    await waitingJob(account().open(), 'half')
    account().emulator.faults.set({ kind: 'half-added', times: 4 })
    await account()
      .open()
      .addTasks(
        'half',
        ids.map((id) => taskOf(id)),
        onward
      )
    expect(await there('half')).toEqual(ids)
  })

  test('where they had been added and nobody was told', async () => {
    await waitingJob(account().open(), 'untold')
    account().emulator.faults.set({ kind: 'cut', when: 'after', times: 3 })
    await account()
      .open()
      .addTasks(
        'untold',
        ids.map((id) => taskOf(id)),
        onward
      )
    expect(await there('untold')).toEqual(ids)
  })

  test('or it is said which one was not, where the service goes on like that', async () => {
    await waitingJob(account().open(), 'never')
    account().emulator.faults.set({ kind: 'half-added', times: 'always' })
    const adding = account()
      .open({ patience: 200 })
      .addTasks('never', [taskOf('t')], onward)
    expect(await failureOf(adding)).toMatchObject({
      kind: 'unavailable',
      code: 'ServerBusy',
      message: expect.stringMatching(/did not add the task t to the job never at 127.*ServerBusy/)
    })
  })
})

describe('A token that the service calls expired', () => {
  /** Gives tokens, and counts how often one is dropped. */
  function tokens() {
    const { token: give } = byToken() as Extract<Credential, { kind: 'token' }>
    let dropped = 0
    const token = Object.assign(give.bind(null), {
      forget: () => {
        dropped += 1
      }
    })
    return { credential: { kind: 'token', token } as const, dropped: () => dropped }
  }

  test('is dropped, and a fresh one is tried at once', async () => {
    account().emulator.faults.set({ kind: 'token-expired' })
    const { credential, dropped } = tokens()
    const { requests, seconds } = await measured(() =>
      account().open({ credential }).pools('none', onward)
    )
    expect({ requests, dropped: dropped() }).toEqual({ requests: 2, dropped: 1 })
    expect(seconds).toBeLessThan(2)
  })

  test('is told of where the fresh one is no better', async () => {
    account().emulator.faults.set({ kind: 'token-expired', times: 'always' })
    const { credential, dropped } = tokens()
    expect(await failureOf(account().open({ credential }).pools('none', onward))).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/\(401 AuthenticationFailed\).*access token expiry/)
    })
    expect(dropped()).toBe(1)
  })
})

describe('Patience ends', () => {
  test('with the last answer, where the service stays away', async () => {
    account().emulator.faults.set({ kind: 'server-error', times: 'always' })
    const { outcome, requests, seconds } = await measured(() =>
      failureOf(account().open({ patience: 500 }).pools('none', onward))
    )
    expect(outcome).toMatchObject({
      kind: 'unavailable',
      code: 'OperationTimedOut',
      message: expect.stringMatching(
        /^Azure Batch did not list the pools none… at 127.*try again later/
      )
    })
    expect(requests).toBeGreaterThan(5)
    expect(seconds).toBeLessThan(2)
  })

  test('at once, where the service wants to be left alone for longer than that', async () => {
    account().emulator.faults.set({ kind: 'throttled', status: 429, retryAfterSeconds: 60 })
    const { outcome, requests } = await measured(() => failureOf(show()))
    expect(outcome).toMatchObject({ kind: 'unavailable', code: 'TooManyRequests' })
    expect(requests).toBe(1)
  })
})

describe('Who cancels is obeyed at once, and gets the reason back', () => {
  const cancelled = new Error('The run was cancelled.')

  /** Cancels a call once its first request is out. */
  async function cancel(call: (signal: AbortSignal) => Promise<unknown>) {
    const { sent } = account().proxy
    const from = sent.length
    const control = new AbortController()
    const outcome = failureOf(call(control.signal))
    await until('a request was sent', () => sent.length > from)
    const start = performance.now()
    control.abort(cancelled)
    expect(await outcome).toBe(cancelled)
    expect(performance.now() - start).toBeLessThan(1000)
    return sent.length - from
  }

  test('during a wait that the service asked for', async () => {
    account().emulator.faults.set({ kind: 'throttled', status: 503, retryAfterSeconds: 5 })
    expect(await cancel((signal) => account().open().pools('none', signal))).toBe(1)
  })

  test('during a request', async () => {
    account().emulator.faults.set({ kind: 'slow', seconds: 20, times: 'always' })
    expect(await cancel((signal) => account().open().pools('none', signal))).toBe(1)
  })

  test('while many tasks are being added', async () => {
    await waitingJob(account().open(), 'cancelled')
    account().emulator.faults.set({ kind: 'slow', seconds: 20, times: 'always' })
    const tasks = Array.from({ length: 1000 }, (_, n) => taskOf(`t-${n}`))
    const add = (signal: AbortSignal) => account().open().addTasks('cancelled', tasks, signal)
    expect(await cancel(add)).toBeLessThanOrEqual(4)
  })

  test('before anything is sent', async () => {
    const { outcome, requests } = await measured(() =>
      failureOf(account().open().pools('none', AbortSignal.abort(cancelled)))
    )
    expect(outcome).toBe(cancelled)
    expect(requests).toBe(0)
  })
})
