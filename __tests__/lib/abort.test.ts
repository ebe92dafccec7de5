import { EventEmitter } from 'node:events'
import { expect, jest, test } from '@jest/globals'
import { Cancelled, cancelOnSignals } from '../../src/lib/abort.ts'

function listening() {
  const exit = jest.fn()
  const process = Object.assign(new EventEmitter(), { exit }) as unknown as NodeJS.Process
  return { exit, process, signal: cancelOnSignals(process, 130) }
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s cancels, with a reason that names it', (name) => {
  const { exit, process, signal } = listening()
  expect(signal.aborted).toBe(false)
  process.emit(name)
  expect(signal.reason).toEqual(new Cancelled(name))
  expect(exit).not.toHaveBeenCalled()
})

test('the runner’s two signals are one wish', () => {
  const { exit, process } = listening()
  process.emit('SIGINT')
  process.emit('SIGTERM')
  expect(exit).not.toHaveBeenCalled()
})

test('whoever asks twice by the same signal means it', () => {
  const { exit, process } = listening()
  process.emit('SIGINT')
  process.emit('SIGINT')
  expect(exit).toHaveBeenCalledWith(130)
})
