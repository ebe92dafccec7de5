import { expect, test } from '@jest/globals'
import { lostRows } from '../../src/results/lost.ts'
import { parseRow, unreadRow } from '../../src/results/row.ts'

const planned = (...images: readonly string[]) => images.map((image) => ({ image }))

test('Every planned image without a row is lost, once, with the reason', () => {
  const rows = lostRows(
    planned('a', 'b', 'c', 'b'),
    [unreadRow({ image: 'a' })],
    (image) => `no luck with ${image}`
  )
  expect(rows.map(({ image, error }) => [image, error])).toEqual([
    ['b', { code: 'lost', message: 'b: no luck with b; the next run reads it.' }],
    ['c', { code: 'lost', message: 'c: no luck with c; the next run reads it.' }]
  ])
})

test('Nothing is lost if every planned image has a row', () => {
  expect(lostRows(planned('a'), [unreadRow({ image: 'a' })], () => 'x')).toEqual([])
})

test('A lost row keeps what was known of the image and is a valid row', () => {
  const [row] = lostRows([{ image: 'a', bytes: 7, identity: 'sha256:1' }], [], () => 'x')
  expect(row).toMatchObject({ status: 'failed', bytes: 7, identity: 'sha256:1', text: null })
  expect(parseRow(JSON.stringify(row))).toEqual(row)
})
