import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Operations } from '../protocol/request.ts'
import { createdResponse, emptyResponse, resourceResponse } from '../protocol/responses.ts'
import { newStamp } from '../protocol/stamp.ts'
import { startTestService, type TestService } from '../protocol/test-service.ts'

let added: unknown[] = []

const operations: Operations = {
  'pool.get': (request) => resourceResponse(request, 'pools', { id: 'p1' }),
  'pool.add': (request) => {
    added.push(request.body)
    return createdResponse(request, '/pools/p1', newStamp())
  },
  'job.get': (request) => emptyResponse(request, 200)
}

let service: TestService

beforeAll(async () => {
  service = await startTestService(operations)
})

beforeEach(() => {
  service.faults.clear()
  added = []
})

afterAll(() => service.close())

const faults = (method: string, path = '', body?: unknown) =>
  service.call(`/emulator/faults${path}`, {
    method,
    // Without authentication.
    headers: { authorization: '' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })

const get = (path = '/pools/p1') => service.call(path)
const add = (id: string) => service.call('/pools', { method: 'POST', body: `{"id":"${id}"}` })

describe('/emulator/faults', () => {
  test('sets a fault, lists it and removes it', async () => {
    const set = await faults('POST', '', { kind: 'throttled', status: 503, times: 'always' })
    expect(set.status).toBe(201)
    expect(set.json).toMatchObject({ kind: 'throttled', status: 503, times: 'always' })
    const { id } = set.json
    await expect(faults('GET')).resolves.toMatchObject({ status: 200, json: [set.json] })
    await expect(faults('GET', `/${id}`)).resolves.toMatchObject({ status: 200, json: set.json })
    await expect(faults('DELETE', `/${id}`)).resolves.toMatchObject({ status: 204 })
    await expect(faults('GET', `/${id}`)).resolves.toMatchObject({ status: 404 })
    await expect(faults('DELETE', `/${id}`)).resolves.toMatchObject({
      status: 404,
      json: { error: `There is no fault ${id}.` }
    })
  })

  test('sets several faults and removes all', async () => {
    const two = [
      { kind: 'half-added' },
      { kind: 'preempted', afterSeconds: 2, only: { poolId: 'p' } }
    ]
    const { json } = await faults('POST', '', two)
    expect(json).toMatchObject(two)
    await expect(faults('DELETE')).resolves.toMatchObject({ status: 204 })
    expect(service.faults.list()).toEqual([])
  })

  test.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /./],
    ['no kind', {}, /kind/],
    ['an unknown kind', { kind: 'flood' }, /kind.*flood/],
    ['a missing property', { kind: 'cut' }, /when/],
    ['an unknown property', { kind: 'half-added', often: 2 }, /often/],
    ['an unknown property of only', { kind: 'half-added', only: { pool: 'p' } }, /pool/],
    ['a wrong number', [{ kind: 'half-added' }, { kind: 'slow', seconds: 'x' }], /1\.seconds/],
    ['a value that is not a JSON object', 'slow', /./]
  ])('explains what is wrong with %s', async (_, body, said) => {
    const { status, json } = await faults('POST', '', body)
    expect(status).toBe(400)
    expect(json.error).toMatch(said)
    expect(json.error).toMatch(/\.$/)
    expect(service.faults.list()).toEqual([])
  })

  test.each([
    ['PUT', '', 405],
    ['POST', '/fault-1', 404],
    ['GET', '/fault-1/more', 404]
  ])('responds to %s %s with %d', async (method, path, status) => {
    await expect(faults(method, path, {})).resolves.toMatchObject({ status })
  })

  test('is the only path below /emulator', async () => {
    await expect(service.call('/emulator')).resolves.toMatchObject({ status: 404 })
    await expect(service.call('/emulator/nodes')).resolves.toMatchObject({ status: 404 })
  })
})

describe('A request fault', () => {
  test.each([
    [429, 'TooManyRequests'],
    [503, 'ServerBusy']
  ] as const)('throttles with %d %s and when to come back', async (status, code) => {
    service.faults.set({ kind: 'throttled', status, retryAfterSeconds: 7 })
    const answer = await get()
    expect([answer.status, answer.json.code]).toEqual([status, code])
    expect(answer.headers).toHaveProperty('retry-after', '7')
    await expect(get()).resolves.toMatchObject({ status: 200 })
  })

  test('fails as the service does', async () => {
    service.faults.set({ kind: 'server-error' })
    const { status, json } = await add('p1')
    expect([status, json.code, added]).toEqual([500, 'OperationTimedOut', []])
  })

  test('cuts the connection before or after the request takes effect', async () => {
    service.faults.set({ kind: 'cut', when: 'before' })
    await expect(add('p1')).rejects.toThrow()
    expect(added).toEqual([])
    service.faults.set({ kind: 'cut', when: 'after' })
    await expect(add('p1')).rejects.toThrow()
    expect(added).toEqual([{ id: 'p1' }])
    await expect(add('p2')).resolves.toMatchObject({ status: 201 })
  })

  test('delays a response, also together with another fault', async () => {
    service.faults.set({ kind: 'slow', seconds: 0.2 }, { kind: 'server-error' })
    const start = performance.now()
    await expect(get()).resolves.toMatchObject({ status: 500 })
    expect(performance.now() - start).toBeGreaterThanOrEqual(190)
  })

  test('makes a bearer token expire', async () => {
    service.faults.set({ kind: 'token-expired' })
    const { status, json } = await get()
    expect([status, json.code]).toEqual([401, 'AuthenticationFailed'])
    expect(json.values[0].value).toMatch(/^The access token expiry UTC time/)
  })

  test('is triggered only by matching requests', async () => {
    service.faults.set({ kind: 'server-error', only: { operation: 'pool.*', poolId: 'p2' } })
    const statuses = []
    for (const answer of [() => get(), () => get('/jobs/p2'), () => add('p1'), () => add('P2')]) {
      statuses.push((await answer()).status)
    }
    expect(statuses).toEqual([200, 200, 201, 500])
  })
})
