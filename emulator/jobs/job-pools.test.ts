import { afterEach, expect, test } from '@jest/globals'
import { addJob, addTasks, closeService, jobIs, open, service, task, taskIs } from './test-jobs.ts'

afterEach(closeService)

test('an auto pool is created and deleted with its job', async () => {
  const { pools } = open()
  await addJob({
    poolInfo: {
      autoPoolSpecification: {
        poolLifetimeOption: 'job',
        autoPoolIdPrefix: 'mine',
        pool: { vmSize: 'x', targetDedicatedNodes: 1 }
      }
    }
  })
  const { executionInfo } = await service.show('j')
  expect(executionInfo.poolId).toBe('mine_1')
  await addTasks([task('a')])
  expect((await taskIs('a', 'completed')).nodeInfo.poolId).toBe('mine_1')
  expect(pools.deleted).toEqual([])
  await service.ask('job.terminate', ['j'])
  await jobIs('completed')
  expect(pools.deleted).toEqual(['mine_1'])
})

test.each([
  ['keeps its pool alive', 'job', true, 201],
  ['has a pool of a job schedule', 'jobschedule', false, 400]
])('a job that %s', async (_, poolLifetimeOption, keepAlive, status) => {
  const { pools } = open()
  const autoPoolSpecification = { poolLifetimeOption, keepAlive, pool: { vmSize: 'x' } }
  expect((await addJob({ poolInfo: { autoPoolSpecification } })).status).toBe(status)
  await service.ask('job.terminate', ['j'])
  if (status === 201) await jobIs('completed')
  expect(pools.deleted).toEqual([])
})

test('only keepAlive of an auto pool can be changed', async () => {
  const { pools } = open()
  const auto = (keepAlive: boolean, vmSize: string) => ({
    poolInfo: { autoPoolSpecification: { poolLifetimeOption: 'job', keepAlive, pool: { vmSize } } }
  })
  await addJob(auto(false, 'x'))
  const other = await service.ask('job.patch', ['j'], { poolInfo: { poolId: 'p' } })
  expect([other.status, other.error?.code]).toEqual([409, 'OperationInvalidForCurrentState'])
  expect((await service.ask('job.update', ['j'], auto(true, 'y'))).status).toBe(200)
  expect((await service.show('j')).poolInfo).toEqual(auto(true, 'x').poolInfo)
  await service.ask('job.terminate', ['j'])
  await jobIs('completed')
  expect(pools.deleted).toEqual([])
})

test('a job whose auto pool cannot be created is completed with a scheduling error', async () => {
  open()
  const autoPoolSpecification = { poolLifetimeOption: 'job', pool: { vmSize: 'too-many' } }
  expect((await addJob({ poolInfo: { autoPoolSpecification } })).status).toBe(201)
  expect(await service.show('j')).toMatchObject({
    state: 'completed',
    previousState: 'active',
    executionInfo: {
      schedulingError: { category: 'UserError', code: 'AutoPoolCreationFailedWithQuotaReached' }
    }
  })
})
