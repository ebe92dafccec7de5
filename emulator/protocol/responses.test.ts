import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { BatchError } from './batch-error.ts'
import type { BatchRequest, BatchResponse, Resource } from './request.ts'
import {
  checkConditions,
  createdResponse,
  emptyResponse,
  listResponse,
  resourceResponse
} from './responses.ts'

const BASE = 'http://127.0.0.1:1234'

const ask = (query = '', more: Partial<BatchRequest> = {}): BatchRequest => ({
  operation: 'task.list',
  parameters: { jobId: 'j 1' },
  query: new URLSearchParams(query),
  headers: {},
  body: undefined,
  baseUrl: BASE,
  apiVersion: '2025-06-01',
  signal: new AbortController().signal,
  ...more
})

interface List {
  readonly value: readonly Resource[]
  readonly 'odata.nextLink'?: string
}

const listOf = (answer: BatchResponse): List => answer.json as List
const ids = (list: List) => list.value.map(({ id }) => id)
const named = (...names: readonly string[]) => names.map((id) => ({ id }))

const errorOf = (act: () => unknown): BatchError => {
  try {
    act()
  } catch (error) {
    return error as BatchError
  }
  throw new Error('It was not rejected.')
}

const STAMP = { eTag: '0x8DF', lastModified: '2026-11-22T10:00:00.1234567Z' }

describe('One resource', () => {
  const pool = { id: 'p1', ...STAMP, startTask: { commandLine: 'x', env: 1 }, stats: { url: 'u' } }

  test('has its metadata, and its version in the headers', () => {
    expect(resourceResponse(ask(), 'pools', pool)).toEqual({
      status: 200,
      headers: { etag: '0x8DF', 'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT' },
      json: {
        'odata.metadata': `${BASE}/$metadata#pools/@Element`,
        id: 'p1',
        ...STAMP,
        startTask: { commandLine: 'x', env: 1 }
      }
    })
  })

  test('of a type of the protocol belongs to no entity set', () => {
    const { json } = resourceResponse(
      ask(),
      'Microsoft.Azure.Batch.Protocol.Entities.AutoScaleRun',
      {}
    )
    expect(json).toEqual({
      'odata.metadata': `${BASE}/$metadata#Microsoft.Azure.Batch.Protocol.Entities.AutoScaleRun`
    })
  })

  test.each([
    ['$select=id,startTask', { id: 'p1', startTask: { commandLine: 'x', env: 1 } }],
    ['$select=id, startTask/env', { id: 'p1', startTask: { env: 1 } }],
    ['$select=nothing', {}],
    ['$select=id,stats', { id: 'p1' }],
    ['$select=id,stats&$expand=stats', { id: 'p1', stats: { url: 'u' } }]
  ])('shows what is selected: %s', (query, expected) => {
    const { json, headers } = resourceResponse(ask(query), 'pools', pool)
    expect(json).toEqual({ 'odata.metadata': `${BASE}/$metadata#pools/@Element`, ...expected })
    expect(headers).toHaveProperty('etag', '0x8DF')
  })

  test.each(['$select=', '$select=id,,state', '$select=a-b', '$expand=tasks', '$expand='])(
    'is rejected for an invalid parameter: %s',
    (query) => {
      expect(errorOf(() => resourceResponse(ask(query), 'pools', pool))).toMatchObject({
        status: 400,
        code: 'InvalidQueryParameterValue'
      })
    }
  )
})

describe('A list', () => {
  test('is ordered by ID, case-insensitively', () => {
    const list = listOf(listResponse(ask(), 'tasks', named('b', 'C', 'a', 'B2')))
    expect(ids(list)).toEqual(['a', 'b', 'B2', 'C'])
    expect(list).toHaveProperty(['odata.metadata'], `${BASE}/$metadata#tasks`)
    expect(list).not.toHaveProperty(['odata.nextLink'])
  })

  test('of resources without ID keeps its order across pages', () => {
    const images = ['z', 'a', 'm'].map((nodeAgentSKUId) => ({ nodeAgentSKUId }))
    const page = (more: string) => listOf(listResponse(ask(`maxresults=2${more}`), 'x', images))
    const [first, second] = [page(''), page('&$skiptoken=after:MDAwMDAwMDAx')]
    expect([...first.value, ...second.value]).toEqual(images)
    expect(first['odata.nextLink']).toContain('$skiptoken=after%3AMDAwMDAwMDAx')
  })

  test('with an invalid filter is rejected with the filter', () => {
    const filter = "id eq 'a' nor"
    const query = new URLSearchParams({ $filter: filter }).toString()
    expect(errorOf(() => listResponse(ask(query), 'tasks', []))).toMatchObject({
      status: 400,
      code: 'InvalidQueryParameterValue',
      details: [
        { key: 'QueryParameterName', value: '$filter' },
        { key: 'QueryParameterValue', value: filter },
        { key: 'Reason', value: "'nor' was not expected." }
      ]
    })
  })

  test.each([
    ['maxresults=-5', 'MaxResults cannot be less than 1'],
    ['maxresults=0', 'MaxResults cannot be less than 1'],
    ['maxresults=1001', 'MaxResults cannot be greater than 1000'],
    ['maxresults=many', 'MaxResults must be an integer'],
    ['$skiptoken=x', 'The continuation token is invalid']
  ])('is rejected for %s', (query, reason) => {
    expect(errorOf(() => listResponse(ask(query), 'tasks', [])).details.at(-1)?.value).toBe(reason)
  })

  test('has pages of at most 1,000 entries, node counts of 10', () => {
    const many = Array.from({ length: 1001 }, (_, index) => ({ id: `t${index}` }))
    expect(listOf(listResponse(ask(), 'tasks', many)).value).toHaveLength(1000)
    const counts = ask('', { operation: 'account.listPoolNodeCounts' })
    expect(listOf(listResponse(counts, 'poolnodecounts', many)).value).toHaveLength(10)
  })

  test('has a link to its next page that keeps all parameters', () => {
    const query = new URLSearchParams({
      'api-version': '2025-06-01',
      $filter: "id ne 'a' or id eq 'a+b'",
      maxresults: '1'
    })
    const link = new URL(
      String(
        listOf(listResponse(ask(query.toString()), 'tasks', named('b', 'c')))['odata.nextLink']
      )
    )
    expect(link.origin + link.pathname).toBe(`${BASE}/jobs/j%201/tasks`)
    expect(link.search).toContain('$filter=')
    const { $skiptoken, ...kept } = Object.fromEntries(link.searchParams)
    expect(kept).toEqual(Object.fromEntries(query))
    expect($skiptoken).toBeTruthy()
  })

  test('lists each remaining resource exactly once while others are added and removed between pages', () => {
    const key = fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('a', 'b', 'c', '-') })
    const set = fc.uniqueArray(key, { maxLength: 12 })
    const property = fc.property(
      set,
      fc.array(set, { maxLength: 6 }),
      fc.nat(3),
      (stays, others, extra) => {
        const seen: unknown[] = []
        let query = `maxresults=${1 + extra}`
        for (let page = 0; ; page += 1) {
          const now = new Set([...stays, ...(others[page] ?? [])])
          const list = listOf(listResponse(ask(query), 'tasks', named(...now)))
          seen.push(...ids(list))
          const link = list['odata.nextLink']
          if (link === undefined) break
          query = new URL(link).search
        }
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen).toEqual(expect.arrayContaining(stays))
      }
    )
    void fc.assert(property)
  })
})

describe('A response without a body', () => {
  test('has the location of a new resource and its version', () => {
    expect(createdResponse(ask(), '/pools/p1', STAMP)).toEqual({
      status: 201,
      headers: {
        location: `${BASE}/pools/p1`,
        dataserviceid: `${BASE}/pools/p1`,
        etag: '0x8DF',
        'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT'
      }
    })
  })

  test('has its path, and a version if there is one', () => {
    expect(emptyResponse(ask(), 202)).toEqual({ status: 202, headers: {} })
    expect(emptyResponse(ask(), 204, 'jobs/j/x', STAMP).headers).toMatchObject({
      dataserviceid: `${BASE}/jobs/j/x`,
      etag: '0x8DF'
    })
  })
})

describe('A condition', () => {
  const before = 'Sun, 22 Nov 2026 09:59:59 GMT'
  const at = 'Sun, 22 Nov 2026 10:00:00 GMT'

  test.each<[string, string, string, number | null]>([
    ['pool.patch', 'if-match', '0x8DF', null],
    ['pool.patch', 'if-match', '"0x8DF"', null],
    ['pool.patch', 'if-match', '0x1, 0x8DF', null],
    ['pool.patch', 'if-match', '*', null],
    ['pool.patch', 'if-match', '0x8DE', 412],
    ['pool.patch', 'if-none-match', '0x8DE', null],
    ['pool.patch', 'if-none-match', '0x8DF', 412],
    ['pool.patch', 'if-none-match', '*', 412],
    ['pool.patch', 'if-unmodified-since', at, null],
    ['pool.patch', 'if-unmodified-since', before, 412],
    ['pool.patch', 'if-modified-since', before, null],
    ['pool.patch', 'if-modified-since', at, 412],
    ['pool.patch', 'if-modified-since', 'never', null],
    ['pool.get', 'if-none-match', '0x8DF', 304],
    ['pool.get', 'if-modified-since', at, 304],
    ['pool.get', 'if-match', '0x8DE', 412]
  ])('of %s with %s: %s gives %s', (operation, header, value, status) => {
    const act = () => checkConditions(ask('', { operation, headers: { [header]: value } }), STAMP)
    if (status === null) expect(act).not.toThrow()
    else expect(errorOf(act)).toMatchObject({ status, code: 'ConditionNotMet' })
  })
})
