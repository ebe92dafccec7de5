import { describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { BatchError } from './batch-error.ts'
import { bodyOf } from './body.ts'
import { idKey, idSchema } from './ids.ts'
import type { BatchRequest } from './request.ts'

const schema = v.strictObject({
  id: idSchema,
  state: v.optional(v.picklist(['on', 'off'])),
  nodes: v.optional(v.pipe(v.number(), v.minValue(0, 'It is less than 0.'))),
  list: v.optional(v.array(v.strictObject({ name: v.string() })))
})

function errorOf(body: unknown): unknown {
  try {
    bodyOf({ body } as BatchRequest, schema)
  } catch (error) {
    if (error instanceof BatchError) {
      const { status, code, details } = error
      return [status, code, Object.fromEntries(details.map(({ key, value }) => [key, value]))]
    }
  }
  return null
}

describe('A body', () => {
  test('is returned unchanged if it is valid', () => {
    expect(bodyOf({ body: { id: 'a', nodes: 2 } } as BatchRequest, schema)).toEqual({
      id: 'a',
      nodes: 2
    })
  })

  test('may be missing if no property is required', () => {
    const loose = v.object({ reason: v.optional(v.string()) })
    expect(bodyOf({ body: undefined } as BatchRequest, loose)).toEqual({})
  })

  test.each<[string, unknown, string, object]>([
    ['no body', undefined, 'MissingRequiredProperty', { PropertyName: 'id' }],
    ['no id', { nodes: 1 }, 'MissingRequiredProperty', { PropertyName: 'id' }],
    [
      'null in a list',
      { id: 'a', list: [{}] },
      'MissingRequiredProperty',
      { PropertyName: 'name' }
    ],
    [
      'an id with a space',
      { id: 'a b' },
      'InvalidPropertyValue',
      { PropertyName: 'id', PropertyValue: 'a b', Reason: expect.stringContaining('64') }
    ],
    [
      'a number out of range',
      { id: 'a', nodes: -1 },
      'InvalidPropertyValue',
      { PropertyName: 'nodes', PropertyValue: '-1', Reason: 'It is less than 0.' }
    ],
    [
      'an unknown value',
      { id: 'a', state: 'half' },
      'InvalidPropertyValue',
      { PropertyName: 'state', PropertyValue: 'half', Reason: expect.anything() }
    ],
    [
      'a string for a number',
      { id: 'a', nodes: '1' },
      'InvalidRequestBody',
      { Reason: expect.stringContaining("'nodes'") }
    ],
    [
      'an unknown property',
      { id: 'a', nods: 1 },
      'InvalidRequestBody',
      { Reason: expect.stringContaining("'nods'") }
    ],
    ['an array', [1], 'InvalidRequestBody', { Reason: expect.anything() }],
    ['a string', 'x', 'InvalidRequestBody', { Reason: expect.anything() }],
    ['null for an id', { id: null }, 'InvalidRequestBody', { Reason: expect.anything() }]
  ])('with %s is rejected as the service does', (_, body, code, details) => {
    expect(errorOf(body)).toEqual([400, code, details])
  })
})

describe('An id', () => {
  test.each(['a', 'A-b_9', 'x'.repeat(64)])('may be %s', (id) => {
    expect(v.is(idSchema, id)).toBe(true)
  })

  test.each(['', 'x'.repeat(65), 'a b', 'a/b', 'a:b', 'ä', 'a.b', 'a\n'])(
    'may not be "%s"',
    (id) => {
      expect(v.is(idSchema, id)).toBe(false)
    }
  )

  test('is case-insensitive', () => {
    expect(idKey('Pool-1')).toBe(idKey('pool-1'))
  })
})
