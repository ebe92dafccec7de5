import { expect, test } from '@jest/globals'
import { byteRange } from './byte-range.ts'

test.each([
  [undefined, { start: 0, end: 9 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=2-4', { start: 2, end: 4 }],
  ['bytes=9-', { start: 9, end: 9 }],
  ['bytes=5-1000', { start: 5, end: 9 }]
])('%s of ten bytes is %j', (header, range) => {
  expect(byteRange(header, 10)).toEqual(range)
})

test('an empty file can be read whole but has no ranges', () => {
  expect(byteRange(undefined, 0)).toEqual({ start: 0, end: -1 })
  expect(() => byteRange('bytes=0-0', 0)).toThrow(expect.objectContaining({ status: 416 }))
})

test.each([
  ['bytes=10-12', 416, 'InvalidRange'],
  ['bytes=4-2', 400, 'InvalidHeaderValue'],
  ['bytes=-5', 400, 'InvalidHeaderValue'],
  ['bytes=a-b', 400, 'InvalidHeaderValue'],
  ['bytes=0-1,3-4', 400, 'InvalidHeaderValue'],
  ['lines=1-2', 400, 'InvalidHeaderValue'],
  [`bytes=0-${'9'.repeat(400)}`, 400, 'InvalidHeaderValue']
])('%.20s is rejected with %d %s', (header, status, code) => {
  expect(() => byteRange(header, 10)).toThrow(expect.objectContaining({ status, code }))
})
