import { expect, test } from '@jest/globals'
import { binned, confidenceHistogram } from '../../src/report/histogram.ts'
import { clockTime, ticksOf } from '../../src/report/ticks.ts'
import { timeline } from '../../src/report/timeline.ts'
import { interruptedAttempt, report, reusedRow, row, task } from './sample-report.ts'

const drawn = (tasks: Parameters<typeof report>[1] & object): string =>
  timeline(report([row('a.png')], tasks))?.source ?? ''

test('Each slot of a node has a lane, and each attempt a bar', () => {
  const tasks = [
    task('t2', {
      from: 5,
      to: 10,
      node: 'b',
      slot: 1,
      counts: { recognized: 3, reused: 0, empty: 0, failed: 1 }
    }),
    task('t1', { from: 0, to: 5, node: 'a', slot: 0 }),
    task('t3', { from: 5, to: 7.5, node: 'a', slot: 0 })
  ]
  const source = drawn({ tasks, run: { seconds: 10 } })
  expect(
    [...source.matchAll(/aria-label="(.*?)"/g)].map(([, label]) => label?.replaceAll('\u202f', ' '))
  ).toEqual(['a, slot 0: 2 tasks, busy 75 % of the run', 'b, slot 1: 1 task, busy 50 % of the run'])
  expect(
    [
      ...source.matchAll(
        /<g class="(\w+)"><title>(.*?)<\/title><rect class="whole" x="(.*?)" width="(.*?)"/g
      )
    ].map(([, ...bar]) => bar)
  ).toEqual([
    ['read', expect.stringContaining('t1: 1 image'), '0%', '50%'],
    ['read', expect.stringContaining('t3: 1 image'), '50%', '25%'],
    ['failures', expect.stringContaining('t2: 1 image, 1 failed'), '50%', '50%']
  ])
  expect(source.match(/class="part" [^>]* y="14" height="5"/g)).toHaveLength(1)
})

test('An attempt that was interrupted on another node has a lane of its own', () => {
  const [done] = [task('t1', { from: 5, to: 9, node: 'b' })]
  const tasks = [
    { ...done, attempts: [interruptedAttempt('a', 0, 4, 'node preempted'), ...done.attempts] }
  ]
  const source = drawn({ tasks, run: { seconds: 10 } })
  expect(source).toContain('aria-label="a, interrupted: 1 task')
  expect(source).toContain('interrupted: node preempted</title>')
})

test('The timeline of an unfinished run ends with its last task', () => {
  const source = drawn({ tasks: [task('t', { from: 0, to: 4 })], run: { end: null } })
  expect(source).toContain('x="0%" width="100%"')
})

test('There is no timeline if no task ran, or none has valid times', () => {
  expect(drawn({ tasks: [] })).toBe('')
  expect(drawn({ tasks: [{ ...task('t', { from: 0, to: 1 }), attempts: [] }] })).toBe('')
  expect(
    drawn({
      tasks: [
        {
          ...task('t', { from: 0, to: 1 }),
          attempts: [{ ...interruptedAttempt('a', 0, 1, ''), start: 'x' }]
        }
      ]
    })
  ).toBe('')
})

test('At most 64 slots are drawn, and the rest is counted', () => {
  const tasks = Array.from({ length: 70 }, (_, slot) => task(`t${slot}`, { from: 0, to: 1, slot }))
  const source = drawn({ tasks })
  expect(source.match(/role="img"/g)).toHaveLength(64)
  expect(source).toContain('Not shown: 6 more slots; see <code>metadata/tasks</code>.')
})

test.each<[span: number, last: number, ticks: number]>([
  [0.4, 0.4, 5],
  [10, 10, 6],
  [104, 90, 4],
  [3600, 3600, 5],
  [1_000_000, 1_000_000, 7]
])('The last tick of an axis of %d seconds is at %d', (span, last, ticks) => {
  expect(ticksOf(span)).toHaveLength(ticks)
  expect(ticksOf(span).at(-1)).toBeCloseTo(last)
})

test.each<[seconds: number, expected: string]>([
  [0, '0:00'],
  [4.46, '0:04.5'],
  [59.99, '1:00'],
  [3723, '1:02:03']
])('%d seconds are shown as %s', (seconds, expected) => {
  expect(clockTime(seconds)).toBe(expected)
})

test('Confidences are counted in twenty bins, and 100 is in the last', () => {
  const bins = binned([0, 4.9, 5, 99, 100])
  expect(bins).toHaveLength(20)
  expect([bins[0], bins[1], bins[19]]).toEqual([2, 1, 2])
})

test.each<[confidences: (number | null)[], words: string | null]>([
  [[null], null],
  [[93.4], 'Mean confidence of 1 image with words: 93.4.'],
  [
    [50, 80, 90, 95, 99, null],
    'Mean confidence of 5 images with words: 50 to 99, half of them between 80 and 95.'
  ]
])('The histogram of %j has the accessible name %j', (confidences, words) => {
  const source = confidenceHistogram(
    confidences.map((confidence) => reusedRow('a', { confidence }))
  )?.source
  expect(source?.match(/aria-label="(.*?)"/)?.[1] ?? null).toBe(words)
})
