import { beforeEach, expect, jest, test } from '@jest/globals'
import { lostRow } from '../../src/results/lost.ts'
import type { Row } from '../../src/results/row.ts'

const error = jest.fn<(message: string, properties?: { file?: string; title?: string }) => void>()
const unused = () => {}
jest.unstable_mockModule('@actions/core', () => ({
  ...{ error, info: unused, warning: unused, startGroup: unused, endGroup: unused }
}))
const { annotateFailures } = await import('../../src/github/annotations.ts')
beforeEach(() => {
  error.mockClear()
})

const failed = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => lostRow({ image: `${index}.png` }, 'nobody read it'))

/** GitHub shows ten errors of a step; the tenth is the verdict's. */
test.each([
  { failures: 0, named: 0, counted: null },
  { failures: 1, named: 1, counted: null },
  { failures: 9, named: 9, counted: null },
  { failures: 10, named: 8, counted: 2 },
  { failures: 500, named: 8, counted: 492 }
])(
  'of $failures failures, $named are annotated by name and $counted counted',
  ({ failures, named, counted }) => {
    annotateFailures(failed(failures))
    const calls = error.mock.calls
    const files = calls.flatMap(([, properties]) => properties?.file ?? [])
    expect(files).toEqual(Array.from({ length: named }, (_, index) => `${index}.png`))
    const rest = calls.filter(([, properties]) => properties?.file === undefined)
    expect(rest.map(([message]) => Number.parseInt(message, 10))).toEqual(
      counted === null ? [] : [counted]
    )
  }
)
