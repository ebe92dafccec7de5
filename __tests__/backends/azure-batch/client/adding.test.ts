import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import {
  API_VERSIONS,
  failureOf,
  jobOf,
  onward,
  taskOf,
  testAccount,
  waitingJob
} from './accounts.ts'
import { refuse, serviceThat, tell } from './stand-in.ts'

const account = testAccount()

const MEGABYTE = 1_000_000

const numbered = (count: number) =>
  Array.from({ length: count }, (_, n) => taskOf(`t-${String(n).padStart(5, '0')}`))

/** The calls that a piece of work sends, with the ids of the tasks in each. */
async function calls(work: () => Promise<void>) {
  const { sent } = account().proxy
  const from = sent.length
  await work()
  return sent.slice(from).map(({ path, body }) => ({
    path,
    bytes: Buffer.byteLength(body),
    ids: (JSON.parse(body) as { value: { id: string }[] }).value.map(({ id }) => id)
  }))
}

test.each(API_VERSIONS)('At %s 250 tasks are three calls', async (apiVersion) => {
  const service = account().open({ apiVersion })
  const job = `many-${API_VERSIONS.indexOf(apiVersion)}`
  await waitingJob(service, job)
  const tasks = numbered(250)
  const sent = await calls(() => service.addTasks(job, tasks, onward))
  expect(sent.map(({ path }) => path)).toEqual(Array(3).fill(`/jobs/${job}/addtaskcollection`))
  expect(sent.map(({ ids }) => ids.length).sort()).toEqual([100, 100, 50])
  expect(sent.flatMap(({ ids }) => ids).sort()).toEqual(tasks.map(({ id }) => id))
})

test('10,000 tasks are a hundred calls, and are all listed', async () => {
  const service = account().open()
  await waitingJob(service, 'most')
  const sent = await calls(() => service.addTasks('most', numbered(10_000), onward))
  expect(sent).toHaveLength(100)
  expect(await service.tasks('most', 'unfinished', onward)).toHaveLength(10_000)
})

test('No tasks are no call', async () => {
  expect(await calls(() => account().open().addTasks('nowhere', [], onward))).toEqual([])
})

test('Tasks that say much are divided, so that no call has a megabyte', async () => {
  const service = account().open()
  await waitingJob(service, 'large')
  // Letters of two bytes: what counts is what goes over the wire.
  const tasks = numbered(30).map((task) => ({ ...task, environment: { SAID: 'ö'.repeat(70_000) } }))
  const sent = await calls(() => service.addTasks('large', tasks, onward))
  expect(sent.map(({ ids }) => ids.length).sort()).toEqual([2, 7, 7, 7, 7])
  for (const { bytes } of sent) expect(bytes).toBeLessThan(MEGABYTE)
  expect(await service.tasks('large', 'all', onward)).toHaveLength(30)
})

test('A task that is too large by itself is named', async () => {
  const service = account().open()
  await waitingJob(service, 'too-large')
  const huge = { ...taskOf('huge'), environment: { SAID: 'x'.repeat(1_100_000) } }
  const adding = service.addTasks('too-large', [taskOf('small'), huge], onward)
  expect(await failureOf(adding)).toMatchObject({
    kind: 'bad-request',
    code: 'RequestBodyTooLarge',
    message: expect.stringMatching(/^The task huge alone is larger.*more partitions/)
  })
})

test('A task that is there already is as good as added', async () => {
  const service = account().open()
  await waitingJob(service, 'again')
  await service.addTasks('again', numbered(3), onward)
  const sent = await calls(() => service.addTasks('again', numbered(5), onward))
  expect(sent).toHaveLength(1)
  expect(await service.tasks('again', 'all', onward)).toHaveLength(5)
})

test('A job that has ended, or is not there, takes no tasks', async () => {
  const service = account().open()
  await waitingJob(service, 'over')
  await service.terminateJob('over', 'enough', onward)
  expect(await failureOf(service.addTasks('over', numbered(1), onward))).toMatchObject({
    kind: 'conflict'
  })
  expect(await failureOf(service.addTasks('nowhere', numbered(1), onward))).toMatchObject({
    kind: 'not-found',
    code: 'JobNotFound',
    message: expect.stringMatching(/did not add a task to the job nowhere.*The job is gone/)
  })
  await service.addJob(jobOf('nowhere', { pool: { id: 'over' } }), onward)
})

/** The tasks that a request brings. */
const brought = async (request: IncomingMessage) =>
  (JSON.parse(await text(request)) as { value: { id: string }[] }).value.map(({ id }) => id)

describe('A service of another mind', () => {
  test('finds a hundred too many: they come in halves, and halves of these', async () => {
    const taken: string[][] = []
    const service = await serviceThat(async (request, response) => {
      const ids = await brought(request)
      if (ids.length > 30)
        return refuse(response, { status: 413, code: 'RequestBodyTooLarge', message: 'Too large.' })
      taken.push(ids)
      tell(response, { value: ids.map((taskId) => ({ taskId, status: 'Success' })) })
    })
    const tasks = numbered(100)
    await service.addTasks('j', tasks, onward)
    expect(taken.map((ids) => ids.length)).toEqual([25, 25, 25, 25])
    expect(taken.flat()).toEqual(tasks.map(({ id }) => id))
  })

  test.each([
    ['InvalidPropertyValue', 'bad-request'],
    ['JobTerminating', 'conflict']
  ])('refuses one of many with %s: it is named, and no more are sent', async (code, kind) => {
    let requests = 0
    const service = await serviceThat(async (request, response) => {
      requests += 1
      const ids = await brought(request)
      const message = { lang: 'en-US', value: 'No.\nRequestId:1\nTime:2' }
      const values = [{ key: 'Reason', value: 'https://a/b?sv=1&sig=abc%3D&se=2 is no good' }]
      tell(response, {
        value: ids.map((taskId) =>
          taskId === 't-00007'
            ? { taskId, status: 'ClientError', error: { code, message, values } }
            : { taskId, status: 'Success' }
        )
      })
    })
    const problem = await failureOf(service.addTasks('j', numbered(2000), onward))
    expect(problem).toMatchObject({
      ...{ kind, code },
      message: expect.stringMatching(
        /did not add the task t-00007 to the job j at .*\. No\. \(Reason: https:\/\/a\/b\?sv=1&sig=…&se=2/
      )
    })
    expect(requests).toBeLessThanOrEqual(4)
  })

  test('forgets to say what became of one: it is sent again', async () => {
    const sent: string[][] = []
    const service = await serviceThat(async (request, response) => {
      const ids = await brought(request)
      sent.push(ids)
      const told = sent.length === 1 ? ids.slice(1) : ids
      tell(response, { value: told.map((taskId) => ({ taskId, status: 'success' })) })
    })
    await service.addTasks('j', numbered(3), onward)
    expect(sent).toEqual([['t-00000', 't-00001', 't-00002'], ['t-00000']])
  })
})
