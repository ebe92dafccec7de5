import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { failureOf, noAbort } from '../calls.ts'
import { API_VERSIONS, addWaitingJob, jobOf, taskOf, testAccount } from './accounts.ts'
import { LONG_RETRIES, refuse, respond, scriptedService } from './stand-in.ts'

const account = testAccount()

const MEGABYTE = 1_000_000

const numberedTasks = (count: number) =>
  Array.from({ length: count }, (_, n) => taskOf(`t-${String(n).padStart(5, '0')}`))

/** The requests that an action sends, with the IDs of the tasks in each. */
async function requestsOf(action: () => Promise<void>) {
  const { sent } = account().proxy
  const first = sent.length
  await action()
  return sent.slice(first).map(({ path, body }) => ({
    path,
    bytes: Buffer.byteLength(body),
    ids: (JSON.parse(body) as { value: { id: string }[] }).value.map(({ id }) => id)
  }))
}

test.each(API_VERSIONS)('%s: 250 tasks are added in three requests', async (apiVersion) => {
  const service = account().open({ apiVersion })
  const job = `many-${API_VERSIONS.indexOf(apiVersion)}`
  await addWaitingJob(service, job)
  const tasks = numberedTasks(250)
  const sent = await requestsOf(() => service.addTasks(job, tasks, noAbort))
  expect(sent.map(({ path }) => path)).toEqual(Array(3).fill(`/jobs/${job}/addtaskcollection`))
  expect(sent.map(({ ids }) => ids.length).sort()).toEqual([100, 100, 50])
  expect(sent.flatMap(({ ids }) => ids).sort()).toEqual(tasks.map(({ id }) => id))
})

test('10,000 tasks are added in a hundred requests, and all of them are listed', async () => {
  const service = account().open()
  await addWaitingJob(service, 'most')
  const sent = await requestsOf(() => service.addTasks('most', numberedTasks(10_000), noAbort))
  expect(sent).toHaveLength(100)
  expect(await service.tasks('most', 'unfinished', noAbort)).toHaveLength(10_000)
})

test('Adding no tasks sends no request', async () => {
  expect(await requestsOf(() => account().open().addTasks('missing', [], noAbort))).toEqual([])
})

test('Large tasks are divided into requests of less than a megabyte', async () => {
  const service = account().open()
  await addWaitingJob(service, 'large')
  // Characters of two bytes: the limit applies to bytes.
  const environment = { TEXT: 'ö'.repeat(70_000) }
  const tasks = numberedTasks(30).map((task) => ({ ...task, environment }))
  const sent = await requestsOf(() => service.addTasks('large', tasks, noAbort))
  expect(sent.map(({ ids }) => ids.length).sort()).toEqual([2, 7, 7, 7, 7])
  for (const { bytes } of sent) expect(bytes).toBeLessThan(MEGABYTE)
  expect(await service.tasks('large', 'all', noAbort)).toHaveLength(30)
})

test('An error names a single task that exceeds the limit', async () => {
  const service = account().open()
  await addWaitingJob(service, 'too-large')
  const huge = { ...taskOf('huge'), environment: { TEXT: 'x'.repeat(1_100_000) } }
  const adding = service.addTasks('too-large', [taskOf('small'), huge], noAbort)
  expect(await failureOf(adding)).toMatchObject({
    kind: 'bad-request',
    code: 'RequestBodyTooLarge',
    message: expect.stringMatching(/^The task huge alone is larger.*Increase `partitions`/)
  })
})

test('A task that is in the job already counts as added', async () => {
  const service = account().open()
  await addWaitingJob(service, 'again')
  await service.addTasks('again', numberedTasks(3), noAbort)
  const sent = await requestsOf(() => service.addTasks('again', numberedTasks(5), noAbort))
  expect(sent).toHaveLength(1)
  expect(await service.tasks('again', 'all', noAbort)).toHaveLength(5)
})

test('A job that has ended or does not exist accepts no tasks', async () => {
  const service = account().open()
  await addWaitingJob(service, 'over')
  await service.terminateJob('over', 'enough', noAbort)
  expect(await failureOf(service.addTasks('over', numberedTasks(1), noAbort))).toMatchObject({
    kind: 'conflict'
  })
  expect(await failureOf(service.addTasks('missing', numberedTasks(1), noAbort))).toMatchObject({
    kind: 'not-found',
    code: 'JobNotFound',
    message: expect.stringMatching(/did not add a task to the job missing.*The job is gone/)
  })
  await service.addJob(jobOf('missing', { pool: { id: 'over' } }), noAbort)
})

const taskIdsIn = async (request: IncomingMessage) =>
  (JSON.parse(await text(request)) as { value: { id: string }[] }).value.map(({ id }) => id)

describe('Responses that the emulator never sends', () => {
  test('Tasks are sent in halves, repeatedly, if the service finds a hundred too many', async () => {
    const accepted: string[][] = []
    const service = await scriptedService(async (request, response) => {
      const ids = await taskIdsIn(request)
      if (ids.length > 30)
        return refuse(response, { status: 413, code: 'RequestBodyTooLarge', message: 'Too large.' })
      accepted.push(ids)
      respond(response, { value: ids.map((taskId) => ({ taskId, status: 'Success' })) })
    })
    const tasks = numberedTasks(100)
    await service.addTasks('j', tasks, noAbort)
    expect(accepted.map((ids) => ids.length)).toEqual([25, 25, 25, 25])
    expect(accepted.flat()).toEqual(tasks.map(({ id }) => id))
  })

  test.each([
    ['InvalidPropertyValue', 'bad-request'],
    ['JobTerminating', 'conflict']
  ])('The error for %s names the refused task, and no more are sent', async (code, kind) => {
    let requests = 0
    const service = await scriptedService(async (request, response) => {
      requests += 1
      const ids = await taskIdsIn(request)
      const message = { lang: 'en-US', value: 'No.\nRequestId:1\nTime:2' }
      const values = [{ key: 'Reason', value: 'https://a/b?sv=1&sig=abc%3D&se=2 is invalid' }]
      respond(response, {
        value: ids.map((taskId) =>
          taskId === 't-00007'
            ? { taskId, status: 'ClientError', error: { code, message, values } }
            : { taskId, status: 'Success' }
        )
      })
    })
    const problem = await failureOf(service.addTasks('j', numberedTasks(2000), noAbort))
    expect(problem).toMatchObject({
      ...{ kind, code },
      message: expect.stringMatching(
        /did not add the task t-00007 to the job j at .*\. No\. \(Reason: https:\/\/a\/b\?sv=1&sig=…&se=2/
      )
    })
    expect(requests).toBeLessThanOrEqual(4)
  })

  test('A task that is missing in the response is sent again', async () => {
    const sent: string[][] = []
    const service = await scriptedService(async (request, response) => {
      const ids = await taskIdsIn(request)
      sent.push(ids)
      const listed = sent.length === 1 ? ids.slice(1) : ids
      respond(response, { value: listed.map((taskId) => ({ taskId, status: 'success' })) })
    }, LONG_RETRIES)
    await service.addTasks('j', numberedTasks(3), noAbort)
    expect(sent).toEqual([['t-00000', 't-00001', 't-00002'], ['t-00000']])
  })
})
