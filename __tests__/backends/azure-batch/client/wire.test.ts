import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { API_VERSIONS, failureOf, jobOf, onward, poolOf, taskOf, testAccount } from './accounts.ts'
import type { Sent } from './recording-proxy.ts'
import { serviceThat } from './stand-in.ts'
import { NEW_NAMES, newModels, oldModels, routesOf, unknownIn } from './wire-models.ts'

/** The folder with tables and recordings of the real service, which are not ours to publish. */
const FOLDER = process.env['BATCH_ORACLE'] ?? ''
const whereRecorded = FOLDER === '' ? describe.skip : describe

const account = testAccount()

/** Everything that we ever send in a body, with every field that we ever fill. */
async function sendEverything(apiVersion: string, suffix: string): Promise<Sent[]> {
  const { proxy, open } = account()
  const from = proxy.sent.length
  const service = open({ apiVersion })
  const startTask = { commandLine: '/bin/true', retries: 2 }
  const size = { formula: '$TargetDedicatedNodes = 0;', everyMinutes: 5 }
  const job = `job-${suffix}`
  await service.addPool(
    poolOf(`fixed-${suffix}`, { startTask, size: { dedicated: 0, spot: 0 } }),
    onward
  )
  await service.addPool(poolOf(`own-${suffix}`, { startTask, size }), onward)
  await service.addJob(jobOf(job, { pool: { id: `fixed-${suffix}` } }), onward)
  const ofJob = poolOf('', { startTask, size: { dedicated: 0, spot: 1 } })
  await service.addJob(jobOf(`${job}-own`, { pool: { ofJob, prefix: 'batch-ocr-' } }), onward)
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
  await service.addTasks(job, [task], onward)
  await service.endWhenDone(job, onward)
  await service.terminateJob(job, 'enough', onward)
  return proxy.sent.slice(from).filter(({ body }) => body !== '')
}

/** A recorded exchange with the real service. */
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

whereRecorded('Against the real service as it is recorded (in BATCH_ORACLE)', () => {
  test.each(API_VERSIONS)('at %s no body has a field that it does not know', async (version) => {
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

  test('a field that it does not know would be seen', () => {
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

  test('each of its refusals becomes a problem with its code and its sentence', async () => {
    const refusals = recordings().filter(
      ({ status, respBody, method }) => status >= 400 && respBody && method !== 'HEAD'
    )
    expect(refusals.length).toBeGreaterThan(10)
    for (const refusal of refusals) {
      const service = await answering(refusal)
      const { code, message } = JSON.parse(refusal.respBody ?? '') as {
        code: string
        message: { value: string }
      }
      const problem = await failureOf(service.taskCounts('j', onward))
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
  ] as const)('what it says of %s is understood', async (what, path) => {
    const route = new RegExp(`^${path}$`)
    const told = recordings().filter(
      ({ method, uri, status }) =>
        method === 'GET' && status === 200 && isWhole(uri) && route.test(pathOf(uri))
    )
    expect(told.length).toBeGreaterThan(0)
    for (const exchange of told) {
      const service = await answering(withoutNextLink(exchange))
      const asks = {
        pool: async () => [await service.pool('p', onward)],
        pools: () => service.pools('p', onward),
        nodes: () => service.nodes('p', onward),
        job: async () => [await service.job('j', onward)],
        jobs: () => service.jobs('j', onward),
        tasks: () => service.tasks('j', 'all', onward),
        counts: async () => [await service.taskCounts('j', onward)]
      }
      const understood = JSON.stringify(await asks[what]())
      expect(understood).not.toMatch(/undefined|\[object|1970-01-01|"id":""|"state":""/)
      const states = [...understood.matchAll(/"(?:state|category)":"(\w+)"/g)].map(([, one]) => one)
      for (const state of states) expect(state).toMatch(/^[a-z]+$/)
    }
  })
})

const pathOf = (uri: string): string => new URL(uri, 'https://a').pathname

/** Whether it was asked for with all its fields, in words that are still spoken: counts were others before 2022. */
const isWhole = (uri: string): boolean => {
  const query = new URL(uri, 'https://a').searchParams
  const old = (query.get('api-version') ?? '') < '2022'
  return !query.has('$select') && !(old && pathOf(uri).endsWith('/taskcounts'))
}

/** An account that answers everything so. */
const answering = ({ status, respBody }: Exchange) =>
  serviceThat(
    (request, response) => {
      request.resume()
      response.writeHead(status, { 'content-type': 'application/json;odata=minimalmetadata' })
      response.end(respBody)
    },
    { patience: 1 }
  )

const withoutNextLink = (exchange: Exchange): Exchange => {
  const { 'odata.nextLink': _, ...page } = JSON.parse(exchange.respBody ?? '{}')
  return { ...exchange, respBody: JSON.stringify(page) }
}
