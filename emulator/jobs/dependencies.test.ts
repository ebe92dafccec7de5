import { afterEach, expect, test } from '@jest/globals'
import { waitFor } from '../../__tests__/support/wait-for.ts'
import {
  addJob,
  addTasks,
  closeService,
  jobIs,
  open,
  ran,
  service,
  task,
  taskIs,
  tasksIn
} from './test-jobs.ts'

afterEach(closeService)

const after = (...taskIds: string[]) => ({ dependsOn: { taskIds } })
const satisfying = { exitConditions: { default: { dependencyAction: 'satisfy' } } }

test('a task runs after its dependencies', async () => {
  open().pools.add('p', 4)
  await addJob({ usesTaskDependencies: true })
  await addTasks([
    task('merge', 'x', { dependsOn: { taskIdRanges: [{ start: 1, end: 3 }], taskIds: ['0'] } }),
    ...['3', '2', '1'].map((id) => task(id))
  ])
  await waitFor(
    () => tasksIn('completed'),
    (ids) => ids.length === 3
  )
  expect((await service.show('j', 'merge')).state).toBe('active')
  expect(service.jobs.demand('p').activeTasks).toBe(0)
  await addTasks([task('0')])
  const merge = await taskIs('merge', 'completed')
  const last = await service.show('j', '0')
  expect(merge.executionInfo.startTime > last.executionInfo.endTime).toBe(true)
})

test('a failed task blocks dependent tasks unless its dependency action is satisfy', async () => {
  open().pools.add('p', 2)
  await addJob({ usesTaskDependencies: true })
  await addTasks([
    task('bad', 'exit 1'),
    task('bad-but', 'exit 1', satisfying),
    task('blocked', 'x', after('bad')),
    task('half', 'x', after('bad', 'bad-but')),
    task('free', 'x', after('bad-but'))
  ])
  await taskIs('free', 'completed')
  expect(await tasksIn('active')).toEqual(['blocked', 'half'])
  await addTasks([task('late', 'x', after('bad-but'))])
  await taskIs('late', 'completed')
  expect(await tasksIn('active')).toEqual(['blocked', 'half'])
})

test('a task that was terminated while waiting does not run when its dependency is satisfied', async () => {
  const { pools } = open()
  await addJob({ usesTaskDependencies: true })
  await addTasks([task('a'), task('b', 'x', after('a')), task('c', 'x', after('a'))])
  await service.ask('task.terminate', ['j', 'b'])
  await service.ask('task.deleteMethod', ['j', 'c'])
  pools.add('p', 1)
  await taskIs('a', 'completed')
  await addTasks([task('d')])
  await taskIs('d', 'completed')
  expect(ran()).toEqual(['a', 'd'])
})

test('a reactivated task still waits for its dependencies', async () => {
  const { pools } = open()
  await addJob({ usesTaskDependencies: true })
  await addTasks([task('b', 'x', after('a'))])
  await service.ask('task.terminate', ['j', 'b'])
  await service.ask('task.reactivate', ['j', 'b'])
  pools.add('p', 1)
  await addTasks([task('other')])
  await taskIs('other', 'completed')
  expect((await service.show('j', 'b')).state).toBe('active')
  await addTasks([task('a')])
  await taskIs('b', 'completed')
})

const exits = { onTaskFailure: 'performexitoptionsjobaction' }
const on = (code: number, jobAction: string) => ({
  exitConditions: { exitCodes: [{ code, exitOptions: { jobAction } }] }
})

test.each<[string, object, string, object, string]>([
  ['ends the job by default', exits, 'exit 1', {}, 'completed'],
  ['ends the job if its condition says so', exits, 'exit 3', on(3, 'terminate'), 'completed'],
  ['disables the job if its condition says so', exits, 'exit 3', on(3, 'disable'), 'disabled'],
  ['does not affect the job if its condition says so', exits, 'exit 3', on(3, 'none'), 'active'],
  ['does not affect a job without actions', {}, 'exit 1', {}, 'active']
])('a task that fails %s', async (_, job, commandLine, more, state) => {
  open().pools.add('p', 1)
  await addJob(job)
  await addTasks([task('t', commandLine, more), task('u', 'hold')])
  await taskIs('t', 'completed')
  if (state === 'active') await taskIs('u', 'running')
  const { executionInfo } = await jobIs(state)
  expect(executionInfo.terminateReason).toBe(state === 'completed' ? 'TaskFailed' : undefined)
})
