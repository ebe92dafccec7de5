import { afterEach, expect, test } from '@jest/globals'
import { waitFor } from '../../__tests__/support/wait-for.ts'
import { addJob, addTask, closeService, open, service, taskIs } from './test-jobs.ts'

afterEach(closeService)

const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,7}Z$/)

test('a failed task is retried on its node up to its limit, and shows why it failed', async () => {
  const [node] = open().pools.add('p', 1).nodes
  await addJob()
  await addTask('t', 'exit 2', { constraints: { maxTaskRetryCount: 3 } })
  const { executionInfo } = await taskIs('t', 'completed')
  expect(executionInfo).toMatchObject({
    exitCode: 2,
    failureInfo: { code: 'FailureExitCode' },
    result: 'failure',
    retryCount: 3,
    lastRetryTime: time,
    requeueCount: 0
  })
  expect(executionInfo.startTime >= executionInfo.lastRetryTime).toBe(true)
  expect(node?.fake.runs).toHaveLength(4)
})

test.each(['no-blob', 'exit 1 no-upload'])('%s is not retried', async (commandLine) => {
  const [node] = open().pools.add('p', 1).nodes
  await addJob()
  await addTask('t', commandLine, { constraints: { maxTaskRetryCount: -1 } })
  expect((await taskIs('t', 'completed')).executionInfo.retryCount).toBe(0)
  expect(node?.fake.runs).toHaveLength(1)
})

test('a task with unlimited retries is retried until it is terminated', async () => {
  const [node] = open().pools.add('p', 1).nodes
  await addJob()
  await addTask('t', 'exit 1', { constraints: { maxTaskRetryCount: -1 } })
  await waitFor(
    () => node?.fake.runs.length ?? 0,
    (runs) => runs > 20
  )
  await service.ask('task.terminate', ['j', 't'])
  expect((await taskIs('t', 'completed')).executionInfo.retryCount).toBeGreaterThan(15)
})

test('a terminated running task is completed, and its node continues', async () => {
  open().pools.add('p', 1)
  await addJob()
  await addTask('t', 'hold')
  await addTask('u')
  await taskIs('t', 'running')
  const answer = await service.ask('task.terminate', ['j', 't'])
  expect(answer.status).toBe(204)
  expect(answer.headers?.['dataserviceid']).toBe('http://batch.test/jobs/j/tasks/t/terminate')
  const { executionInfo, eTag } = await taskIs('t', 'completed')
  expect(eTag).toBe(answer.headers?.['etag'])
  expect(executionInfo.failureInfo.code).toBe('TaskEnded')
  expect(executionInfo).not.toHaveProperty('exitCode')
  await taskIs('u', 'completed')
  const again = await service.ask('task.terminate', ['j', 't'])
  expect([again.status, again.error?.code]).toEqual([409, 'TaskCompleted'])
})

test('a terminated waiting task does not run until it is reactivated', async () => {
  const { pools } = open()
  await addJob()
  await addTask('t')
  expect((await service.ask('task.terminate', ['j', 't'])).status).toBe(204)
  const ended = await service.show('j', 't')
  expect(ended.state).toBe('completed')
  expect(ended.executionInfo).toMatchObject({ result: 'failure' })
  const [node] = pools.add('p', 1).nodes
  await addTask('u')
  await taskIs('u', 'completed')
  expect(node?.fake.runs).toHaveLength(1)
  const answer = await service.ask('task.reactivate', ['j', 't'])
  expect(answer.status).toBe(204)
  expect(answer.headers).not.toHaveProperty('dataserviceid')
  expect((await taskIs('t', 'completed')).executionInfo.exitCode).toBe(0)
})

test('a reactivated task has no old results, and all its retries again', async () => {
  const { pools } = open()
  const pool = pools.add('p', 1)
  await addJob()
  await addTask('t', 'exit 1', { constraints: { maxTaskRetryCount: 1 } })
  await taskIs('t', 'completed')
  for (const node of pool.nodes) pool.lose(node)
  await service.ask('task.reactivate', ['j', 't'])
  const task = await service.show('j', 't')
  expect(task).toMatchObject({
    state: 'active',
    previousState: 'completed',
    executionInfo: { retryCount: 0, requeueCount: 0 }
  })
  expect(task.executionInfo).not.toHaveProperty('failureInfo')
  expect(task).not.toHaveProperty('nodeInfo')
  const node = pool.grow()
  await taskIs('t', 'completed')
  expect(node.fake.runs).toHaveLength(2)
})

test.each([
  ['that waits', 'hold', false, 'TaskNotCompleted'],
  ['that has succeeded', 'exit 0', true, 'TaskSucceeded']
])('a task %s is not reactivated', async (_, commandLine, runs, code) => {
  const { pools } = open()
  if (runs) pools.add('p', 1)
  await addJob()
  await addTask('t', commandLine)
  if (runs) await taskIs('t', 'completed')
  const answer = await service.ask('task.reactivate', ['j', 't'])
  expect([answer.status, answer.error?.code]).toEqual([409, code])
})

test('a deleted task is removed with its folder in every state', async () => {
  const [node] = open().pools.add('p', 1).nodes
  await addJob()
  await addTask('done')
  await taskIs('done', 'completed')
  await addTask('runs', 'hold')
  await addTask('waits')
  await taskIs('runs', 'running')
  for (const id of ['done', 'waits', 'runs']) {
    const answer = await service.ask('task.deleteMethod', ['j', id])
    expect([answer.status, answer.headers]).toEqual([200, {}])
    const gone = await service.ask('task.get', ['j', id])
    expect([gone.status, gone.error?.code]).toEqual([404, 'TaskNotFound'])
  }
  await waitFor(
    () => node?.fake.removed ?? [],
    (removed) => removed.length === 2
  )
  expect(node?.fake.removed).toEqual(['j/done', 'j/runs'])
  expect(node?.fake.runs).toHaveLength(2)
  const none = { active: 0, running: 0, completed: 0, succeeded: 0, failed: 0 }
  const { json } = await service.ask('job.getTaskCounts', ['j'])
  expect(json).toMatchObject({ taskCounts: none, taskSlotCounts: none })
})

test('a task with the ID of a deleted one starts after its folder was removed', async () => {
  const [node] = open().pools.add('p', 1).nodes
  if (node === undefined) throw new Error('There is one.')
  await addJob()
  await addTask('t')
  await taskIs('t', 'completed')
  let remove = (): void => {}
  node.fake.removal = new Promise((resolve) => {
    remove = resolve
  })
  await service.ask('task.deleteMethod', ['j', 't'])
  await addTask('t')
  await taskIs('t', 'running')
  remove()
  await taskIs('t', 'completed')
  expect(node.fake.log).toEqual(['start t', 'end t', 'remove t', 'start t', 'end t'])
})

test('the retention time of the first run does not remove the folder of a second run', async () => {
  open().pools.add('p', 2)
  await addJob()
  const constraints = { retentionTime: 'PT0.03S' }
  await addTask('again', 'exit 1 no-upload', { constraints })
  await taskIs('again', 'completed')
  await service.ask('task.reactivate', ['j', 'again'])
  await service.ask('task.update', ['j', 'again'], {})
  await addTask('other', 'exit 0', { constraints })
  await taskIs('other', 'completed')
  await waitFor(
    () => {
      try {
        return service.jobs.taskFolder('j', 'other').root
      } catch {
        return 'removed'
      }
    },
    (root) => root === 'removed'
  )
  await taskIs('again', 'completed')
  expect(service.jobs.taskFolder('j', 'again').root).toContain('again')
})
