import { expect, test } from '@jest/globals'
import { newStamp, now } from './stamp.ts'

test('Stamps are strictly increasing, however fast they are created', () => {
  const stamps = Array.from({ length: 2000 }, () => newStamp())
  const tags = stamps.map(({ eTag }) => eTag)
  expect(new Set(tags).size).toBe(2000)
  expect(tags.toSorted()).toEqual(tags)
  const times = stamps.map(({ lastModified }) => lastModified)
  expect(times.toSorted()).toEqual(times)
})

test('Stamps and times have the format of the service', () => {
  const { eTag, lastModified } = newStamp()
  expect(eTag).toMatch(/^0x8D[EF][0-9A-F]{12}$/)
  expect(lastModified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/)
  const before = Date.now()
  const time = Date.parse(now())
  expect(time).toBeGreaterThanOrEqual(before)
})
