import { afterEach, expect, test } from '@jest/globals'
import { waitFor } from '../../__tests__/support/wait-for.ts'
import { addJob, addTask, closeService, open, service, taskIs } from './test-jobs.ts'

afterEach(closeService)

const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,7}Z$/)

test('a waiting task is shown as by the service, with all defaults', async () => {
  open()
  await addJob({ constraints: { maxTaskRetryCount: 5 } })
  const answer = await addTask('t', 'ping')
  expect(answer.status).toBe(201)
  expect(answer.headers).toMatchObject({
    location: 'http://batch.test/jobs/j/tasks/t',
    dataserviceid: 'http://batch.test/jobs/j/tasks/t'
  })
  expect(await service.show('j', 't')).toEqual({
    'odata.metadata': 'http://batch.test/$metadata#tasks/@Element',
    id: 't',
    url: 'http://batch.test/jobs/j/tasks/t',
    eTag: answer.headers?.['etag'],
    creationTime: time,
    lastModified: time,
    state: 'active',
    stateTransitionTime: time,
    commandLine: 'ping',
    userIdentity: { autoUser: { scope: 'pool', elevationLevel: 'nonadmin' } },
    constraints: {
      maxWallClockTime: 'P10675199DT2H48M5.4775807S',
      retentionTime: 'P7D',
      maxTaskRetryCount: 5
    },
    requiredSlots: 1,
    executionInfo: { retryCount: 0, requeueCount: 0 }
  })
})

test('a completed task shows its execution and its node, and keeps its ETag', async () => {
  const [node] = open().pools.add('p', 1).nodes
  await addJob()
  const uploadOptions = { uploadCondition: 'tasksuccess' }
  const destination = { container: { containerUrl: 'http://c/' } }
  const outputFiles = [{ filePattern: '*', destination, uploadOptions }]
  const { headers } = await addTask('t', 'exit 0', { outputFiles })
  const task = await taskIs('t', 'completed')
  expect(task).toMatchObject({
    eTag: headers?.['etag'],
    previousState: 'running',
    executionInfo: {
      startTime: time,
      endTime: task.stateTransitionTime,
      exitCode: 0,
      result: 'success',
      retryCount: 0,
      requeueCount: 0
    },
    outputFiles: [{ uploadOptions: { uploadCondition: 'TaskSuccess' } }]
  })
  expect(task.nodeInfo).toEqual({
    affinityId: 'TVM:p-n0',
    nodeUrl: 'http://batch.test/pools/p/nodes/p-n0',
    poolId: 'p',
    nodeId: 'p-n0',
    taskRootDirectory: 'workitems/j/job-1/t',
    taskRootDirectoryUrl: 'http://batch.test/pools/p/nodes/p-n0/files/workitems/j/job-1/t'
  })
  expect(node?.recent[0]?.()).toEqual({
    taskUrl: 'http://batch.test/jobs/j/tasks/t',
    jobId: 'j',
    taskId: 't',
    taskState: 'completed',
    executionInfo: task.executionInfo
  })
})

test('an updated task has the new constraints, with defaults for omitted ones', async () => {
  open()
  await addJob({ constraints: { maxTaskRetryCount: 2 } })
  await addTask('t', 'x', { constraints: { maxTaskRetryCount: 7 } })
  const { eTag } = await service.show('j', 't')
  const body = { constraints: { maxWallClockTime: 'PT60M' } }
  const headers = { 'if-match': eTag }
  expect((await service.ask('task.update', ['j', 't'], body, { headers })).status).toBe(200)
  expect((await service.show('j', 't')).constraints).toEqual({
    maxWallClockTime: 'PT1H',
    retentionTime: 'P7D',
    maxTaskRetryCount: 2
  })
  const stale = await service.ask('task.update', ['j', 't'], body, { headers })
  expect([stale.status, stale.error?.code]).toEqual([412, 'ConditionNotMet'])
})

test('a folder is kept for the retention time of its task', async () => {
  const [node] = open().pools.add('p', 1).nodes
  await addJob()
  await addTask('short', 'exit 0', { constraints: { retentionTime: 'PT0.02S' } })
  await addTask('long')
  await taskIs('long', 'completed')
  await waitFor(
    () => node?.fake.removed ?? [],
    (removed) => removed.length > 0
  )
  expect(node?.fake.removed).toEqual(['j/short'])
  expect(() => service.jobs.taskFolder('j', 'short')).toThrow(
    expect.objectContaining({ status: 409, code: 'TaskFilesCleanedup' })
  )
})

test('the files of a task are available from its start until its node is gone', async () => {
  const pool = open().pools.add('p', 0)
  await addJob()
  await addTask('t')
  expect(() => service.jobs.taskFolder('j', 't')).toThrow(
    expect.objectContaining({
      status: 409,
      code: 'OperationInvalidForCurrentState',
      details: [{ key: 'Reason', value: expect.stringContaining('still active') }]
    })
  )
  const node = pool.grow()
  await taskIs('t', 'completed')
  expect(service.jobs.taskFolder('J', 'T')).toEqual({
    root: '/nodes/p-n0/workitems/j/job-1/t',
    url: 'http://batch.test/jobs/j/tasks/t'
  })
  pool.lose(node)
  expect(() => service.jobs.taskFolder('j', 't')).toThrow(
    expect.objectContaining({ status: 404, code: 'NodeNotFound' })
  )
  expect(() => service.jobs.taskFolder('j', 'none')).toThrow(
    expect.objectContaining({ status: 404, code: 'TaskNotFound' })
  )
})

test('counts follow the states of tasks, in tasks and in slots', async () => {
  const [node] = open().pools.add('p', 1, 4).nodes
  await addJob()
  await addTask('good', 'exit 0', { requiredSlots: 2 })
  await addTask('bad', 'exit 1')
  await taskIs('bad', 'completed')
  await taskIs('good', 'completed')
  await addTask('runs', 'hold', { requiredSlots: 3 })
  await addTask('waits', 'hold', { requiredSlots: 4 })
  await taskIs('runs', 'running')
  const { json } = await service.ask('job.getTaskCounts', ['j'])
  expect(json).toEqual({
    'odata.metadata': 'http://batch.test/$metadata#taskcountsresult/@Element',
    taskCounts: { active: 1, running: 1, completed: 2, succeeded: 1, failed: 1 },
    taskSlotCounts: { active: 4, running: 3, completed: 3, succeeded: 2, failed: 1 }
  })
  expect(service.jobs.demand('P')).toEqual({
    activeTasks: 1,
    runningTasks: 1,
    succeededTasks: 1,
    failedTasks: 1
  })
  node?.fake.end('runs')
  await taskIs('waits', 'running')
})

test('counts lag behind the tasks', async () => {
  open({ countsLagSeconds: 1 }).pools.add('p', 1)
  await addJob()
  await addTask('t')
  await taskIs('t', 'completed')
  const counts = async () => (await service.ask('job.getTaskCounts', ['j'])).json
  expect(await counts()).toMatchObject({ taskCounts: { active: 0, completed: 0 } })
  await waitFor(
    counts,
    (json) => (json as { taskCounts: { completed: number } }).taskCounts.completed === 1
  )
})

test('a list is filtered, and a task with one instance has no subtasks', async () => {
  open().pools.add('p', 1)
  await addJob()
  await addTask('a')
  await taskIs('a', 'completed')
  await addTask('b', 'hold')
  const query = new URLSearchParams({ $filter: "state ne 'completed'", $select: 'id' }).toString()
  const { json } = await service.ask('task.list', ['j'], undefined, { query })
  expect(json).toEqual({
    'odata.metadata': 'http://batch.test/$metadata#tasks',
    value: [{ id: 'b' }]
  })
  expect((await service.ask('task.listSubtasks', ['j', 'a'])).json).toEqual({
    'odata.metadata': 'http://batch.test/$metadata#subtaskinfo',
    value: []
  })
})

test.each<[string, object, object, number, string]>([
  ['already exists', {}, { id: 'T0' }, 409, 'TaskExists'],
  ['has no command line', {}, { commandLine: undefined }, 400, 'MissingRequiredProperty'],
  ['has an unknown property', {}, { comandLine: 'x' }, 400, 'InvalidRequestBody'],
  ['has too many slots', {}, { requiredSlots: 257 }, 400, 'InvalidPropertyValue'],
  [
    'has a resource file without a source',
    {},
    { resourceFiles: [{ filePath: 'x' }] },
    400,
    'InvalidPropertyValue'
  ],
  [
    'depends on others in a job without dependencies',
    {},
    { dependsOn: { taskIds: ['a'] } },
    400,
    'TaskDependenciesNotSpecifiedOnJob'
  ],
  [
    'depends on too many',
    { usesTaskDependencies: true },
    { dependsOn: { taskIds: Array.from({ length: 1001 }, (_, at) => `${at}`.padStart(64, 'x')) } },
    400,
    'TaskDependencyListTooLong'
  ],
  [
    'has a job action in a job without actions',
    {},
    { exitConditions: { default: { jobAction: 'none' } } },
    400,
    'InvalidPropertyValue'
  ],
  [
    'has a dependency action in a job without dependencies',
    {},
    { exitConditions: { preProcessingError: { dependencyAction: 'satisfy' } } },
    400,
    'InvalidPropertyValue'
  ],
  [
    'has the ID of the preparation task',
    { jobPreparationTask: { id: 'prep', commandLine: 'x' } },
    { id: 'prep' },
    409,
    'TaskIdSameAsJobPreparationTask'
  ]
])('a task that %s is rejected', async (_, job, body, status, code) => {
  open()
  await addJob(job)
  await addTask('t0')
  const merged = Object.fromEntries(
    Object.entries({ id: 't', commandLine: 'x', ...body }).filter(
      ([, value]) => value !== undefined
    )
  )
  const answer = await service.ask('task.add', ['j'], merged)
  expect([answer.status, answer.error?.code]).toEqual([status, code])
})
