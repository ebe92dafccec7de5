import { expect, test } from '@jest/globals'
import * as v from 'valibot'
import { limitOf, timeSpanSchema, WITHOUT_LIMIT } from './time-span.ts'

test.each([
  ['P1D', 'P1D'],
  ['PT90M', 'PT1H30M'],
  ['PT86400S', 'P1D'],
  ['P3Y6M4DT12H30M5S', 'P1279DT12H30M5S'],
  ['PT0.25S', 'PT0.25S'],
  ['PT0S', 'PT0S'],
  ['PT0.0000001S', 'PT0S'],
  ['P99999999999999999999999D', WITHOUT_LIMIT],
  [WITHOUT_LIMIT, WITHOUT_LIMIT]
])('the service writes %s as %s', (given, written) => {
  expect(v.parse(timeSpanSchema, given)).toBe(written)
  expect(v.parse(timeSpanSchema, written)).toBe(written)
})

test.each(['', 'P', 'PT', '1D', 'P1H', 'PT-1S', 'one day'])('%j is not a duration', (text) => {
  expect(v.safeParse(timeSpanSchema, text).success).toBe(false)
})

test('the maximum duration means no limit, others are converted to milliseconds', () => {
  expect(limitOf(WITHOUT_LIMIT)).toBeNull()
  expect(limitOf('PT1M30S')).toBe(90_000)
})
