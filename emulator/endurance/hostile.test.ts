import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { until } from '../../__tests__/support/poll.ts'
import { ROUTES } from '../protocol/routes.ts'
import type { Account } from './account.ts'
import { Program, poolBody, untilNodes } from './program.ts'

const REQUESTS = 10_000
const AT_ONCE = 8
const SEED = Number(process.env['HOSTILE_SEED'] ?? 20_261_124)

let program: Program
let account: Account

beforeAll(async () => {
  // Limits the nodes of a pool that requests a billion.
  program = new Program(['--dedicated-core-quota', '8', '--spot-core-quota', '8'])
  account = await program.account()
})

afterAll(() => program.stop())

const task = {
  id: 't',
  commandLine: '/bin/true',
  constraints: { maxTaskRetryCount: 1, maxWallClockTime: 'PT1M' },
  environmentSettings: [{ name: 'A', value: 'b' }],
  dependsOn: { taskIds: ['u'], taskIdRanges: [{ start: 1, end: 2 }] },
  exitConditions: { exitCodes: [{ code: 1, exitOptions: { dependencyAction: 'satisfy' } }] }
}

/** Valid bodies, to be mutated. */
const BODIES: readonly object[] = [
  poolBody('p', { taskSlotsPerNode: 2, startTask: { commandLine: '/bin/true' } }),
  { targetDedicatedNodes: 1, targetLowPriorityNodes: 1, resizeTimeout: 'PT15M' },
  { autoScaleFormula: '$TargetDedicatedNodes = min(1, avg($PendingTasks.GetSample(1)));' },
  { nodeList: ['n'], nodeDeallocationOption: 'requeue' },
  { id: 'j', poolInfo: { poolId: 'p' }, constraints: { maxWallClockTime: 'P1D' }, priority: 1 },
  { id: 'j2', poolInfo: { poolId: 'p' }, jobPreparationTask: { commandLine: '/bin/true' } },
  { onAllTasksComplete: 'terminatejob', metadata: [{ name: 'a', value: 'b' }] },
  { disableTasks: 'requeue' },
  { terminateReason: 'because' },
  task,
  { value: [task, { ...task, id: 'u' }] }
]

const deep = () => Array.from({ length: 500 }).reduce<unknown>((inner) => ({ a: inner }), 1)

const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 1e308, 2 ** 53, 0.5, '', '..', '../../etc/passwd'),
  fc.constantFrom<unknown>([], {}, [[]], [null], deep(), 'P', 'PT', 'P9999999999Y', '\u0000', '💧'),
  fc.constantFrom<unknown>('__proto__', 'constructor', JSON.parse('{"__proto__":{"a":1}}')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer()
)

/** A copy of a value in which one part, selected by a number, is replaced. */
function mutated(value: unknown, at: number, by: unknown): unknown {
  const keys = value !== null && typeof value === 'object' ? Object.keys(value) : []
  const key = keys[at % (keys.length + 1)]
  if (key === undefined) return by
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) }
  copy[key] = mutated(copy[key], Math.floor(at / (keys.length + 1)), by)
  return copy
}

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('p', 'p', 'j', 'j', 't', 'stdout.txt', 'wd', 'startup') },
  fc.constantFrom(
    '..',
    '%2e%2e',
    '..%2f..%2fetc%2fpasswd',
    '%00',
    '%',
    '%ff',
    '__proto__',
    '*',
    ''
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).map(encodeURIComponent)
)

const odd = fc.array(
  fc.tuple(
    fc.constantFrom('$filter', '$select', '$expand', '$skiptoken', 'maxresults', 'recursive', 'x'),
    fc.oneof(
      fc.constantFrom(
        "state eq 'active'",
        "startswith(id,'t')",
        'id,state',
        '(((',
        '1',
        '-1',
        '1e99'
      ),
      fc.string({ unit: 'binary', maxLength: 20 })
    )
  ),
  { maxLength: 2 }
)

const query: fc.Arbitrary<[string, string][]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<[string, string][]>([]) },
  odd
)

const headers = fc.constantFrom<Readonly<Record<string, string>>>(
  { 'if-match': '0x1' },
  { 'if-modified-since': 'yesterday' },
  { 'ocp-range': 'bytes=9-1' },
  { 'ocp-range': 'bytes=0-99999999999999999999' },
  { 'ocp-date': 'never' },
  { 'content-type': 'text/plain' }
)

const header = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Readonly<Record<string, string>>>({}) },
  headers
)

const request = fc.record({
  route: fc.constantFrom(...ROUTES),
  words: fc.array(word, { minLength: 3, maxLength: 3 }),
  query,
  header,
  body: fc.tuple(fc.constantFrom(...BODIES), fc.nat(), hostile, fc.boolean())
})
type Hostile = typeof request extends fc.Arbitrary<infer T> ? T : never

function send({ route, words, query, header, body: [valid, at, by, sound] }: Hostile) {
  const left = [...words]
  const path = route.path.replace(/\{\w+\}/g, () => left.shift() ?? 'x')
  const parameters = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  const body = sound ? valid : mutated(valid, at, by)
  const bodied = ['POST', 'PUT', 'PATCH'].includes(route.method)
  const address = parameters === '' ? path : `${path}?${parameters}`
  return account.send(route.method, address, { headers: header, ...(bodied ? { body } : {}) })
}

test('the emulator still works after ten thousand mutated requests, without an internal error', async () => {
  process.stdout.write(`HOSTILE_SEED=${SEED}\n`)
  const requests = fc.sample(request, { numRuns: REQUESTS, seed: SEED })
  const statuses = new Map<number, number>()
  const broken: string[] = []
  const sender = async (): Promise<void> => {
    for (let next = requests.pop(); next !== undefined; next = requests.pop()) {
      const { status, text } = await send(next)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status >= 500 && broken.length < 5) broken.push(`${JSON.stringify(next)}: ${text}`)
      expect(text).not.toContain('root:x:0:0')
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sender))
  process.stdout.write(
    `${[...statuses].map(([status, count]) => `${status}: ${count}`).join(', ')}\n`
  )
  expect(broken).toEqual([])
  expect(statuses.get(200) ?? 0).toBeGreaterThan(0)

  for (const { id } of await account.list('/jobs')) await account.send('DELETE', `/jobs/${id}`)
  for (const { id } of await account.list('/pools')) await account.send('DELETE', `/pools/${id}`)
  await until(async () => (await account.list('/pools')).length === 0, 'the pools to be deleted')
  await account.expect(201, 'POST', '/pools', poolBody('after'))
  await untilNodes(account, 'after', 1, 'idle')
  await account.expect(201, 'POST', '/jobs', { id: 'after', poolInfo: { poolId: 'after' } })
  const echo = { id: 'echo', commandLine: "/bin/bash -c 'echo still here'" }
  await account.expect(201, 'POST', '/jobs/after/tasks', echo)
  const file = '/jobs/after/tasks/echo/files/stdout.txt'
  const output = () => account.send('GET', file)
  await until(async () => (await output()).text === 'still here\n', 'the output of the task')
  account.close()
  expect(program.running.stderr).toBe('')
}, 300_000)
