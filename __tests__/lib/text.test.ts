import { expect, test } from '@jest/globals'
import { count, dateTime, decimal, duration, grouped, percent, size } from '../../src/lib/text.ts'

/** Replaces narrow spaces, so that the tables below are readable. */
const plain = (text: string): string => text.replaceAll('\u202f', ' ')

test.each<[seconds: number, expected: string]>([
  [0, '0 s'],
  [0.04, '< 0.1 s'],
  [0.44, '0.4 s'],
  [9.94, '9.9 s'],
  [9.96, '10 s'],
  [59.4, '59 s'],
  [59.6, '1 min'],
  [125, '2 min 5 s'],
  [3599.6, '1 h'],
  [3780, '1 h 3 min'],
  [7190, '2 h'],
  [3_600_000, '1 000 h']
])('%d seconds are written %s', (seconds, expected) => {
  expect(plain(duration(seconds))).toBe(expected)
})

test.each<[number: number, expected: string]>([
  [0, '0'],
  [-0.01, '0'],
  [91.24, '91.2'],
  [99.96, '100'],
  [1234.5, '1 234.5'],
  [-2.5, '-2.5']
])('%d is written %s', (number, expected) => {
  expect(plain(decimal(number))).toBe(expected)
})

test.each<[bytes: number, expected: string]>([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1200, '1.2 kB'],
  [16_000_000_000, '16 GB'],
  [3e15, '3 000 TB']
])('%d bytes are written %s', (bytes, expected) => {
  expect(plain(size(bytes))).toBe(expected)
})

test('Digits are grouped, and nouns agree with their numbers', () => {
  expect([1, 12, 123, 1234, 1_234_567].map(grouped).map(plain)).toEqual([
    '1',
    '12',
    '123',
    '1 234',
    '1 234 567'
  ])
  expect([0, 1, 1000].map((number) => plain(count(number, 'image')))).toEqual([
    '0 images',
    '1 image',
    '1 000 images'
  ])
  expect(plain(percent(0.974))).toBe('97 %')
})

test('A time is shown in UTC, and other text is unchanged', () => {
  expect(dateTime('2026-11-22T23:23:37.123+01:00')).toBe('2026-11-22 22:23:37')
  expect(dateTime('some day')).toBe('some day')
})
