import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import * as v from 'valibot'
import { bodyOf } from './body.ts'
import { idSchema } from './ids.ts'
import type { Operation, Operations } from './request.ts'
import { listResponse, resourceResponse } from './responses.ts'
import { pathOf, ROUTES } from './routes.ts'
import { newStamp } from './stamp.ts'
import { startTestService, type TestService, token } from './test-service.ts'

const schema = v.strictObject({ id: idSchema, value: v.optional(v.array(v.object({}))) })
const RESOURCES = ['a', 'b', 'c'].map((id) => ({ id, state: 'active', count: 1, ...newStamp() }))

const list: Operation = (request) => listResponse(request, 'things', RESOURCES)
const one: Operation = (request) => resourceResponse(request, 'things', { id: 'a', ...newStamp() })
const add: Operation = (request) => ({ status: 200, json: bodyOf(request, schema) })

const operationOf = (name: string): Operation =>
  name.includes('.list') ? list : name.includes('.get') ? one : add

const operations: Operations = Object.fromEntries(
  ROUTES.map(({ operation }) => [operation, operationOf(operation)])
)

let service: TestService

beforeAll(async () => {
  service = await startTestService(operations)
})

afterAll(() => service.close())

/** Bytes from careless or hostile clients. */
const text = fc.string({ unit: 'binary', maxLength: 40 })
const sane = fc.constantFrom('pools', 'jobs', 'p1', 'tasks', 'nodes', 'files', 'emulator', 'faults')
const segment = fc.oneof(
  { weight: 4, arbitrary: sane },
  fc.constantFrom('', '.', '..', '%2F', '%', '%00', '%ff', '*'),
  text.map((piece) => encodeURIComponent(piece))
)
const path = fc.oneof(
  { weight: 4, arbitrary: fc.array(segment, { maxLength: 8 }).map((all) => `/${all.join('/')}`) },
  text
)
const parameter = fc.oneof(
  fc.constantFrom('$filter', '$select', '$expand', '$skiptoken', 'maxresults', 'timeout'),
  text
)
const value = fc.oneof(
  fc.constantFrom("id eq 'a'", 'state', 'stats', '0', '-1', '1e9', 'after:YQ', "'", '(('),
  text
)
const pair = fc
  .tuple(parameter, value)
  .map((both) => both.map((piece) => encodeURIComponent(piece)).join('='))
const query = fc.oneof(
  { weight: 2, arbitrary: fc.constant('?api-version=2025-06-01&timeout=30') },
  fc
    .tuple(fc.constantFrom('?api-version=2025-06-01', '?', ''), fc.array(pair, { maxLength: 3 }))
    .map(([start, pairs]) => [start, ...pairs].join('&'))
)
const method = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS')
  },
  fc.constantFrom('CONNECT', 'TRACE', 'get', 'PRI'),
  text
)
const authorization = fc.oneof(
  { weight: 6, arbitrary: fc.constant(`Bearer ${token()}`) },
  fc.constantFrom('SharedKey testaccount:AAAA', 'SharedKey :', 'Bearer a.b.c', 'Bearer'),
  text
)
const header = fc.oneof(
  fc.constantFrom(
    ...['ocp-date: x', 'content-length: -1', 'content-length: 9999', 'upgrade: websocket'],
    ...['transfer-encoding: chunked', 'expect: 100-continue', 'expect: more', 'host: [::', 'host:'],
    ...['content-type: application/json', 'content-type: text/xml', 'if-match: *, "', 'range: x']
  ),
  fc.tuple(text, text).map((both) => both.join(': '))
)
const body = fc.oneof(
  fc.constantFrom('', '{}', '{"id":"a"}'),
  fc.json(),
  text,
  fc.constant('['.repeat(5000))
)

/** A request line, mostly of an operation. */
const line = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...ROUTES), segment, segment, segment)
      .map(([route, poolId, nodeId, filePath]) => {
        const names = { poolId, nodeId, filePath, jobId: poolId, taskId: nodeId }
        return { method: route.method, path: pathOf(route.operation, names) }
      })
  },
  fc.record({ method, path })
)
const headers = fc.oneof(
  { weight: 3, arbitrary: fc.constant(['content-type: application/json']) },
  fc.array(header, { maxLength: 3 })
)

const request = fc
  .record({ line, query, authorization, headers, body })
  .map((sent) =>
    [
      `${sent.line.method} ${sent.line.path}${sent.query} HTTP/1.1`,
      'host: localhost',
      `content-length: ${Buffer.byteLength(sent.body)}`,
      `authorization: ${sent.authorization}`,
      ...sent.headers,
      'connection: close',
      '',
      sent.body
    ].join('\r\n')
  )

/** Everything received until the connection is closed. */
async function exchange(sent: string): Promise<string> {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  socket.on('error', () => {})
  socket.setTimeout(10_000, () => socket.destroy(new Error('No end within 10 s.')))
  socket.end(sent)
  await once(socket, 'close')
  return Buffer.concat(chunks).toString('latin1')
}

test('Any request gets a response or a closed connection, and the service continues', async () => {
  const written: string[] = []
  jest.spyOn(process.stderr, 'write').mockImplementation((line) => written.push(String(line)) > 0)
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 9, arbitrary: request }, text), async (sent) => {
      const received = await exchange(sent)
      const status = received === '' ? 'none' : received.slice(0, 'HTTP/1.1 200'.length)
      expect(status).toMatch(/^none$|^HTTP\/1\.1 [1-4]\d\d$/)
      seen.set(status, (seen.get(status) ?? 0) + 1)
    }),
    { numRuns: 500 }
  )
  jest.restoreAllMocks()
  expect(written).toEqual([])
  // Some of the requests were accepted and some rejected.
  expect([...seen.keys()]).toEqual(expect.arrayContaining(['HTTP/1.1 200', 'HTTP/1.1 400']))
  await expect(service.call('/pools/p1')).resolves.toMatchObject({ status: 200 })
})
