import { expect, test } from '@jest/globals'
import {
  busyShare,
  failures,
  lowestConfidence,
  preparation,
  slowest,
  whatHappened
} from '../../src/report/findings.ts'
import type { Row } from '../../src/results/row.ts'
import { failedRow, node, report, reusedRow, row, task } from './sample-report.ts'

const names = (rows: readonly Row[]): string[] => rows.map(({ image }) => image)

const rows = [
  row('b', { seconds: 3, confidence: 60 }),
  failedRow('z', 'timeout', 'it took too long.'),
  reusedRow('r', { confidence: 20 }),
  row('a', { seconds: 3, confidence: 90 }),
  row('e', { status: 'empty', words: 0, confidence: null, seconds: 1 }),
  failedRow('y', 'lost', 'its task never answered.')
]

test('Failures are sorted by path', () => {
  expect(names(failures(rows))).toEqual(['y', 'z'])
})

test('The slowest images are among those read in this run', () => {
  expect(names(slowest(rows, 3))).toEqual(['a', 'b', 'y'])
})

test('The images with the lowest confidence include reused ones, but none without words', () => {
  expect(names(lowestConfidence(rows, 2))).toEqual(['r', 'b'])
})

test.each<[message: string, expected: string]>([
  ['a.png: it is empty.', 'It is empty.'],
  ['a.png was not read within 2 s.', 'The file was not read within 2 s.'],
  ['', '']
])('The message %j is shown as %j', (message, expected) => {
  expect(whatHappened(row('a.png', { error: { code: 'timeout', message } }))).toBe(expected)
})

test.each<[look: 1 | 2, secondLook: string | null, expected: string]>([
  [1, null, '–'],
  [1, 'scaled', 'scaled (not used)'],
  [2, 'scaled', 'scaled'],
  [2, null, 'second look']
])(
  'The preparation of a text from look %d with the second look %j is %j',
  (look, secondLook, expected) => {
    expect(preparation(row('a', { look, secondLook }))).toBe(expected)
  }
)

test('The busy share of a node counts only slots that had tasks', () => {
  const tasks = [task('1', { from: 0, to: 8, slot: 0 }), task('2', { from: 0, to: 6, slot: 1 })]
  const whole = report(rows, { tasks, run: { seconds: 10 } })
  expect(busyShare(node('local', { busySeconds: 14 }), whole)).toBeCloseTo(0.7)
  expect(busyShare(node('local', { busySeconds: 90 }), whole)).toBe(1)
  expect(busyShare(node('idle'), whole)).toBeNull()
})
