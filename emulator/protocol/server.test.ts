import { once } from 'node:events'
import { Agent, request as send } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { until } from '../../__tests__/support/poll.ts'
import type { BatchRequest, Operation, Operations } from './request.ts'
import { emptyResponse } from './responses.ts'
import { startTestService, type TestService, token } from './test-service.ts'

const heard: BatchRequest[] = []

const hear: Operation = (request) => {
  heard.push(request)
  return emptyResponse(request, 200)
}

const operations: Operations = {
  'pool.add': hear,
  'pool.get': hear,
  'task.addCollection': hear,
  'file.getFromTask': hear,
  'job.get': (request) => {
    heard.push(request)
    return sleep(60_000, { status: 200 as const }, { signal: request.signal })
  }
}

let service: TestService

beforeAll(async () => {
  service = await startTestService(operations)
})

afterAll(() => service.close())

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  service.call(path, { method: 'POST', body, headers })

describe('A request', () => {
  test.each([
    ['//pools//p1/', 'p1'],
    ['/pools/a%2Fb%20c', 'a/b c'],
    ['/Pools/p1', 'p1'],
    ['http://elsewhere/pools/p1', 'p1']
  ])('is routed by %s', async (path, poolId) => {
    const { status } = await rawGet(path)
    expect(status).toBe(200)
    expect(heard.at(-1)?.parameters).toEqual({ poolId })
  })

  test('may have a file path with plain slashes', async () => {
    await service.call('/jobs/j/tasks/t/files/wd/a%2Fb/c')
    expect(heard.at(-1)?.parameters).toEqual({ jobId: 'j', taskId: 't', filePath: 'wd/a/b/c' })
  })

  test.each<[string, string, number, string]>([
    ['GET', '/nothing', 404, 'ResourceNotFound'],
    ['GET', '/', 404, 'ResourceNotFound'],
    ['GET', '/jobs/j/tasks/t/more/than/that', 404, 'ResourceNotFound'],
    ['GET', '/pools/p1/nodes', 404, 'ResourceNotFound'],
    ['PUT', '/pools/p1', 405, 'UnsupportedHttpVerb'],
    ['GET', '/pools/%zz', 400, 'InvalidUri'],
    ['GET', '/pools/p1?timeout=0', 400, 'InvalidQueryParameterValue'],
    ['GET', '/pools/p1?timeout=soon', 400, 'InvalidQueryParameterValue'],
    ['GET', '/pools/p1?$filter=id', 400, 'UnsupportedQueryParameter'],
    ['GET', '/pools/p1?api-version=2021-06-01.14.0', 400, 'InvalidQueryParameterValue'],
    ['GET', '/pools/p1?api-version=2099-01-01', 400, 'InvalidQueryParameterValue'],
    ['GET', '/pools/p1?api-version=', 400, 'InvalidQueryParameterValue']
  ])('%s %s is answered with %d %s', async (method, path, status, code) => {
    const answer = await service.call(path, { method })
    expect([answer.status, answer.json.code]).toEqual([status, code])
  })

  test('without an api-version is rejected', async () => {
    const headers = { authorization: `Bearer ${token()}` }
    const response = await fetch(`${service.url}/pools/p1?timeout=30`, { headers })
    expect(response.status).toBe(400)
    await expect(response.json()).resolves.toMatchObject({
      code: 'MissingRequiredQueryParameter',
      values: [{ key: 'QueryParameterName', value: 'api-version' }]
    })
  })

  test.each([
    ...['2022-10-01.16.0', '2023-05-01.17.0', '2023-11-01.18.0', '2024-02-01.19.0'],
    ...['2024-07-01.20.0', '2025-06-01']
  ])('may use api-version %s', async (version) => {
    const { status } = await service.call(`/pools/p1?api-version=${version}&timeOut=30`)
    expect(status).toBe(200)
    expect(heard.at(-1)?.apiVersion).toBe(version)
  })

  test.each<[string, string, Record<string, string>, string]>([
    ['no JSON', '{"id"', {}, 'InvalidRequestBody'],
    ['another type', '{}', { 'content-type': 'text/plain' }, 'InvalidHeaderValue']
  ])('with a body of %s is rejected', async (_, body, headers, code) => {
    const { status, json } = await post('/pools', body, headers)
    expect([status, json.code]).toEqual([400, code])
  })

  test('with a body but without a content type is rejected', async () => {
    const headers = { authorization: `Bearer ${token()}` }
    const url = `${service.url}/pools?api-version=2025-06-01`
    const body = new TextEncoder().encode('{}')
    const response = await fetch(url, { method: 'POST', headers, body })
    await expect(response.json()).resolves.toMatchObject({ code: 'MissingRequiredHeader' })
  })

  test('passes its body to the operation', async () => {
    await post('/pools', '{"id":"p1","x":"ü"}', { 'content-type': 'application/json' })
    expect(heard.at(-1)?.body).toEqual({ id: 'p1', x: 'ü' })
  })

  test('with a collection of tasks may have 1 MB and not a byte more', async () => {
    const sized = (bytes: number) => `{"value":["${'x'.repeat(bytes - '{"value":[""]}'.length)}"]}`
    const path = '/jobs/j/addtaskcollection'
    await expect(post(path, sized(1024 * 1024))).resolves.toMatchObject({ status: 200 })
    const rejected = await post(path, sized(1024 * 1024 + 1))
    expect([rejected.status, rejected.json.code]).toEqual([413, 'RequestBodyTooLarge'])
  })

  test('whose client disconnects is aborted', async () => {
    const headers = { authorization: `Bearer ${token()}` }
    const before = heard.length
    const request = send(`${service.url}/jobs/j?api-version=2025-06-01`, { headers })
    request.on('error', () => {})
    request.end()
    await until(() => heard.length > before)
    const { signal } = heard.at(-1) as BatchRequest
    const called = once(signal, 'abort')
    request.destroy()
    await called
    expect(signal.aborted).toBe(true)
  })
})

describe('The service', () => {
  test('keeps connections alive', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ports = []
    for (const path of ['/pools/p1', '/nothing', '/pools/p2']) {
      const headers = { authorization: `Bearer ${token()}` }
      const request = send(`${service.url}${path}?api-version=2025-06-01`, { agent, headers })
      request.end()
      const [response] = await once(request, 'response')
      ports.push(response.socket.localPort)
      response.resume()
      await once(response, 'end')
    }
    agent.destroy()
    expect(new Set(ports).size).toBe(1)
  })

  test('ends pending requests and closes its port when it stops', async () => {
    const other = await startTestService(operations)
    const before = heard.length
    const waiting = expect(other.call('/jobs/j')).rejects.toThrow()
    await until(() => heard.length > before)
    await other.close()
    await waiting
    expect(heard.at(-1)?.signal.aborted).toBe(true)
    await expect(other.call('/pools/p1')).rejects.toThrow('ECONNREFUSED')
  })
})

/** Sends a request with an unmodified target. */
async function rawGet(target: string): Promise<{ status: number }> {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1')
  const lines = [
    `GET ${target}?api-version=2025-06-01 HTTP/1.1`,
    'host: localhost',
    `authorization: Bearer ${token()}`,
    'connection: close'
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  const [first] = await once(socket, 'data')
  socket.destroy()
  return { status: Number(String(first).split(' ')[1]) }
}
