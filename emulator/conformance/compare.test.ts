import { describe, expect, test } from '@jest/globals'
import { comparable, differencesOf } from './compare.ts'
import type { HttpResponse } from './exchange.ts'
import { withNewNames, withoutLater } from './older-versions.ts'
import { differences, shapeOf } from './shape.ts'

const between = (recorded: unknown, ours: unknown) => differences(shapeOf(recorded), shapeOf(ours))

describe('Compared bodies', () => {
  test.each([
    ['data differ', { id: 'a', n: 1 }, { id: 'b', n: 2 }],
    ['lists are longer', { value: [{ id: 'a' }] }, { value: [{ id: 'b' }, { id: 'c' }] }],
    ['keys are ordered otherwise', { a: 1, b: 2 }, { b: 1, a: 2 }],
    [
      'a list has fewer of the states',
      [{ state: 'idle' }, { state: 'running' }],
      [{ state: 'idle' }]
    ],
    ['other elements lack a key', [{ a: 1 }, { a: 1, b: 1 }], [{ a: 1, b: 1 }]],
    [
      'times have fewer decimals',
      { at: '2020-01-02T03:04:05.1234567Z' },
      { at: '2026-01-02T03:04:05Z' }
    ]
  ])('are equal if %s', (_, recorded, ours) => {
    expect(between(recorded, ours)).toEqual([])
  })

  test.each([
    ['a key is missing', { a: 1, b: { c: 1 } }, { a: 1, b: {} }, 'b.c is missing.'],
    ['there is another key', { a: [{}] }, { a: [{ b: 1 }] }, 'a[].b is not recorded.'],
    [
      'a word has other letters',
      { status: 'Success' },
      { status: 'success' },
      "status is 'Success' in the recording and 'success' here."
    ],
    [
      'a list has another state',
      [{ state: 'idle' }],
      [{ state: 'idle' }, { state: 'offline' }],
      "[].state is 'idle' in the recording and 'idle', 'offline' here."
    ],
    [
      'an error names less',
      { values: [{ key: 'A' }, { key: 'B' }] },
      { values: [{ key: 'A' }] },
      "values[].key is 'A', 'B' in the recording and 'A' here."
    ],
    [
      'a list is empty',
      { value: [1] },
      { value: [] },
      'value has elements in the recording and none here.'
    ],
    [
      'a number is a text',
      { contentLength: '13' },
      { contentLength: 13 },
      'contentLength is text in the recording and number here.'
    ],
    [
      'a time is a text',
      { at: '2020-01-02T03:04:05Z' },
      { at: 'now' },
      'at is time in the recording and text here.'
    ],
    [
      'an address is elsewhere',
      { url: 'https://account/a' },
      { url: 'https://other/a' },
      'url is address in the recording and text here.'
    ],
    [
      'an element is of another kind',
      [1],
      [1, 'a'],
      '[] is number in the recording and mixed here.'
    ]
  ])('differ if %s', (_, recorded, ours, difference) => {
    expect(between(recorded, ours)).toEqual([difference])
  })
})

const answer = (changed: Partial<HttpResponse> = {}): HttpResponse => ({
  status: 200,
  reason: 'OK',
  headers: { 'content-type': 'application/json', date: 'today', etag: '0x1' },
  text: '{"id":"a"}',
  ...changed
})

describe('Compared responses', () => {
  test('may differ in date, account, nodes and ETags', () => {
    const recorded = answer({
      headers: { date: 'then', location: 'https://a.batch.azure.com/pools/p', etag: '0x1' }
    })
    const ours = answer({ headers: { location: 'http://127.0.0.1:1/pools/p', etag: '0x2' } })
    expect(
      differencesOf(
        comparable(recorded, 'https://a.batch.azure.com'),
        comparable(ours, 'http://127.0.0.1:1')
      )
    ).toEqual([])
  })

  test.each<[string, Partial<HttpResponse>, string]>([
    ['status', { status: 202 }, 'The status is 200 in the recording and 202 here.'],
    ['reason', { reason: 'Fine' }, "The reason is 'OK' in the recording and 'Fine' here."],
    [
      'content type',
      { headers: { etag: '0x1', 'content-type': 'text/plain' } },
      "The header content-type is 'application/json' in the recording and 'text/plain' here."
    ],
    ['headers', { headers: { 'content-type': 'application/json' } }, 'The header etag is missing.'],
    ['body', { text: '' }, 'The body is JSON in the recording and empty here.']
  ])('differ in their %s', (_, changed, difference) => {
    expect(differencesOf(answer(), answer(changed))).toEqual([difference])
  })
})

describe('Recordings of older versions', () => {
  test('are converted to current names and not expected to have later keys', () => {
    const recorded = answer({ text: '{"id":"p","maxTasksPerNode":1}' })
    const ours = answer({
      text: '{"id":"p","taskSlotsPerNode":1,"targetNodeCommunicationMode":"default"}'
    })
    const compared = (version: string) =>
      differencesOf(withNewNames('pool.get', version, recorded), withoutLater(version, ours))
    expect(compared('2020-03-01.11.0')).toEqual([])
    expect(compared('2022-10-01.16.0')).toEqual(['targetNodeCommunicationMode is not recorded.'])
  })
})
