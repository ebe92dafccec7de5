import { afterEach, expect, test } from '@jest/globals'
import { waitFor } from '../../__tests__/support/wait-for.ts'
import { EndedByUser } from '../machine/machine.ts'
import {
  addJob,
  addTasks,
  closeService,
  open,
  ran,
  service,
  task,
  taskIs,
  tasksIn
} from './test-jobs.ts'

afterEach(closeService)

test('tasks run in the order in which they were added', async () => {
  const { pools } = open()
  await addJob()
  const ids = ['c', 'a', 'b', 'e', 'd']
  await addTasks(ids.map((id) => task(id)))
  pools.add('p', 1)
  await taskIs('d', 'completed')
  expect(ran()).toEqual(ids)
})

test('tasks wait for a pool that does not exist yet', async () => {
  const { pools } = open()
  expect((await addJob()).status).toBe(201)
  await addTasks([task('t')])
  expect((await service.show('j', 't')).state).toBe('active')
  pools.add('P', 1)
  await taskIs('t', 'completed')
})

test('a job with higher priority goes first, and the priority can be changed', async () => {
  const { pools } = open()
  await addJob({ priority: 0 }, 'low')
  await addJob({ priority: 5 }, 'high')
  await addJob({ priority: -5 }, 'risen')
  for (const job of ['low', 'high', 'risen']) {
    await addTasks([task(`${job}-1`), task(`${job}-2`)], job)
  }
  await service.ask('job.patch', ['risen'], { priority: 10 })
  pools.add('p', 1)
  await taskIs('low-2', 'completed', 'low')
  expect(ran()).toEqual(['risen-1', 'risen-2', 'high-1', 'high-2', 'low-1', 'low-2'])
})

test('a node runs as many tasks as fit into its slots', async () => {
  const [node] = open().pools.add('p', 1, 4).nodes
  await addJob()
  const needs = (requiredSlots: number) => ({ requiredSlots })
  await addTasks([
    task('two', 'hold', needs(2)),
    task('three', 'hold', needs(3)),
    task('one', 'hold', needs(1)),
    task('never', 'hold', needs(5)),
    task('another', 'hold', needs(2))
  ])
  await taskIs('one', 'running')
  expect(await tasksIn('running')).toEqual(['one', 'two'])
  node?.fake.end('two')
  await taskIs('three', 'running')
  expect(await tasksIn('active')).toEqual(['another', 'never'])
  node?.fake.end('three')
  node?.fake.end('one')
  await taskIs('another', 'running')
  expect(await tasksIn('active')).toEqual(['never'])
})

test('a job runs at most maxParallelTasks tasks at once', async () => {
  const pool = open().pools.add('p', 4)
  await addJob({ maxParallelTasks: 2 })
  await addTasks(['a', 'b', 'c', 'd'].map((id) => task(id, 'hold')))
  await taskIs('b', 'running')
  expect(await tasksIn('running')).toEqual(['a', 'b'])
  for (const { fake } of pool.nodes) fake.end('a')
  await taskIs('c', 'running')
  expect(await tasksIn('active')).toEqual(['d'])
  await service.ask('job.patch', ['j'], { maxParallelTasks: -1 })
  await taskIs('d', 'running')
})

test('a task with affinity runs on that node if it has free slots, otherwise on any other', async () => {
  const pool = open().pools.add('p', 3)
  const wanted = pool.nodes[2]
  const affinityInfo = { affinityId: wanted?.affinityId }
  await addJob()
  await addTasks([task('a', 'hold', { affinityInfo }), task('b', 'hold', { affinityInfo })])
  expect((await taskIs('a', 'running')).nodeInfo.nodeId).toBe(wanted?.id)
  expect((await taskIs('b', 'running')).nodeInfo.nodeId).not.toBe(wanted?.id)
})

test('environment settings of job and task reach the node; those of the task take precedence', async () => {
  const [node] = open().pools.add('p', 1).nodes
  await addJob({
    commonEnvironmentSettings: [
      { name: 'A', value: 'of the job' },
      { name: 'B', value: 'of the job' }
    ]
  })
  const environmentSettings = [{ name: 'B', value: 'of the task' }]
  const constraints = { maxWallClockTime: 'PT2S' }
  await addTasks([task('t', 'x', { environmentSettings, constraints }), task('u', 'x')])
  await taskIs('u', 'completed')
  expect(node?.fake.runs[0]?.work).toEqual({
    commandLine: 'x',
    environmentSettings: [
      { name: 'A', value: 'of the job' },
      { name: 'B', value: 'of the task' }
    ],
    wallClockLimit: 2000
  })
  expect(node?.fake.runs[1]?.work.wallClockLimit).toBeNull()
})

test('a task whose node is lost runs again elsewhere without using a retry', async () => {
  const pool = open().pools.add('p', 1)
  await addJob()
  await addTasks([task('t', 'hold'), task('u')])
  await taskIs('t', 'running')
  for (const node of pool.nodes) pool.lose(node)
  const waiting = await taskIs('t', 'active')
  expect(waiting.previousState).toBe('running')
  expect(waiting.executionInfo).toEqual({
    retryCount: 0,
    requeueCount: 1,
    lastRequeueTime: expect.stringMatching(/Z$/)
  })
  expect(waiting).not.toHaveProperty('nodeInfo')
  const node = pool.grow()
  await taskIs('t', 'running')
  node.fake.end('t')
  await taskIs('u', 'completed')
  expect((await service.show('j', 't')).executionInfo).toMatchObject({
    result: 'success',
    requeueCount: 1
  })
  expect(node.fake.runs.map(({ owner }) => 'taskId' in owner && owner.taskId)).toEqual(['t', 'u'])
})

test('closing ends all runs and starts no more', async () => {
  const pool = open().pools.add('p', 1)
  await addJob({ constraints: { maxWallClockTime: 'PT0.05S' } })
  await addTasks([task('a', 'hold'), task('b')])
  await taskIs('a', 'running')
  await service.close()
  expect(pool.nodes[0]?.free).toBe(1)
  pool.grow()
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect(ran()).toEqual(['a'])
  expect((await service.show('j')).state).toBe('active')
})

test('ten thousand tasks complete on eight slots', async () => {
  const pool = open().pools.add('p', 4, 2)
  await addJob()
  for (let from = 0; from < 10_000; from += 100) {
    await addTasks(Array.from({ length: 100 }, (_, at) => task(`t${from + at}`)))
  }
  const completed = () => service.jobs.demand('p').succeededTasks
  await waitFor(completed, (count) => count === 10_000)
  expect(pool.nodes.map(({ free }) => free)).toEqual([2, 2, 2, 2])
})

test('the tasks of a node that is removed with terminate are completed', async () => {
  const pool = open().pools.add('p', 1)
  await addJob()
  await addTasks([task('t', 'hold')])
  await taskIs('t', 'running')
  for (const node of pool.nodes) pool.lose(node, new EndedByUser('The pool shrinks.'))
  expect((await taskIs('t', 'completed')).executionInfo).toMatchObject({
    failureInfo: { code: 'TaskEnded' },
    requeueCount: 0
  })
})
