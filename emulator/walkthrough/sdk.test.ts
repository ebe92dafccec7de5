import type { BatchServiceClient } from '@azure/batch'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { waitFor } from '../../__tests__/support/wait-for.ts'
import { begin, clientOf, completedTasks, idleNodes, poolOf, QUICKLY, textOf } from './sdk.ts'
import {
  processesOf,
  startAsUser,
  type UsersEmulator,
  WHO_AND_WHERE,
  whoAndWhere
} from './support.ts'

/** The Azure SDK against the emulator: pools, jobs and tasks. */

let emulator: UsersEmulator
let client: BatchServiceClient

beforeAll(async () => {
  emulator = await startAsUser(...QUICKLY)
  client = clientOf(emulator)
})

afterAll(() => emulator.stop())

const stdoutOf = async (job: string, task: string): Promise<string> =>
  textOf((await client.file.getFromTask(job, task, 'stdout.txt')).readableStreamBody)

test('a pool of three nodes, a job and ten tasks run to completion', async () => {
  await client.pool.add(poolOf('walk', 3))
  expect(await client.pool.exists('walk')).toMatchObject({ body: true })
  const steady = await waitFor(
    () => client.pool.get('walk'),
    ({ allocationState }) => allocationState === 'steady'
  )
  expect(steady).toMatchObject({
    state: 'active',
    targetDedicatedNodes: 3,
    currentDedicatedNodes: 3
  })
  const nodes = await idleNodes(client, 'walk', 3)

  await client.job.add({ id: 'walk', poolInfo: { poolId: 'walk' } })
  const ids = Array.from({ length: 10 }, (_, index) => `mytask${index + 1}`)
  for (const id of ids) await client.task.add('walk', { id, commandLine: WHO_AND_WHERE })
  const tasks = await completedTasks(client, 'walk')
  expect(tasks.map(({ id }) => id).sort()).toEqual([...ids].sort())
  for (const { executionInfo } of tasks)
    expect(executionInfo).toMatchObject({ exitCode: 0, retryCount: 0, requeueCount: 0 })

  const outputs = await Promise.all(ids.map(async (id) => whoAndWhere(await stdoutOf('walk', id))))
  expect(outputs.map(({ task }) => task)).toEqual(ids)
  expect(new Set(outputs.map(({ node }) => node))).toEqual(new Set(nodes))
  for (const { task, node } of outputs)
    expect(tasks.find(({ id }) => id === task)?.nodeInfo?.nodeId).toBe(node)

  const listed = await client.file.listFromTask('walk', 'mytask5')
  expect(listed.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['stdout.txt', 'stderr.txt', 'wd'])
  )
  const properties = await client.file.getPropertiesFromTask('walk', 'mytask5', 'stdout.txt')
  // Declared as a boolean, but the client returns the text of the service.
  expect(properties).toMatchObject({
    contentLength: (await stdoutOf('walk', 'mytask5')).length,
    ocpBatchFileIsdirectory: 'False'
  })
  const counts = await waitFor(
    async () => (await client.job.getTaskCounts('walk')).taskCounts,
    ({ completed }) => completed === 10
  )
  expect(counts).toEqual({ active: 0, running: 0, completed: 10, succeeded: 10, failed: 0 })

  await client.job.deleteMethod('walk')
  await client.pool.deleteMethod('walk')
  await waitFor(
    () => client.pool.exists('walk'),
    ({ body }) => !body
  )
  await waitFor(
    () =>
      client.job.get('walk').then(
        () => null,
        ({ code }) => code
      ),
    (code) => code === 'JobNotFound'
  )
})

test('three tasks of two seconds on three nodes run at the same time', async () => {
  await begin(client, 'sleepers', 3)
  const sleep = (id: string) => ({ id, commandLine: '/bin/sleep 2' })
  await client.task.addCollection('sleepers', ['1', '2', '3'].map(sleep))
  const infos = (await completedTasks(client, 'sleepers')).map((task) => task.executionInfo)
  expect(infos).toHaveLength(3)
  const times = infos.map((info) => ({
    start: Number(info?.startTime),
    end: Number(info?.endTime)
  }))
  for (const { start, end } of times) expect(end - start).toBeGreaterThanOrEqual(2000)
  const lastStart = Math.max(...times.map(({ start }) => start))
  const firstEnd = Math.min(...times.map(({ end }) => end))
  expect(lastStart).toBeLessThan(firstEnd)
})

describe('a job', () => {
  test('has an auto pool, ends with its last task, and deletes the pool', async () => {
    const { id: _, ...pool } = poolOf('', 2)
    await client.job.add({
      id: 'hermit',
      poolInfo: {
        autoPoolSpecification: {
          ...{ autoPoolIdPrefix: 'shell', poolLifetimeOption: 'job', keepAlive: false, pool }
        }
      }
    })
    const { executionInfo } = await client.job.get('hermit')
    const poolId = executionInfo?.poolId ?? ''
    expect(poolId).toMatch(/^shell/)
    await client.task.addCollection('hermit', [
      { id: 'a', commandLine: '/bin/true' },
      { id: 'b', commandLine: '/bin/false' }
    ])
    await client.job.patch('hermit', { onAllTasksComplete: 'terminatejob' })
    const ended = await waitFor(
      () => client.job.get('hermit'),
      ({ state }) => state === 'completed'
    )
    expect(ended.executionInfo).toMatchObject({ terminateReason: 'AllTasksComplete' })
    const codes = (await client.task.list('hermit')).map((task) => [
      task.id,
      task.executionInfo?.exitCode
    ])
    expect(Object.fromEntries(codes)).toEqual({ a: 0, b: 1 })
    await waitFor(
      () => client.pool.exists(poolId),
      ({ body }) => !body
    )
  })

  test('accepts 250 tasks in calls of a hundred, each once, and lists them in pages', async () => {
    await begin(client, 'many', 2, 4)
    const tasks = Array.from({ length: 250 }, (_, n) => ({
      id: `t-${String(n).padStart(3, '0')}`,
      commandLine: '/bin/true'
    }))
    const taken: string[] = []
    for (let from = 0; from < tasks.length; from += 100) {
      const { value = [] } = await client.task.addCollection('many', tasks.slice(from, from + 100))
      // The letter case of enumerations is not defined.
      expect(new Set(value.map(({ status }) => status.toLowerCase()))).toEqual(new Set(['success']))
      taken.push(...value.map(({ taskId }) => taskId))
    }
    expect(taken.sort()).toEqual(tasks.map(({ id }) => id))
    const { value: [again] = [] } = await client.task.addCollection('many', tasks.slice(0, 1))
    expect(again).toMatchObject({ taskId: 't-000', error: { code: 'TaskExists' } })

    const sizes: number[] = []
    const ids: (string | undefined)[] = []
    let page = await client.task.list('many', { taskListOptions: { maxResults: 60, select: 'id' } })
    for (;;) {
      sizes.push(page.length)
      ids.push(...page.map(({ id }) => id))
      if (page.odatanextLink === undefined) break
      page = await client.task.listNext(page.odatanextLink)
    }
    expect(sizes).toEqual([60, 60, 60, 60, 10])
    expect(ids.sort()).toEqual(taken)
    const counts = await waitFor(
      async () => (await client.job.getTaskCounts('many')).taskCounts,
      ({ completed }) => completed === 250
    )
    expect(counts).toMatchObject({ active: 0, running: 0, succeeded: 250, failed: 0 })
  })

  test('is changed only with its current ETag', async () => {
    await begin(client, 'guarded', 0)
    const { eTag } = await client.job.get('guarded')
    const raise = (ifMatch: string | undefined) =>
      client.job.patch(
        'guarded',
        { priority: 5 },
        { jobPatchOptions: ifMatch === undefined ? {} : { ifMatch } }
      )
    await raise(eTag)
    await expect(raise(eTag)).rejects.toMatchObject({ statusCode: 412, code: 'ConditionNotMet' })
    const changed = await client.job.get('guarded')
    expect(changed.priority).toBe(5)
    await raise(changed.eTag)
  })
})

test('stopped during a task, the emulator leaves no process, port or folder', async () => {
  const other = await startAsUser(...QUICKLY)
  const its = clientOf(other)
  await its.pool.add(poolOf('p', 1))
  await its.job.add({ id: 'j', poolInfo: { poolId: 'p' } })
  const commandLine = '/bin/bash -c "sleep 601 & sleep 602"'
  await its.task.add('j', { id: 't', commandLine })
  await waitFor(
    async () => processesOf(other.scratch.tmp),
    (lines) => lines.includes('sleep 601') && lines.includes('sleep 602')
  )
  await other.stop()
})
