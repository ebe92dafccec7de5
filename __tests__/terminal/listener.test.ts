import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { lostRow } from '../../src/results/lost.ts'
import { terminalListener } from '../../src/terminal/listener.ts'

const failedRow = (image: string) => ({
  ...lostRow({ image }, 'unread'),
  error: { code: 'unreadable-image' as const, message: `${image} is damaged.` }
})

let out: PassThrough
const told = () => String(out.read() ?? '')
beforeEach(() => {
  out = new PassThrough()
})
afterEach(() => {
  jest.restoreAllMocks()
})

const listen = (tty = false) =>
  terminalListener(Object.assign(out, { isTTY: tty }) as unknown as NodeJS.WriteStream)

test('names are told without what a terminal obeys', () => {
  const listener = listen()
  listener.say('Found a\u001b[31m.')
  listener.warn('The folder b\n could not be listed.')
  listener.failed(failedRow('c\r'))
  expect(told()).toBe(
    'Found a\\u001b[31m.\nWarning: The folder b\\u000a could not be listed.\nFailed: c\\u000d is damaged.\n'
  )
})

test('of many failures the first are told, and where the others are', () => {
  const listener = listen()
  for (let index = 0; index < 30; index++) listener.failed(failedRow(`${index}.png`))
  const lines = told().trimEnd().split('\n')
  expect(lines).toHaveLength(21)
  expect(lines.at(-1)).toBe('More images failed; results.csv names them all.')
})

test('where there is no terminal, a line of progress comes every few seconds and at the end', () => {
  const clock = jest.spyOn(performance, 'now').mockReturnValue(0)
  const listener = listen()
  const progress = (done: number) =>
    listener.progress({ done, total: 100, failed: 1, secondsLeft: 100 - done, status: null })
  for (let done = 1; done <= 100; done++) {
    clock.mockReturnValue(done * 100)
    progress(done)
  }
  expect(told()).toBe('50 of 100 images, 1 failed, 50 s left\n100 of 100 images, 1 failed\n')
})

test('a run that says nothing of its progress leaves the stream alone', () => {
  listen().close()
  expect(told()).toBe('')
})
