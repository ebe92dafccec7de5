import { afterEach, expect, test } from '@jest/globals'
import { waitFor } from '../../__tests__/support/wait-for.ts'
import { fakeService } from './fake-service.ts'

type Service = ReturnType<typeof fakeService>

let service: Service

const open = (): Service => {
  service = fakeService()
  return service
}

afterEach(() => service.close())

const addJob = (preparation: object, more: object = {}) =>
  service.ask('job.add', [], {
    id: 'j',
    poolInfo: { poolId: 'p' },
    jobPreparationTask: { id: 'prep', ...preparation },
    ...more
  })

const addTasks = (...ids: string[]) =>
  service.ask('task.addCollection', ['j'], {
    value: ids.map((id) => ({ id, commandLine: 'exit 0' }))
  })

const taskIs = (id: string, state: string) =>
  waitFor(
    () => service.show('j', id),
    (shown) => shown?.state === state
  )

const jobIs = (state: string) =>
  waitFor(
    () => service.show('j'),
    (job) => job?.state === state
  )

const ranOn = (node: { fake: { runs: { owner: object }[] } } | undefined) =>
  node?.fake.runs.map(({ owner }) => (owner as { taskId?: string }).taskId)

async function statuses() {
  const answer = await service.ask('job.listPreparationAndReleaseTaskStatus', ['j'])
  return (answer.json as { value: Record<string, Record<string, unknown>>[] }).value
}

test('a node is prepared once, before the first task of the job', async () => {
  const pool = open().pools.add('p', 2, 2)
  const [first, second] = pool.nodes
  await addJob({ commandLine: 'hold' })
  await addTasks('a', 'b', 'c', 'd')
  expect((await taskIs('d', 'preparing')).previousState).toBe('active')
  expect(ranOn(first)).toEqual(['prep'])
  first?.fake.end('prep')
  const a = await taskIs('a', 'completed')
  expect(a.previousState).toBe('running')
  expect((await service.show('j', 'b')).state).toBe('preparing')
  const { json } = await service.ask('job.getTaskCounts', ['j'])
  expect(json).toMatchObject({ taskCounts: { active: 0, running: 2, completed: 2 } })
  expect(ranOn(first)).toEqual(['prep', 'a', 'c'])
  second?.fake.end('prep')
  await taskIs('d', 'completed')
  await addTasks('e')
  await taskIs('e', 'completed')
  expect(
    [...(ranOn(first) ?? []), ...(ranOn(second) ?? [])].filter((id) => id === 'prep')
  ).toHaveLength(2)
})

test('a node whose preparation failed gets no tasks of the job; they wait, and other jobs continue', async () => {
  const pool = open().pools.add('p', 1)
  const [node] = pool.nodes
  await addJob({ commandLine: 'exit 1', constraints: { maxTaskRetryCount: 2 } })
  await addTasks('a')
  await waitFor(
    () => node?.fake.runs.length,
    (runs) => runs === 3
  )
  const a = await taskIs('a', 'active')
  expect(a.executionInfo).toEqual({ retryCount: 0, requeueCount: 0 })
  const [status] = await statuses()
  expect(status).toMatchObject({
    poolId: 'p',
    nodeId: 'p-n0',
    nodeUrl: 'http://batch.test/pools/p/nodes/p-n0',
    jobPreparationTaskExecutionInfo: {
      state: 'completed',
      taskRootDirectory: 'workitems/j/job-1/prep',
      exitCode: 1,
      retryCount: 2,
      result: 'failure'
    }
  })
  await service.ask('job.add', [], { id: 'other', poolInfo: { poolId: 'p' } })
  await service.ask('task.add', ['other'], { id: 'o', commandLine: 'x' })
  await waitFor(
    () => service.show('other', 'o'),
    ({ state }) => state === 'completed'
  )
  expect((await service.show('j', 'a')).state).toBe('active')
  expect(ranOn(node)).toEqual(['prep', 'prep', 'prep', 'o'])
})

test('a task runs on another node if the preparation of the first failed', async () => {
  const pool = open().pools.add('p', 2)
  const [first, second] = pool.nodes
  await addJob({ commandLine: 'hold' })
  await addTasks('a')
  await taskIs('a', 'preparing')
  first?.fake.end('prep', 1)
  second?.fake.end('prep', 0)
  const a = await taskIs('a', 'completed')
  expect(a.nodeInfo.nodeId).toBe(second?.id)
})

test('tasks do not wait for a preparation without waitForSuccess', async () => {
  const [node] = open().pools.add('p', 1).nodes
  await addJob({ commandLine: 'hold', waitForSuccess: false })
  await addTasks('a')
  await taskIs('a', 'completed')
  node?.fake.end('prep', 1)
  await addTasks('b')
  expect((await taskIs('b', 'completed')).previousState).toBe('running')
})

test('a task that is terminated during the preparation of its node never runs', async () => {
  const [node] = open().pools.add('p', 1).nodes
  await addJob({ commandLine: 'hold' })
  await addTasks('a')
  await taskIs('a', 'preparing')
  await service.ask('task.terminate', ['j', 'a'])
  expect((await taskIs('a', 'completed')).executionInfo).toMatchObject({
    failureInfo: { code: 'TaskEnded' }
  })
  node?.fake.end('prep')
  await addTasks('b')
  await taskIs('b', 'completed')
  expect(ranOn(node)).toEqual(['prep', 'b'])
})

test('a task is requeued if its node is lost during the preparation', async () => {
  const pool = open().pools.add('p', 1)
  await addJob({ commandLine: 'hold' })
  await addTasks('a')
  await taskIs('a', 'preparing')
  for (const node of pool.nodes) pool.lose(node)
  expect((await taskIs('a', 'active')).executionInfo.requeueCount).toBe(1)
  const node = pool.grow()
  await waitFor(
    () => ranOn(node),
    (runs) => runs?.length === 1
  )
  node.fake.end('prep')
  await taskIs('a', 'completed')
})

test.each(['job.terminate', 'job.deleteMethod'])(
  '%s releases each node that was prepared, and only when nothing of the job runs there',
  async (operation) => {
    const pool = open().pools.add('p', 3)
    await addJob(
      { commandLine: 'exit 0' },
      { jobReleaseTask: { id: 'rel', commandLine: 'exit 0' } }
    )
    const hold = ['a', 'b'].map((id) => ({ id, commandLine: 'hold' }))
    await service.ask('task.addCollection', ['j'], { value: hold })
    await taskIs('b', 'running')
    await service.ask(operation, ['j'])
    await waitFor(
      () => pool.nodes.map(ranOn),
      (runs) => runs.filter((ids) => ids?.includes('rel')).length === 2
    )
    expect(pool.nodes.map(ranOn)).toEqual([['prep', 'a', 'rel'], ['prep', 'b', 'rel'], []])
    expect(pool.nodes[0]?.fake.log.slice(2, 5)).toEqual(['start a', 'end a', 'start rel'])
    expect(pool.nodes[0]?.fake.runs[2]?.owner).toEqual({
      kind: 'jobRelease',
      jobId: 'j',
      taskId: 'rel',
      preparationId: 'prep'
    })
    if (operation === 'job.deleteMethod') return
    await jobIs('completed')
    const [status] = await statuses()
    expect(status?.['jobReleaseTaskExecutionInfo']).toMatchObject({
      state: 'completed',
      exitCode: 0,
      result: 'success',
      taskRootDirectory: 'workitems/j/job-1/rel'
    })
    expect(status?.['jobReleaseTaskExecutionInfo']).not.toHaveProperty('retryCount')
  }
)

test('a job that is deleted during its release is released once', async () => {
  const [node] = open().pools.add('p', 1).nodes
  await addJob({ commandLine: 'x' }, { jobReleaseTask: { id: 'rel', commandLine: 'hold' } })
  await addTasks('a')
  await taskIs('a', 'completed')
  await service.ask('job.terminate', ['j'])
  await waitFor(
    () => ranOn(node),
    (runs) => runs?.includes('rel') === true
  )
  await service.ask('job.deleteMethod', ['j'])
  node?.fake.end('rel')
  await waitFor(
    () => service.ask('job.get', ['j']),
    ({ status }) => status === 404
  )
  expect(ranOn(node)).toEqual(['prep', 'a', 'rel'])
})

test('a job without a preparation task has no preparation status', async () => {
  open()
  await service.ask('job.add', [], { id: 'j', poolInfo: { poolId: 'p' } })
  const answer = await service.ask('job.listPreparationAndReleaseTaskStatus', ['j'])
  expect([answer.status, answer.error?.code]).toEqual([
    409,
    'JobPreparationTaskOrReleaseTaskNotSpecified'
  ])
})
