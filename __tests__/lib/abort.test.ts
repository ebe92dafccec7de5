import { EventEmitter } from 'node:events'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import {
  Cancelled,
  cancelOnSignals,
  delayedSignal,
  letSignalsThrough,
  pause,
  rejectOnAbort
} from '../../src/lib/abort.ts'

afterEach(() => {
  jest.useRealTimers()
})

/** An hour: a test that waits for it fails by its timeout. */
const LONG = 3_600_000

describe('A process that listens to signals', () => {
  function listening() {
    const exit = jest.fn()
    const process = Object.assign(new EventEmitter(), { exit }) as unknown as NodeJS.Process
    return { exit, process, signal: cancelOnSignals(process, 130) }
  }

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is cancelled by %s, with a reason that names it',
    (name) => {
      const { exit, process, signal } = listening()
      expect(signal.aborted).toBe(false)
      process.emit(name)
      expect(signal.reason).toEqual(new Cancelled(name))
      expect(exit).not.toHaveBeenCalled()
    }
  )

  test('treats the two signals of a runner as one request', () => {
    const { exit, process, signal } = listening()
    process.emit('SIGINT')
    process.emit('SIGTERM')
    expect(exit).not.toHaveBeenCalled()
    expect(signal.reason).toEqual(new Cancelled('SIGINT'))
  })

  test('exits at once when the same signal comes twice', () => {
    const { exit, process } = listening()
    process.emit('SIGINT')
    process.emit('SIGINT')
    expect(exit).toHaveBeenCalledWith(130)
  })
})

describe('A delayed signal', () => {
  test.each([
    ['that fires later', () => new AbortController()],
    ['that has fired', () => aborted()]
  ])('fires after the delay, with the reason of the one %s', (_, controllerOf) => {
    jest.useFakeTimers()
    const controller = controllerOf()
    const delayed = delayedSignal(controller.signal, 1000)
    controller.abort('stop')
    jest.advanceTimersByTime(999)
    expect(delayed.aborted).toBe(false)
    jest.advanceTimersByTime(1)
    expect(delayed.reason).toBe('stop')
  })

  test('never fires without the other', () => {
    jest.useFakeTimers()
    const delayed = delayedSignal(new AbortController().signal, 1000)
    jest.advanceTimersByTime(LONG)
    expect(delayed.aborted).toBe(false)
  })
})

function aborted(): AbortController {
  const controller = new AbortController()
  controller.abort('stop')
  return controller
}

test('A pause ends after its time', async () => {
  await pause(1, new AbortController().signal)
})

test.each([
  ['A pause', (signal: AbortSignal) => pause(LONG, signal)],
  ['A rejection', (signal: AbortSignal) => rejectOnAbort(signal)]
])(
  '%s rejects with the signal’s reason when it fires, or at once if it has fired',
  async (_, wait) => {
    const controller = new AbortController()
    const waiting = wait(controller.signal)
    controller.abort('stop')
    await expect(waiting).rejects.toBe('stop')
    await expect(wait(controller.signal)).rejects.toBe('stop')
  }
)

test('Work that never waits sees a signal that is pending', async () => {
  const controller = new AbortController()
  await letSignalsThrough(controller.signal)
  setImmediate(() => controller.abort('stop'))
  await expect(letSignalsThrough(controller.signal)).rejects.toBe('stop')
})
