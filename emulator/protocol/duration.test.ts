import { expect, test } from '@jest/globals'
import { milliseconds } from './duration.ts'

test.each([
  ['PT15M', 900_000],
  ['P7D', 604_800_000],
  ['P1DT2H3M4.5S', 93_784_500],
  ['PT0S', 0],
  ['PT90S', 90_000],
  ['P10675199DT2H48M5.4775807S', Number.POSITIVE_INFINITY]
])('The duration %s is %d milliseconds', (text, expected) => {
  expect(milliseconds(text)).toBe(expected)
})

test.each(['', 'P', 'PT', 'P1DT', '15', 'PT5', 'PT1H30', '-PT5M', 'pt5m', 'PT1.5H', 'P1M'])(
  '"%s" is not a duration',
  (text) => {
    expect(milliseconds(text)).toBeNull()
  }
)
