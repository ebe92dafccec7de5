import { afterEach, expect, test } from '@jest/globals'
import { waitFor } from '../../__tests__/support/wait-for.ts'
import { addJob, addTasks, closeService, jobIs, open, service, task, taskIs } from './test-jobs.ts'

afterEach(closeService)

test('a job without tasks and with terminatejob ends at once and accepts none', async () => {
  open()
  await addJob({ onAllTasksComplete: 'TerminateJob' })
  const job = await jobIs('completed')
  expect(job.previousState).toBe('terminating')
  expect(job.executionInfo).toMatchObject({ terminateReason: 'AllTasksComplete' })
  expect(job.executionInfo.endTime).toBe(job.stateTransitionTime)
  const late = await service.ask('task.add', ['j'], task('late'))
  expect([late.status, late.error?.code]).toEqual([409, 'JobCompleted'])
})

test('a job ends with its last task only with terminatejob', async () => {
  open().pools.add('p', 1)
  await addJob()
  await addTasks([task('a'), task('b', 'exit 1')])
  await taskIs('b', 'completed')
  expect((await service.show('j')).state).toBe('active')
  const patch = await service.ask('job.patch', ['j'], { onAllTasksComplete: 'terminatejob' })
  expect(patch.status).toBe(200)
  expect(patch.headers?.['dataserviceid']).toBe('http://batch.test/jobs/j')
  expect((await jobIs('completed')).executionInfo.terminateReason).toBe('AllTasksComplete')
})

test('terminating a job terminates running tasks and leaves waiting ones as they are', async () => {
  open().pools.add('p', 1)
  await addJob()
  await addTasks([task('a', 'hold'), task('b')])
  await taskIs('a', 'running')
  const answer = await service.ask('job.terminate', ['j'], { terminateReason: 'I had enough' })
  expect(answer.status).toBe(202)
  expect(answer.headers?.['dataserviceid']).toBe('http://batch.test/jobs/j/terminate')
  expect((await jobIs('completed')).executionInfo.terminateReason).toBe('I had enough')
  expect((await service.show('j', 'a')).executionInfo).toMatchObject({
    result: 'failure',
    failureInfo: { code: 'TaskEnded' }
  })
  expect((await service.show('j', 'b')).state).toBe('active')
  const again = await service.ask('job.terminate', ['j'])
  expect([again.status, again.error?.code]).toEqual([409, 'JobCompleted'])
  const patch = await service.ask('job.patch', ['j'], { priority: 1 })
  expect(patch.error?.code).toBe('JobCompleted')
})

test('the default terminate reason is UserTerminate', async () => {
  open()
  await addJob()
  await service.ask('job.terminate', ['j'])
  expect((await jobIs('completed')).executionInfo.terminateReason).toBe('UserTerminate')
})

test('a job ends when its maximum wall clock time has passed since its start', async () => {
  open().pools.add('p', 1)
  await addJob({ constraints: { maxWallClockTime: 'PT0.03S' } })
  await addTasks([task('a', 'hold')])
  const job = await jobIs('completed')
  expect(job.executionInfo.terminateReason).toBe('MaxWallClockTimeExpiry')
  expect((await service.show('j', 'a')).executionInfo.failureInfo.code).toBe('TaskEnded')
})

test('a removed time limit does not end a job', async () => {
  open()
  await addJob({ constraints: { maxWallClockTime: 'PT0.03S' } })
  await service.ask('job.patch', ['j'], { constraints: {} })
  await addJob({ id: 'other', constraints: { maxWallClockTime: 'PT0.06S' } })
  await waitFor(
    () => service.show('other'),
    ({ state }) => state === 'completed'
  )
  expect((await service.show('j')).state).toBe('active')
})

test('a deleted job is in state deleting, and is then removed with its folders on nodes', async () => {
  const [node] = open().pools.add('p', 1).nodes
  await addJob()
  await addTasks([task('a'), task('b', 'hold')])
  await taskIs('b', 'running')
  const answer = await service.ask('job.deleteMethod', ['j'])
  expect([answer.status, answer.headers]).toEqual([202, {}])
  expect((await service.show('j')).state).toBe('deleting')
  for (const operation of ['job.deleteMethod', 'job.terminate', 'job.patch', 'job.enable']) {
    const rejected = await service.ask(operation, ['j'])
    expect([rejected.status, rejected.error?.code]).toEqual([409, 'JobBeingDeleted'])
  }
  const again = await addJob()
  expect([again.status, again.error?.code]).toEqual([409, 'JobBeingDeleted'])
  const gone = await waitFor(
    () => service.ask('job.get', ['j']),
    ({ status }) => status === 404
  )
  expect(gone.error?.code).toBe('JobNotFound')
  expect(node?.fake.removed).toContain('j')
  expect((await addJob()).status).toBe(201)
})

test.each<[string, string, string]>([
  ['requeue', 'active', 'active'],
  ['terminate', 'completed', 'completed']
])('disabling a job with %s leaves its running task %s', async (disableTasks, state, later) => {
  open().pools.add('p', 1)
  await addJob()
  await addTasks([task('a', 'hold'), task('b')])
  await taskIs('a', 'running')
  const answer = await service.ask('job.disable', ['j'], { disableTasks })
  expect(answer.status).toBe(202)
  expect((await jobIs('disabled')).previousState).toBe('disabling')
  const { executionInfo } = await taskIs('a', state)
  expect(executionInfo.requeueCount).toBe(disableTasks === 'requeue' ? 1 : 0)
  expect((await service.show('j', 'b')).state).toBe('active')
  expect((await service.show('j', 'a')).state).toBe(later)
  await service.ask('job.enable', ['j'])
  expect((await jobIs('active')).previousState).toBe('enabling')
  if (disableTasks === 'requeue') await taskIs('a', 'running')
  else await taskIs('b', 'completed')
})

test('a job disabled with wait is in state disabling until its last task has completed', async () => {
  const [node] = open().pools.add('p', 1).nodes
  await addJob()
  await addTasks([task('a', 'hold'), task('b')])
  await taskIs('a', 'running')
  await service.ask('job.disable', ['j'], { disableTasks: 'wait' })
  expect((await service.show('j')).state).toBe('disabling')
  node?.fake.end('a')
  await jobIs('disabled')
  expect((await service.show('j', 'a')).executionInfo.exitCode).toBe(0)
  expect((await service.show('j', 'b')).state).toBe('active')
})

test('a job manager is a task, and the job ends with it', async () => {
  const [node] = open().pools.add('p', 1).nodes
  await addJob({
    onAllTasksComplete: 'terminatejob',
    jobManagerTask: { id: 'm', commandLine: 'hold' }
  })
  await taskIs('m', 'running')
  expect((await service.show('j')).state).toBe('active')
  node?.fake.end('m')
  expect((await jobIs('completed')).executionInfo.terminateReason).toBe('JMComplete')
})

test('disabling a job with terminate does not count as a failure of its tasks', async () => {
  open().pools.add('p', 1)
  await addJob({ onTaskFailure: 'performexitoptionsjobaction' })
  await addTasks([task('a', 'hold'), task('b')])
  await taskIs('a', 'running')
  await service.ask('job.disable', ['j'], { disableTasks: 'terminate' })
  await taskIs('a', 'completed')
  expect((await jobIs('disabled')).previousState).toBe('disabling')
})

test('a job that is terminated while it is being enabled stays completed', async () => {
  open()
  await addJob()
  await service.ask('job.disable', ['j'], { disableTasks: 'wait' })
  await service.ask('job.enable', ['j'])
  await service.ask('job.terminate', ['j'])
  await jobIs('completed')
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect((await service.show('j')).state).toBe('completed')
})
