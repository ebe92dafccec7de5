import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { failureOf, noAbort } from '../calls.ts'
import { API_VERSIONS, jobOf, poolOf, taskOf, testAccount } from './accounts.ts'
import type { RecordedRequest } from './recording-proxy.ts'
import { scriptedService } from './stand-in.ts'
import { NEW_NAMES, newModels, oldModels, routesOf, unknownIn } from './wire-models.ts'

/** The folder with models and recordings of the real service, which cannot be published. */
const FOLDER = process.env['BATCH_ORACLE'] ?? ''
const describeIfRecorded = FOLDER === '' ? describe.skip : describe

const account = testAccount()

/** Sends every request that has a body, with every field that is ever set. */
async function sendEverything(apiVersion: string, suffix: string): Promise<RecordedRequest[]> {
  const { proxy, open } = account()
  const first = proxy.sent.length
  const service = open({ apiVersion })
  const startTask = { commandLine: '/bin/true', retries: 2 }
  const size = { formula: '$TargetDedicatedNodes = 0;', everyMinutes: 5 }
  const job = `job-${suffix}`
  await service.addPool(
    poolOf(`fixed-${suffix}`, { startTask, size: { dedicated: 0, spot: 0 } }),
    noAbort
  )
  await service.addPool(poolOf(`own-${suffix}`, { startTask, size }), noAbort)
  await service.addJob(jobOf(job, { pool: { id: `fixed-${suffix}` } }), noAbort)
  const ofJob = poolOf('', { startTask, size: { dedicated: 0, spot: 1 } })
  await service.addJob(jobOf(`${job}-own`, { pool: { ofJob, prefix: 'batch-ocr-' } }), noAbort)
  const identity =
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i'
  const file = { url: 'https://a.blob.core.windows.net/c/b?sig=x', path: 'in/1.tar' }
  const out = {
    pattern: '../std*.txt',
    containerUrl: 'https://a.blob.core.windows.net/c',
    path: 'o'
  }
  const task = taskOf('t', {
    environment: { LC_ALL: 'C' },
    resourceFiles: [
      { ...file, identity: null },
      { ...file, path: 'in/2.tar', identity }
    ],
    outputFiles: [
      { ...out, identity: null, when: 'ended' },
      { ...out, identity, when: 'failed' }
    ],
    retries: 2
  })
  await service.addTasks(job, [task], noAbort)
  await service.endWhenDone(job, noAbort)
  await service.terminateJob(job, 'enough', noAbort)
  return proxy.sent.slice(first).filter(({ body }) => body !== '')
}

/** A recorded request to the real service, and its response. */
interface Exchange {
  readonly method: string
  readonly uri: string
  readonly status: number
  readonly respHeaders: Readonly<Record<string, string>>
  readonly respBody: string | null
}

const recordings = (): Exchange[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Exchange)

describeIfRecorded('Compared to recordings of the real service (in BATCH_ORACLE)', () => {
  test.each(API_VERSIONS)('%s: Requests contain only known fields', async (version) => {
    const sent = await sendEverything(version, String(API_VERSIONS.indexOf(version)))
    const [routes, old, fresh] = [routesOf(FOLDER), oldModels(FOLDER), newModels(FOLDER)]
    const checked = sent.map(({ method, path, body }) => {
      const route = routes.find((one) => one.method === method && one.path.test(path))
      const model = route?.body ?? 'no such route'
      const content: unknown = JSON.parse(body)
      const renamed = NEW_NAMES[model] ?? 'no such model'
      return {
        model,
        unknown: [
          ...unknownIn(content, { model }, old, model),
          ...unknownIn(content, { model: renamed }, fresh, renamed)
        ]
      }
    })
    expect(checked.filter(({ unknown }) => unknown.length > 0)).toEqual([])
    expect(new Set(checked.map(({ model }) => model))).toEqual(new Set(Object.keys(NEW_NAMES)))
  })

  test('An unknown field is detected', () => {
    const body = {
      id: 'p',
      vmSize: 's',
      targetNodeCommunicationMode: 'default',
      startTask: { x: 1 }
    }
    const type = { model: 'BatchPoolCreateOptions' }
    expect(unknownIn(body, type, newModels(FOLDER), 'pool')).toEqual([
      ...['pool.targetNodeCommunicationMode', 'pool.startTask.x']
    ])
  })

  test('Each error response becomes an error with its code and message', async () => {
    const refusals = recordings().filter(
      ({ status, respBody, method }) => status >= 400 && respBody && method !== 'HEAD'
    )
    expect(refusals.length).toBeGreaterThan(10)
    for (const refusal of refusals) {
      const service = await replaying(refusal)
      const { code, message } = JSON.parse(refusal.respBody ?? '') as {
        code: string
        message: { value: string }
      }
      const problem = await failureOf(service.taskCounts('j', noAbort))
      expect(problem).toBeInstanceOf(AzureProblem)
      expect(problem).toMatchObject({ code })
      const sentence = (problem as Error).message
      expect(sentence).toContain(message.value.split('\n')[0] ?? '')
      expect(sentence).not.toMatch(/RequestId|\[object|undefined|\n/)
    }
  })

  const ID = '([^/?]+)'
  test.each([
    ['pool', `/pools/${ID}`],
    ['pools', '/pools'],
    ['nodes', `/pools/${ID}/nodes`],
    ['job', `/jobs/${ID}`],
    ['jobs', '/jobs'],
    ['tasks', `/jobs/${ID}/tasks`],
    ['counts', `/jobs/${ID}/taskcounts`]
  ] as const)('The response for %s is mapped completely', async (what, path) => {
    const route = new RegExp(`^${path}$`)
    const exchanges = recordings().filter(
      ({ method, uri, status }) =>
        method === 'GET' && status === 200 && isComplete(uri) && route.test(pathOf(uri))
    )
    expect(exchanges.length).toBeGreaterThan(0)
    for (const exchange of exchanges) {
      const service = await replaying(withoutNextLink(exchange))
      const requests = {
        pool: async () => [await service.pool('p', noAbort)],
        pools: () => service.pools('p', noAbort),
        nodes: () => service.nodes('p', noAbort),
        job: async () => [await service.job('j', noAbort)],
        jobs: () => service.jobs('j', noAbort),
        tasks: () => service.tasks('j', 'all', noAbort),
        counts: async () => [await service.taskCounts('j', noAbort)]
      }
      const mapped = JSON.stringify(await requests[what]())
      expect(mapped).not.toMatch(/undefined|\[object|1970-01-01|"id":""|"state":""/)
      const states = [...mapped.matchAll(/"(?:state|category)":"(\w+)"/g)].map(([, one]) => one)
      for (const state of states) expect(state).toMatch(/^[a-z]+$/)
    }
  })
})

const pathOf = (uri: string): string => new URL(uri, 'https://a').pathname

/** Whether the response has all fields in their current form: task counts differed before 2022. */
const isComplete = (uri: string): boolean => {
  const query = new URL(uri, 'https://a').searchParams
  const old = (query.get('api-version') ?? '') < '2022'
  return !query.has('$select') && !(old && pathOf(uri).endsWith('/taskcounts'))
}

/** An account that answers every request with a recorded response. */
const replaying = ({ status, respBody }: Exchange) =>
  scriptedService(
    (request, response) => {
      request.resume()
      response.writeHead(status, { 'content-type': 'application/json;odata=minimalmetadata' })
      response.end(respBody)
    },
    { retryLimit: 1 }
  )

const withoutNextLink = (exchange: Exchange): Exchange => {
  const { 'odata.nextLink': _, ...page } = JSON.parse(exchange.respBody ?? '{}')
  return { ...exchange, respBody: JSON.stringify(page) }
}
