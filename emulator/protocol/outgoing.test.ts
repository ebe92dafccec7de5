import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { BatchError } from './batch-error.ts'
import type { Operations } from './request.ts'
import { createdResponse, emptyResponse, resourceResponse } from './responses.ts'
import { newStamp } from './stamp.ts'
import { startTestService, type TestService } from './test-service.ts'

let folder = ''

const operations: Operations = {
  'pool.add': (request) => createdResponse(request, '/pools/p1', newStamp()),
  'pool.get': (request) => {
    const { poolId = '' } = request.parameters
    if (poolId === 'none') {
      throw new BatchError(404, 'PoolNotFound', 'The specified pool does not exist.', [
        { key: 'Reason', value: 'It is gone – für immer.' }
      ])
    }
    if (poolId === 'odd') throw new BatchError(400, 'Odd', 'Größe\r\nx: ✓ is odd.')
    if (poolId === 'no-json') return resourceResponse(request, 'pools', { id: 1n })
    if (poolId === 'no-header') return { status: 200, headers: { etag: '✓' }, json: {} }
    if (poolId === 'broken') throw new TypeError('a bug\nin the emulator')
    return resourceResponse(request, 'pools', { id: poolId, ...newStamp() })
  },
  'pool.exists': (request) => {
    if (request.parameters['poolId'] === 'none') {
      throw new BatchError(404, 'PoolNotFound', 'The specified pool does not exist.')
    }
    return emptyResponse(request, 200, undefined, newStamp())
  },
  'pool.updateProperties': (request) => emptyResponse(request, 204, '/pools/p1/x', newStamp()),
  'pool.deleteMethod': (request) => emptyResponse(request, 202),
  'file.getFromTask': (request) => {
    const path = join(folder, request.parameters['filePath'] ?? '')
    const headers = { 'content-type': 'application/octet-stream' }
    return { status: 200, headers, file: { path, start: 2, end: 5 } }
  },
  'file.getPropertiesFromTask': () => ({ status: 200, headers: { 'content-length': '10' } }),
  'file.listFromTask': () => ({
    status: 200,
    headers: { 'content-length': '100' },
    file: { path: join(folder, 'f'), start: 0, end: 99 }
  })
}

let service: TestService

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-'))
  await writeFile(join(folder, 'f'), '0123456789')
  service = await startTestService(operations)
})

afterEach(() => {
  jest.restoreAllMocks()
})

afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true })
})

const COMMON = [
  ...['dataserviceversion', 'date', 'request-id', 'server'],
  ...['strict-transport-security', 'x-content-type-options']
]

describe('A response', () => {
  test('with JSON has the headers of the service', async () => {
    const { status, reason, headers, json } = await service.call('/pools/p1')
    expect([status, reason]).toEqual([200, 'OK'])
    expect(Object.keys(headers).sort()).toEqual(
      [...COMMON, 'content-type', 'etag', 'last-modified', 'transfer-encoding'].sort()
    )
    expect(headers).toMatchObject({
      server: 'Microsoft-HTTPAPI/2.0',
      dataserviceversion: '3.0',
      'content-type': 'application/json;odata=minimalmetadata',
      'transfer-encoding': 'chunked',
      etag: json.eTag
    })
    expect(json['odata.metadata']).toBe(`${service.url}/$metadata#pools/@Element`)
  })

  test.each<[string, string, number, string, readonly string[]]>([
    ['POST', '/pools', 201, 'Created', ['dataserviceid', 'etag', 'last-modified', 'location']],
    ['DELETE', '/pools/p1', 202, 'Accepted', []],
    ['HEAD', '/pools/p1', 200, 'OK', ['etag', 'last-modified']]
  ])('to %s %s has no body', async (method, path, status, reason, more) => {
    const answer = await service.call(path, { method })
    expect([answer.status, answer.reason, answer.text]).toEqual([status, reason, ''])
    expect(Object.keys(answer.headers).sort()).toEqual(
      [...COMMON, 'transfer-encoding', ...more].sort()
    )
  })

  test('of status 204 has content length 0', async () => {
    const { status, headers } = await service.call('/pools/p1/updateproperties', {
      method: 'POST',
      body: '{}'
    })
    expect(status).toBe(204)
    expect(headers).toHaveProperty('content-length', '0')
    expect(headers).not.toHaveProperty('transfer-encoding')
  })

  test('returns the client request ID if the client asks for it', async () => {
    const named = { 'client-request-id': 'mine' }
    const asking = { ...named, 'return-client-request-id': 'true' }
    const silent = await service.call('/pools/p1', { headers: named })
    expect(silent.headers).not.toHaveProperty('client-request-id')
    const echo = await service.call('/pools/p1', { headers: asking })
    expect(echo.headers).toHaveProperty('client-request-id', 'mine')
  })

  test('contains the address under which the client reached the service', async () => {
    const port = new URL(service.url).port
    const { json } = await service.call('/pools/p1', { headers: { host: `localhost:${port}` } })
    expect(json['odata.metadata']).toMatch(`http://localhost:${port}/`)
    const odd = await service.call('/pools/p1', { headers: { host: '"<x>"' } })
    expect(odd.json['odata.metadata']).toMatch(service.url)
  })

  test('with a file has the requested bytes, or only headers for HEAD', async () => {
    const got = await service.call('/jobs/j/tasks/t/files/f')
    expect([got.text, got.headers['content-type']]).toEqual(['2345', 'application/octet-stream'])
    const head = await service.call('/jobs/j/tasks/t/files/f', { method: 'HEAD' })
    expect([head.text, head.headers['content-length']]).toEqual(['', '10'])
  })

  test('with a file that was removed meanwhile is an error', async () => {
    const { status, json } = await service.call('/jobs/j/tasks/t/files/gone')
    expect([status, json.code]).toEqual([404, 'ResourceNotFound'])
  })

  test('with a file that became shorter meanwhile is cut off', async () => {
    await expect(service.call('/jobs/j/tasks/t/files')).rejects.toThrow()
  })
})

describe('An error response', () => {
  test('has the body of the service, and its message as reason phrase', async () => {
    const { status, reason, headers, json } = await service.call('/pools/none')
    expect([status, reason]).toEqual([404, 'The specified pool does not exist.'])
    expect(Object.keys(headers).sort()).toEqual(
      [...COMMON, 'content-length', 'content-type'].sort()
    )
    const id = headers['request-id']
    expect(json).toEqual({
      'odata.metadata': `${service.url}/$metadata#Microsoft.Azure.Batch.Protocol.Entities.Container.errors/@Element`,
      code: 'PoolNotFound',
      message: {
        lang: 'en-US',
        value: expect.stringMatching(
          new RegExp(
            `^The specified pool does not exist\\.\nRequestId:${id}\nTime:[-0-9T:]+\\.\\d{7}Z$`
          )
        )
      },
      values: [{ key: 'Reason', value: 'It is gone – für immer.' }]
    })
  })

  test('may have any message and still has a valid reason phrase', async () => {
    const { status, reason, json } = await service.call('/pools/odd')
    expect([status, reason]).toEqual([400, 'Gr e x:   is odd.'])
    expect(json.message.value).toMatch(/^Größe\r\nx: ✓ is odd\.\n/)
  })

  test('to HEAD has no body', async () => {
    const { status, text } = await service.call('/pools/none', { method: 'HEAD' })
    expect([status, text]).toEqual([404, ''])
  })

  test.each([
    ['broken', 'a bug in the emulator'],
    ['no-json', 'BigInt'],
    ['no-header', 'etag']
  ])('that is a bug is written to standard error in one line: %s', async (id, cause) => {
    const written: string[] = []
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0)
    const { status, json } = await service.call(`/pools/${id}`)
    expect([status, json.code]).toEqual([500, 'InternalError'])
    expect(written).toHaveLength(1)
    expect(written[0]).toMatch(new RegExp(`^GET /pools/${id}\\?.*${cause}.*\n$`))
    await expect(service.call('/pools/p1')).resolves.toMatchObject({ status: 200 })
  })
})
