import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../emulator.ts'
import { findRoute, ROUTES } from '../protocol/routes.ts'
import { sendTo } from './client.ts'
import { comparable } from './compare.ts'
import type { HttpResponse } from './exchange.ts'
import { FILES } from './fixtures/files.ts'
import type { Fixture } from './fixtures/fixture.ts'
import { JOBS, JOBS_END } from './fixtures/jobs.ts'
import { MISSING } from './fixtures/missing.ts'
import { POOLS, POOLS_END } from './fixtures/pools.ts'
import { differences, shapeOf } from './shape.ts'
import type { Json } from './world.ts'

/** Headers of every response; the length of a body is given in one of two ways. */
const ALWAYS = [
  ...['date', 'server', 'request-id', 'dataserviceversion', 'strict-transport-security'],
  'x-content-type-options'
]
const LENGTH = new Set(['content-length', 'transfer-encoding'])
const VERSION = 'api-version=2022-10-01.16.0'

/** A pool must still be resizing when the next request arrives: on a busy machine the second pace is slow enough. */
const SLOWNESS = [1, 10]

const SCRIPT = [...POOLS, ...JOBS, ...FILES, ...JOBS_END, ...POOLS_END, ...MISSING]

/** The response to each fixture. */
let results: ReadonlyMap<Fixture, Seen>

beforeAll(async () => {
  for (const slowness of SLOWNESS) {
    results = await play(slowness)
    if (SCRIPT.every((fixture) => matches(results.get(fixture), fixture))) return
  }
}, 600_000)

const storage = { endpoint: 'http://127.0.0.1:1/unused', account: 'unused', key: 'dW51c2Vk' }

/** Sends the whole script to a new emulator. */
async function play(slowness: number): Promise<Map<Fixture, Seen>> {
  const pace = {
    allocationSeconds: 0.5 * slowness,
    creatingSeconds: 0.05,
    startingSeconds: 0.05,
    leavingSeconds: 0.3 * slowness,
    countsLagSeconds: 0
  }
  const emulator = await startEmulator({ pace, storage })
  const known = { node: '', next: '' }
  const seen = new Map<Fixture, Seen>()
  try {
    for (const fixture of SCRIPT)
      seen.set(fixture, await repeatedly(fixture, emulator, known, 5000 * slowness))
    return seen
  } finally {
    await emulator.close()
  }
}

/** Sends a fixture; a GET again until the response is as expected, or the time in milliseconds is up. */
async function repeatedly(
  fixture: Fixture,
  emulator: Emulator,
  known: Known,
  milliseconds: number
): Promise<Seen> {
  const end = performance.now() + (methodOf(fixture) === 'GET' ? milliseconds : 0)
  for (;;) {
    const found = seenOf(fixture, await responseTo(fixture, emulator, known), emulator.endpoint)
    if (matches(found, fixture) || performance.now() >= end) return found
    await sleep(20)
  }
}

type Seen = ReturnType<typeof seenOf>

const matches = (seen: Seen | undefined, fixture: Fixture): boolean =>
  JSON.stringify(seen) === JSON.stringify(expected(fixture))

const methodOf = ({ ask }: Fixture) => (ask.includes(' /') ? ask.slice(0, ask.indexOf(' ')) : 'GET')
const pathOf = ({ ask }: Fixture) => (ask.startsWith('{') ? ask : ask.slice(ask.indexOf('/')))

/** Values from earlier responses that later requests use. */
interface Known {
  node: string
  next: string
}

function learn({ text }: HttpResponse, known: Known, endpoint: string): void {
  const json: Json = text.startsWith('{') ? JSON.parse(text) : {}
  if (json['odata.metadata']?.endsWith('#nodes')) known.node = json.value[0]?.id ?? ''
  if ('odata.nextLink' in json) known.next = json['odata.nextLink'].slice(endpoint.length)
}

async function responseTo(
  fixture: Fixture,
  emulator: Emulator,
  known: Known
): Promise<HttpResponse> {
  const filled = (text: string) => text.replace('{node}', known.node).replace('{next}', known.next)
  const path = filled(pathOf(fixture)).replaceAll(' ', '%20')
  const target = path.includes('api-version')
    ? path
    : `${path}${path.includes('?') ? '&' : '?'}${VERSION}`
  const { body, headers } = fixture
  const response = await sendTo(emulator)({
    method: methodOf(fixture),
    target,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? null : filled(JSON.stringify(body))
  })
  learn(response, known, emulator.endpoint)
  return response
}

/** The parts of a response that its fixture is about. */
function seenOf(fixture: Fixture, received: HttpResponse, endpoint: string) {
  const { status, headers, text } = comparable(received, endpoint)
  const json: Json = text.startsWith('{') ? JSON.parse(text) : undefined
  const names = Object.keys(headers).filter((name) => !LENGTH.has(name) && !ALWAYS.includes(name))
  return {
    status,
    with: names.filter((name) => name !== 'connection').sort(),
    always: ALWAYS.filter((name) => name in headers),
    ...(fixture.json === undefined
      ? {}
      : { differences: differences(shapeOf(fixture.json), shapeOf(json)) }),
    ...(fixture.text === undefined ? {} : { text }),
    ...(fixture.rejected === undefined
      ? {}
      : { rejected: [json?.code, ...(json?.values ?? []).map(({ key }: Json) => key)] })
  }
}

const expected = ({ status, with: names, json, text, rejected }: Fixture) => ({
  status,
  with: [...names].sort(),
  always: ALWAYS,
  ...(json === undefined ? {} : { differences: [] }),
  ...(text === undefined ? {} : { text }),
  ...(rejected === undefined ? {} : { rejected })
})

describe('In a script of our own, the emulator responds as the service does:', () => {
  test.each(SCRIPT.map((fixture) => [fixture.ask, fixture.status, fixture] as const))(
    '%s: %d',
    (_, __, fixture) => {
      expect(results.get(fixture)).toEqual(expected(fixture))
    }
  )
})

test('Every operation has a success and an error in the script', () => {
  const operationOf = (fixture: Fixture) => {
    const [path = ''] = pathOf(fixture).split('?')
    const found = findRoute(methodOf(fixture), path.slice(1).split('/'))
    return found !== null && 'route' in found ? found.route.operation : undefined
  }
  const without = (good: (status: number) => boolean) => {
    const covered = new Set(SCRIPT.filter(({ status }) => good(status)).map(operationOf))
    return ROUTES.map(({ operation }) => operation).filter((operation) => !covered.has(operation))
  }
  expect(without((status) => status < 300)).toEqual([])
  expect(without((status) => status >= 400)).toEqual([])
})
