import { expect, test } from '@jest/globals'
import { columnsOf } from '../../src/run/columns.ts'

test.each([
  [/(?<phone>\+?\d{8,15})/, 'a/meter_+254712345678.jpg', { phone: '+254712345678' }],
  [/(?<phone>\+?\d{8,15})/, 'a/meter.jpg', { phone: null }],
  [/(?<year>\d{4})(-(?<month>\d\d))?/, '2026.jpg', { year: '2026', month: null }],
  [/(?<year>\d{4})(-(?<month>\d\d))?/, '2026-11.jpg', { year: '2026', month: '11' }],
  [/(?<a>x)|(?<b>y)/, 'y.png', { a: null, b: 'y' }],
  [null, 'a.png', {}]
])('%s makes columns from %s', (pattern, path, columns) => {
  expect(columnsOf(pattern, path)).toEqual(columns)
})
