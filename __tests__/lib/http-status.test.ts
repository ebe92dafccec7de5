import { expect, test } from '@jest/globals'
import { type StatusKind, statusKind } from '../../src/lib/http-status.ts'

test.each<[status: number | null | undefined, kind: StatusKind]>([
  [null, 'unavailable'],
  [undefined, 'unavailable'],
  [200, 'not-found'],
  [302, 'not-found'],
  [399, 'not-found'],
  [400, 'bad-request'],
  [401, 'refused'],
  [403, 'refused'],
  [404, 'not-found'],
  [408, 'unavailable'],
  [409, 'conflict'],
  [410, 'not-found'],
  [412, 'conflict'],
  [422, 'bad-request'],
  [429, 'unavailable'],
  [499, 'bad-request'],
  [500, 'unavailable'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [599, 'unavailable']
])('The status %p means %s', (status, kind) => {
  expect(statusKind(status)).toBe(kind)
})
