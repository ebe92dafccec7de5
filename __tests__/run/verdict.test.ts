import { expect, test } from '@jest/globals'
import { failsBy } from '../../src/run/verdict.ts'
import { failOn } from '../../src/settings/parse.ts'

test.each([
  ['any', 0, 10, false],
  ['any', 1, 10, true],
  ['all', 9, 10, false],
  ['all', 10, 10, true],
  ['all', 0, 0, false],
  ['any', 0, 0, false],
  ['never', 10, 10, false],
  ['5%', 1, 20, false],
  ['5%', 2, 20, true],
  ['0%', 1, 1000, true],
  ['0%', 0, 1000, false],
  ['100%', 10, 10, false],
  ['12.5%', 1, 8, false],
  ['5%', 0, 0, false]
])(
  '`fail-on` %s: whether %d failed images of %d fail the run: %s',
  (given, failed, images, fails) => {
    const others = images - failed
    const counts = { recognized: others, reused: 0, empty: 0, failed }
    expect(failsBy(failOn(given), counts)).toBe(fails)
    // Reused results count like recognized ones.
    expect(failsBy(failOn(given), { ...counts, recognized: 0, reused: others })).toBe(fails)
  }
)
