import { createHmac } from 'node:crypto'
import { BatchServiceClient, BatchSharedKeyCredentials } from '@azure/batch'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { BatchRequest, Operations } from './request.ts'
import { createdResponse, emptyResponse, listResponse, resourceResponse } from './responses.ts'
import { newStamp } from './stamp.ts'
import { SETTINGS, startTestService, type TestService, token } from './test-service.ts'

const heard: BatchRequest[] = []
const hear = (request: BatchRequest) => heard.push(request)

const operations: Operations = {
  'pool.get': (request) => {
    hear(request)
    return resourceResponse(request, 'pools', { id: request.parameters['poolId'] })
  },
  'pool.exists': (request) => emptyResponse(request, 200),
  'pool.deleteMethod': (request) => emptyResponse(request, 202),
  'pool.patch': (request) => {
    hear(request)
    return emptyResponse(request, 200, '/pools/p1', newStamp())
  },
  'pool.enableAutoScale': (request) => emptyResponse(request, 200),
  'pool.disableAutoScale': (request) => emptyResponse(request, 200),
  'job.add': (request) => {
    hear(request)
    return createdResponse(request, '/jobs/j1', newStamp())
  },
  'task.list': (request) => {
    hear(request)
    const ids = request.parameters['jobId'] === 'j2' ? ['t3', 't1', 't2'] : ['t1']
    return listResponse(
      request,
      'tasks',
      ids.map((id) => ({ id, state: 'completed' }))
    )
  },
  'file.getPropertiesFromTask': (request) => {
    hear(request)
    return { status: 200, headers: { 'content-length': '0', 'content-type': 'text/plain' } }
  }
}

let service: TestService

beforeAll(async () => {
  service = await startTestService(operations)
})

afterAll(() => service.close())

const clientOf = (account: string, key: string) =>
  new BatchServiceClient(new BatchSharedKeyCredentials(account, key), service.url, {
    noRetryPolicy: true
  })

describe('A shared key', () => {
  test('of the account signs all requests of the Azure SDK', async () => {
    const client = clientOf(SETTINGS.account, SETTINGS.key)
    await expect(client.pool.get('p1')).resolves.toMatchObject({ id: 'p1' })
    await expect(client.pool.exists('p1')).resolves.toMatchObject({ body: true })
    await client.pool.deleteMethod('p1')
    await client.pool.patch('p1', { metadata: [{ name: 'ort', value: 'Zürich ✓' }] })
    expect(heard.at(-1)?.body).toEqual({ metadata: [{ name: 'ort', value: 'Zürich ✓' }] })
    await client.pool.patch('p1', {}, { poolPatchOptions: { ifMatch: '0x8D', timeout: 10 } })
    await client.pool.enableAutoScale('p1', { autoScaleFormula: '$TargetDedicatedNodes = 1;' })
    await client.pool.disableAutoScale('p1')
    await client.job.add({ id: 'j1', poolInfo: { poolId: 'p1' } })
    const filter = "state eq 'completed' and id ne 'ä+b'"
    const taskListOptions = { filter, select: 'id,state', maxResults: 5 }
    const tasks = await client.task.list('j1', { taskListOptions })
    expect([...tasks]).toEqual([{ id: 't1', state: 'completed' }])
    expect(heard.at(-1)?.query.get('$filter')).toBe(filter)
  })

  test('signs the requests for all pages of a list', async () => {
    const client = clientOf(SETTINGS.account, SETTINGS.key)
    const taskListOptions = { filter: "state ne 'active'", select: 'id', maxResults: 1 }
    const found = []
    let page = await client.task.list('j2', { taskListOptions })
    found.push(...page)
    while (page.odatanextLink !== undefined) {
      page = await client.task.listNext(page.odatanextLink)
      found.push(...page)
    }
    expect(found).toEqual([{ id: 't1' }, { id: 't2' }, { id: 't3' }])
  })

  test.each(['wd/out/a b.txt', 'wd/größe.txt', 'stdout.txt', 'wd/100% + more.txt'])(
    'signs a request for the file %s, whose slashes stay in one path segment',
    async (path) => {
      await clientOf(SETTINGS.account, SETTINGS.key).file.getPropertiesFromTask('j1', 't1', path)
      expect(heard.at(-1)?.parameters).toEqual({ jobId: 'j1', taskId: 't1', filePath: path })
    }
  )

  test('that is wrong is rejected with the expected string to sign', async () => {
    const wrong = Buffer.from('another key').toString('base64')
    await expect(clientOf(SETTINGS.account, wrong).pool.get('p1')).rejects.toMatchObject({
      statusCode: 403,
      code: 'AuthenticationFailed',
      body: {
        values: [
          {
            key: 'AuthenticationErrorDetail',
            value: expect.stringContaining('/testaccount/pools/p1\napi-version:2022-10-01.16.0')
          }
        ]
      }
    })
  })

  test('of another account is rejected', async () => {
    await expect(clientOf('somebody', SETTINGS.key).pool.get('p1')).rejects.toMatchObject({
      statusCode: 403,
      code: 'AuthenticationFailed'
    })
  })

  test('does not authenticate a request older than 15 minutes', async () => {
    const ocpDate = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    const client = clientOf(SETTINGS.account, SETTINGS.key)
    const get = (minutes: number) =>
      client.pool.get('p1', { poolGetOptions: { ocpDate: ocpDate(minutes) } })
    await expect(get(14)).resolves.toMatchObject({ id: 'p1' })
    await expect(get(16)).rejects.toMatchObject({ statusCode: 403, code: 'AuthenticationFailed' })
    await expect(get(-16)).rejects.toMatchObject({ statusCode: 403 })
  })
})

describe('A shared key from az', () => {
  const sign = (text: string) =>
    createHmac('sha256', Buffer.from(SETTINGS.key, 'base64')).update(text).digest('base64')

  test('signs the content length 0 of a DELETE, and the path as sent', async () => {
    const date = new Date().toUTCString()
    const text = `DELETE\n\n\n0\n\n\n\n\n\n\n\n\nocp-date:${date}\n/testaccount/pools/p%201\napi-version:2022-10-01.16.0\ntimeout:30`
    const answer = await service.call('/pools/p%201?timeout=30&api-version=2022-10-01.16.0', {
      method: 'DELETE',
      headers: {
        authorization: `SharedKey testaccount:${sign(text)}`,
        'ocp-date': date,
        'content-length': '0'
      }
    })
    expect(answer.status).toBe(202)
  })
})

describe('A bearer token', () => {
  const get = (authorization: string) => service.call('/pools/p1', { headers: { authorization } })

  test('for the Batch service is accepted', async () => {
    await expect(get(`Bearer ${token()}`)).resolves.toMatchObject({ status: 200 })
  })

  test.each(['https://batch.core.windows.net', 'https://management.azure.com/'])(
    'for the audience %s is rejected with the correct one',
    async (aud) => {
      const { status, json, headers } = await get(`Bearer ${token({ aud })}`)
      expect(status).toBe(401)
      expect(json.code).toBe('AuthenticationFailed')
      expect(json.values[0].value).toBe(
        `The access token has been obtained from wrong audience or resource '${aud}'. It should exactly match (including forward slash) with one of the allowed audiences 'https://batch.core.windows.net/'`
      )
      expect(headers['www-authenticate']).toContain('Bearer')
    }
  )

  test('that has expired is rejected', async () => {
    const { status, json } = await get(`Bearer ${token({ exp: Date.now() / 1000 - 1 })}`)
    expect([status, json.code]).toEqual([401, 'AuthenticationFailed'])
    expect(json.values[0].value).toMatch(/^The access token expiry UTC time/)
  })

  test.each([
    'Bearer',
    'Bearer x',
    'Bearer a.b.c',
    'Bearer bnVsbA.bnVsbA.x',
    'Basic eDp5',
    'SharedKey x'
  ])('or another header that is malformed is rejected: %s', async (authorization) => {
    const { status, json, headers } = await get(authorization)
    expect([status, json.code]).toEqual([401, 'AuthenticationFailed'])
    expect(headers['www-authenticate']).toContain('authorization_uri=')
  })
})
