import { afterEach, expect, test } from '@jest/globals'
import { waitFor } from '../../__tests__/support/wait-for.ts'
import { addJob, addTasks, closeService, open, service, task, taskIs } from './test-jobs.ts'

afterEach(closeService)

const poolInfo = { poolId: 'p' }

test('a job is shown as by the service, with all defaults', async () => {
  open()
  const answer = await addJob()
  expect(answer.status).toBe(201)
  expect(answer.headers).toEqual({
    location: 'http://batch.test/jobs/job-1',
    dataserviceid: 'http://batch.test/jobs/job-1',
    etag: expect.stringMatching(/^0x[0-9A-F]+$/),
    'last-modified': expect.stringMatching(/ GMT$/)
  })
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,7}Z$/)
  expect(await service.show('j')).toEqual({
    'odata.metadata': 'http://batch.test/$metadata#jobs/@Element',
    id: 'j',
    url: 'http://batch.test/jobs/j',
    eTag: answer.headers?.['etag'],
    lastModified: time,
    creationTime: time,
    state: 'active',
    stateTransitionTime: time,
    priority: 0,
    maxParallelTasks: -1,
    usesTaskDependencies: false,
    allowTaskPreemption: false,
    constraints: { maxWallClockTime: 'P10675199DT2H48M5.4775807S', maxTaskRetryCount: 0 },
    poolInfo: { poolId: 'p' },
    executionInfo: { startTime: time, poolId: 'p' },
    onAllTasksComplete: 'noaction',
    onTaskFailure: 'noaction'
  })
})

test('preparation, release and manager tasks have all defaults', async () => {
  open()
  await addJob({
    constraints: { maxTaskRetryCount: 5 },
    jobPreparationTask: { commandLine: 'x' },
    jobReleaseTask: { commandLine: 'y' },
    jobManagerTask: { id: 'm', commandLine: 'z' }
  })
  const userIdentity = { autoUser: { scope: 'pool', elevationLevel: 'nonadmin' } }
  const constraints = {
    maxWallClockTime: 'P10675199DT2H48M5.4775807S',
    retentionTime: 'P7D',
    maxTaskRetryCount: 5
  }
  expect(await service.show('j')).toMatchObject({
    jobPreparationTask: {
      id: 'jobpreparation',
      constraints,
      userIdentity,
      waitForSuccess: true,
      rerunOnNodeRebootAfterSuccess: true
    },
    jobReleaseTask: {
      id: 'jobrelease',
      maxWallClockTime: 'PT15M',
      retentionTime: 'P7D',
      userIdentity
    },
    jobManagerTask: {
      constraints,
      requiredSlots: 1,
      userIdentity,
      runExclusive: true,
      allowLowPriorityNode: true,
      killJobOnCompletion: true
    }
  })
})

test.each<[string, object, number, string]>([
  ['has no id', { id: undefined }, 400, 'MissingRequiredProperty'],
  ['has an invalid ID', { id: 'a b' }, 400, 'InvalidPropertyValue'],
  ['has no pool', { poolInfo: undefined }, 400, 'MissingRequiredProperty'],
  ['has neither a pool nor an auto pool', { poolInfo: {} }, 400, 'InvalidPropertyValue'],
  ['has an unknown property', { prioritee: 1 }, 400, 'InvalidRequestBody'],
  ['has a priority out of range', { priority: 1001 }, 400, 'InvalidPropertyValue'],
  ['runs no tasks', { maxParallelTasks: 0 }, 400, 'InvalidPropertyValue'],
  [
    'has an unknown onAllTasksComplete',
    { onAllTasksComplete: 'later' },
    400,
    'InvalidPropertyValue'
  ],
  [
    'has an invalid duration',
    { constraints: { maxWallClockTime: '1h' } },
    400,
    'InvalidPropertyValue'
  ],
  ['releases only', { jobReleaseTask: { commandLine: 'x' } }, 400, 'InvalidPropertyValue'],
  ['already exists', { id: 'J0' }, 409, 'JobExists']
])('a job that %s is rejected', async (_, body, status, code) => {
  open()
  await service.ask('job.add', [], { id: 'j0', poolInfo })
  const merged = Object.fromEntries(
    Object.entries({ id: 'j', poolInfo, ...body }).filter(([, value]) => value !== undefined)
  )
  const answer = await service.ask('job.add', [], merged)
  expect([answer.status, answer.error?.code]).toEqual([status, code])
})

test('the quota limits the number of active jobs, not of completed ones', async () => {
  open({ activeJobQuota: 2 })
  expect((await service.ask('job.add', [], { id: 'a', poolInfo })).status).toBe(201)
  expect((await service.ask('job.add', [], { id: 'b', poolInfo })).status).toBe(201)
  const third = await service.ask('job.add', [], { id: 'c', poolInfo })
  expect([third.status, third.error?.code]).toEqual([409, 'ActiveJobAndScheduleQuotaReached'])
  await service.ask('job.terminate', ['a'])
  await waitFor(
    async () => (await service.ask('job.add', [], { id: 'c', poolInfo })).status,
    (status) => status === 201
  )
})

test('onAllTasksComplete cannot be changed back to noaction', async () => {
  open()
  await addJob()
  await addTasks([task('a')])
  await service.ask('job.patch', ['j'], { onAllTasksComplete: 'terminatejob' })
  const answer = await service.ask('job.update', ['j'], { poolInfo })
  expect([answer.status, answer.error?.code]).toEqual([400, 'InvalidPropertyValue'])
})

test('a patch changes the given properties, an update all of them; constraints are replaced as a whole', async () => {
  open()
  await addJob({
    constraints: { maxTaskRetryCount: 5 },
    priority: 7,
    metadata: [{ name: 'a', value: 'b' }]
  })
  await service.ask('job.patch', ['j'], { constraints: { maxWallClockTime: 'P3Y6M4DT12H30M5S' } })
  expect(await service.show('j')).toMatchObject({
    priority: 7,
    constraints: { maxWallClockTime: 'P1279DT12H30M5S', maxTaskRetryCount: 0 },
    metadata: [{ name: 'a', value: 'b' }]
  })
  const before = (await service.show('j')).eTag
  await service.ask('job.update', ['j'], { poolInfo, maxParallelTasks: 3 })
  const job = await service.show('j')
  expect(job).toMatchObject({
    priority: 0,
    maxParallelTasks: 3,
    constraints: { maxWallClockTime: 'P10675199DT2H48M5.4775807S' }
  })
  expect(job).not.toHaveProperty('metadata')
  expect(job.eTag).not.toBe(before)
  expect(job.state).toBe('active')
})

test('a change with an outdated ETag is rejected', async () => {
  open()
  await addJob()
  const { eTag } = await service.show('j')
  await service.ask('job.patch', ['j'], { priority: 1 })
  const headers = { 'if-match': eTag }
  for (const operation of ['job.patch', 'job.terminate', 'job.deleteMethod'] as const) {
    const answer = await service.ask(operation, ['j'], {}, { headers })
    expect([answer.status, answer.error?.code]).toEqual([412, 'ConditionNotMet'])
  }
  expect((await service.show('j')).state).toBe('active')
})

test('the pool of a job can be changed only while the job is disabled', async () => {
  open().pools.add('other', 1)
  await addJob()
  await addTasks([task('a')])
  const other = { poolInfo: { poolId: 'other' } }
  const rejected = await service.ask('job.patch', ['j'], other)
  expect([rejected.status, rejected.error?.code]).toEqual([409, 'OperationInvalidForCurrentState'])
  await service.ask('job.disable', ['j'], { disableTasks: 'wait' })
  expect((await service.ask('job.patch', ['j'], other)).status).toBe(200)
  await service.ask('job.enable', ['j'])
  expect((await taskIs('a', 'completed')).nodeInfo.poolId).toBe('other')
})

test.each([
  ['job.get', []],
  ['task.list', []],
  ['task.add', [{ id: 'a', commandLine: 'x' }]],
  ['job.getTaskCounts', []]
])('%s of a missing job is rejected', async (operation, [body]) => {
  open()
  const answer = await service.ask(operation, ['none'], body)
  expect([answer.status, answer.error?.code]).toEqual([404, 'JobNotFound'])
})
