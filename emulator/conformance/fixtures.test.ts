import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../emulator.ts'
import { findRoute, ROUTES } from '../protocol/routes.ts'
import { sendTo } from './client.ts'
import { comparable } from './compare.ts'
import { FILES } from './fixtures/files.ts'
import type { Fixture } from './fixtures/fixture.ts'
import { JOBS, JOBS_END } from './fixtures/jobs.ts'
import { MISSING } from './fixtures/missing.ts'
import { POOLS, POOLS_END } from './fixtures/pools.ts'
import type { Answer } from './recordings.ts'
import { differences, shapeOf } from './shape.ts'
import type { Json } from './world.ts'

/** Every answer has these; how long a body is is said in one of two ways. */
const ALWAYS = [
  ...['date', 'server', 'request-id', 'dataserviceversion', 'strict-transport-security'],
  'x-content-type-options'
]
const LENGTH = new Set(['content-length', 'transfer-encoding'])
const VERSION = 'api-version=2022-10-01.16.0'
const PATIENCE = 10_000

const STORY = [...POOLS, ...JOBS, ...FILES, ...JOBS_END, ...POOLS_END, ...MISSING]

let emulator: Emulator
beforeAll(async () => {
  const pace = {
    allocationSeconds: 0.5,
    creatingSeconds: 0.05,
    startingSeconds: 0.05,
    leavingSeconds: 0.3,
    countsLagSeconds: 0
  }
  const storage = {
    endpoint: 'http://127.0.0.1:1/nothing',
    account: 'nothing',
    key: 'bm90aGluZw=='
  }
  emulator = await startEmulator({ pace, storage })
})
afterAll(() => emulator.close())

const methodOf = ({ ask }: Fixture) => (ask.includes(' /') ? ask.slice(0, ask.indexOf(' ')) : 'GET')
const pathOf = ({ ask }: Fixture) => (ask.startsWith('{') ? ask : ask.slice(ask.indexOf('/')))

/** What earlier answers said that later requests need. */
const known = { node: '', next: '' }

function learn({ text }: Answer): void {
  const json: Json = text.startsWith('{') ? JSON.parse(text) : {}
  if (json['odata.metadata']?.endsWith('#nodes')) known.node = json.value[0]?.id ?? ''
  if ('odata.nextLink' in json) known.next = json['odata.nextLink'].slice(emulator.endpoint.length)
}

async function answerTo(fixture: Fixture): Promise<Answer> {
  const filled = (text: string) => text.replace('{node}', known.node).replace('{next}', known.next)
  const path = filled(pathOf(fixture)).replaceAll(' ', '%20')
  const target = path.includes('api-version')
    ? path
    : `${path}${path.includes('?') ? '&' : '?'}${VERSION}`
  const { body, headers } = fixture
  const answer = await sendTo(emulator)({
    method: methodOf(fixture),
    target,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? null : filled(JSON.stringify(body))
  })
  learn(answer)
  return answer
}

/** What an answer has of what a fixture asks for, to be compared with the fixture itself. */
function seen(fixture: Fixture, received: Answer) {
  const { status, headers, text } = comparable(received, emulator.endpoint)
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
    ...(fixture.refused === undefined
      ? {}
      : { refused: [json?.code, ...(json?.values ?? []).map(({ key }: Json) => key)] })
  }
}

const wanted = ({ status, with: names, json, text, refused }: Fixture) => ({
  status,
  with: [...names].sort(),
  always: ALWAYS,
  ...(json === undefined ? {} : { differences: [] }),
  ...(text === undefined ? {} : { text }),
  ...(refused === undefined ? {} : { refused })
})

describe('In a story of our own, the emulator answers as the service does:', () => {
  test.each(STORY.map((fixture) => [fixture.ask, fixture.status, fixture] as const))(
    '%s: %d',
    async (_, __, fixture) => {
      const limit = Date.now() + (methodOf(fixture) === 'GET' ? PATIENCE : 0)
      for (;;) {
        const found = seen(fixture, await answerTo(fixture))
        const same = JSON.stringify(found) === JSON.stringify(wanted(fixture))
        if (same || Date.now() >= limit) return expect(found).toEqual(wanted(fixture))
        await setTimeout(10)
      }
    }
  )
})

test('Every operation has a success and a refusal in the story, where it can be refused.', () => {
  const operationOf = (fixture: Fixture) => {
    const [path = ''] = pathOf(fixture).split('?')
    const found = findRoute(methodOf(fixture), path.slice(1).split('/'))
    return found !== null && 'route' in found ? found.route.operation : undefined
  }
  const without = (good: (status: number) => boolean) => {
    const told = new Set(STORY.filter(({ status }) => good(status)).map(operationOf))
    return ROUTES.map(({ operation }) => operation).filter((operation) => !told.has(operation))
  }
  expect(without((status) => status < 300)).toEqual([])
  expect(without((status) => status >= 400)).toEqual([])
})
