import { afterEach, expect, jest, test } from '@jest/globals'
import type { Progress } from '../../src/lib/listener.ts'
import { progressLines } from '../../src/run/progress-lines.ts'

afterEach(() => {
  jest.restoreAllMocks()
})

const at = (done: number, status: string | null): Progress => ({
  ...{ done, total: 3, failed: 0, secondsLeft: done === 0 ? null : 90, status }
})

test('A line is printed if the progress or the status changed, at most every five seconds, and at the end', () => {
  const clock = jest.spyOn(performance, 'now').mockReturnValue(0)
  const lines = progressLines()
  const printed: (string | null)[] = []
  const events: readonly [number, Progress][] = [
    [1, at(0, 'nodes: 2 starting')],
    [6, at(0, 'nodes: 2 starting')],
    [12, at(0, 'nodes: 2 starting')],
    [13, at(0, 'nodes: 2 idle')],
    [14, at(1, 'nodes: 2 running')],
    [15, at(2, 'nodes: 2 running')],
    [16, at(3, 'nodes: 2 running')],
    [17, at(3, 'nodes: 1 running')],
    [30, at(3, 'nodes: none')]
  ]
  for (const [second, progress] of events) {
    clock.mockReturnValue(second * 1000)
    printed.push(lines(progress))
  }
  expect(printed).toEqual([
    null,
    '0 of 3 images, 0 failed; nodes: 2 starting',
    null,
    '0 of 3 images, 0 failed; nodes: 2 idle',
    null,
    null,
    '3 of 3 images, 0 failed; nodes: 2 running',
    null,
    '3 of 3 images, 0 failed; nodes: none'
  ])
})
