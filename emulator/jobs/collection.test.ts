import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { fakeService } from './fake-service.ts'

let service: ReturnType<typeof fakeService>

beforeEach(async () => {
  service = fakeService()
  await service.ask('job.add', [], { id: 'j', poolInfo: { poolId: 'p' } })
})

afterEach(() => service.close())

const tasks = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `t${at}`, commandLine: 'x' }))

type Result = { status: string; taskId: string; error?: { code: string; message: object } }

async function add(value: readonly object[]) {
  const answer = await service.ask('task.addCollection', ['j'], { value })
  const { value: results } = (answer.json ?? { value: [] }) as { value: Result[] }
  return { ...answer, results }
}

async function idsThere() {
  const { json } = await service.ask('task.list', ['j'])
  return (json as { value: { id: string }[] }).value.map(({ id }) => id).sort()
}

test('a hundred tasks are added in one call, with results in any order', async () => {
  const { status, json, results } = await add(tasks(100))
  expect(status).toBe(200)
  expect(json).toMatchObject({
    'odata.metadata': 'http://batch.test/$metadata#taskaddresult'
  })
  const ids = tasks(100).map(({ id }) => id)
  expect(results.map(({ taskId }) => taskId)).not.toEqual(ids)
  expect(results.map(({ taskId }) => taskId).sort()).toEqual([...ids].sort())
  expect(results.find(({ taskId }) => taskId === 't7')).toEqual({
    status: 'Success',
    taskId: 't7',
    eTag: expect.stringMatching(/^0x/),
    lastModified: expect.stringMatching(/Z$/),
    location: 'http://batch.test/jobs/j/tasks/t7'
  })
  expect(await idsThere()).toHaveLength(100)
})

test('a collection of 101 tasks is rejected, and none of them is added', async () => {
  const { status, error } = await add(tasks(101))
  expect([status, error?.code]).toEqual([400, 'InvalidPropertyValue'])
  expect(error?.details).toContainEqual({ key: 'PropertyName', value: 'value' })
  expect(await idsThere()).toEqual([])
})

test('a rejected task does not prevent the others from being added', async () => {
  await add(tasks(1))
  const dependent = { id: 'd', commandLine: 'x', dependsOn: { taskIds: ['t0'] } }
  const { status, results } = await add([...tasks(3), dependent])
  expect(status).toBe(200)
  const byId = new Map(results.map((result) => [result.taskId, result]))
  expect(byId.get('t0')).toEqual({
    status: 'ClientError',
    taskId: 't0',
    error: {
      code: 'TaskExists',
      message: {
        lang: 'en-US',
        value: expect.stringMatching(
          /^The specified task already exists\.\nRequestId:[-0-9a-f]{36}\nTime:.*Z$/
        )
      }
    }
  })
  expect(byId.get('d')?.error?.code).toBe('TaskDependenciesNotSpecifiedOnJob')
  expect(byId.get('t2')?.status).toBe('Success')
  expect(await idsThere()).toEqual(['t0', 't1', 't2'])
})

test('a task that is twice in a collection is added once', async () => {
  const { results } = await add([...tasks(1), ...tasks(1)])
  expect(results.map(({ status }) => status).sort()).toEqual(['ClientError', 'Success'])
})

test('after a fault adds half of a collection, the rest can be added again', async () => {
  service.faultsOnce.add('half-added')
  const first = await add(tasks(5))
  expect(first.status).toBe(200)
  const failed = first.results.filter(({ status }) => status === 'ServerError')
  expect(failed.map(({ taskId }) => taskId).sort()).toEqual(['t2', 't3', 't4'])
  expect(failed[0]?.error?.code).toBe('ServerBusy')
  expect(await idsThere()).toEqual(['t0', 't1'])
  const again = await add(tasks(5))
  const succeeded = again.results.filter(({ status }) => status === 'Success')
  expect(succeeded.map(({ taskId }) => taskId).sort()).toEqual(['t2', 't3', 't4'])
})

test('a collection with a malformed task is rejected as a whole', async () => {
  const { status, error } = await add([...tasks(2), { id: 'x', commandLine: 'x', colour: 'red' }])
  expect([status, error?.code]).toEqual([400, 'InvalidRequestBody'])
  expect(await idsThere()).toEqual([])
})
