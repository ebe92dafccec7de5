import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { until } from '../../__tests__/support/poll.ts'
import { NodeGone } from '../machine/machine.ts'
import type { Resource } from '../protocol/request.ts'
import { BASE_URL, openAccount, POOL, untilNodes, untilSteady } from './test-account.ts'

const ONE = { ...POOL, targetDedicatedNodes: 1 }

/** A task as passed to a node by jobs. */
const task = (taskId: string, taskState: string, result?: string): Resource => ({
  taskUrl: `${BASE_URL}/jobs/j/tasks/${taskId}`,
  jobId: 'j',
  taskId,
  taskState,
  executionInfo: { retryCount: 0, requeueCount: 0, ...(result === undefined ? {} : { result }) }
})

describe('a node', () => {
  test('is creating, starting, waiting for its start task, then idle; the pool is steady meanwhile', async () => {
    await using account = await openAccount()
    const states: string[] = []
    account.pools.onChange(() => {
      const state = account.live()[0]?.state
      if (state !== undefined && state !== states.at(-1)) states.push(state)
    })
    const startTask = { commandLine: '/bin/sh -c "echo ready"' }
    await account.ask('pool.add', { ...ONE, startTask })
    expect(await account.pool()).toMatchObject({
      allocationState: 'resizing',
      currentDedicatedNodes: 0,
      targetDedicatedNodes: 1
    })
    await untilNodes(account, 1, 'idle')
    expect(states).toEqual(['creating', 'starting', 'waitingforstarttask', 'idle'])
    expect(await account.pool()).toMatchObject({
      allocationState: 'steady',
      currentDedicatedNodes: 1
    })
    const [node] = await account.nodes()
    expect(node?.['startTaskInfo']).toEqual({
      state: 'completed',
      startTime: expect.any(String),
      endTime: expect.any(String),
      exitCode: 0,
      result: 'success',
      retryCount: 0
    })
    const { root } = account.pools.nodeFolder('p', String(node?.['id']))
    expect(readFileSync(join(root, 'startup', 'stdout.txt'), 'utf8')).toBe('ready\n')
  })

  test('is shown as by the service, before and after it has booted', async () => {
    await using account = await openAccount({ creatingSeconds: 1 })
    await account.ask('pool.add', ONE)
    const [creating] = await untilNodes(account, 1, 'creating')
    const id = String(creating?.['id'])
    expect(id).toMatch(/^tvmps_[0-9a-f]{64}_d$/)
    const time = expect.stringMatching(/Z$/)
    const always = {
      id,
      url: `${BASE_URL}/pools/p/nodes/${id}`,
      schedulingState: 'enabled',
      stateTransitionTime: time,
      allocationTime: time,
      ipAddress: '10.0.0.4',
      affinityId: `TVM:${id}`,
      vmSize: 'standard_d4s_v5',
      totalTasksRun: 0,
      totalTasksSucceeded: 0,
      runningTasksCount: 0,
      runningTaskSlotsCount: 0,
      isDedicated: true,
      endpointConfiguration: {
        inboundEndpoints: [
          {
            name: 'SSHRule.0',
            protocol: 'tcp',
            publicIPAddress: '127.0.0.1',
            publicFQDN: 'localhost',
            frontendPort: 50_000,
            backendPort: 22
          }
        ]
      },
      virtualMachineInfo: {
        imageReference: {
          ...POOL.virtualMachineConfiguration.imageReference,
          version: 'latest',
          exactVersion: '1.0.0'
        }
      }
    }
    expect(creating).toEqual({ ...always, state: 'creating' })
    expect(() => account.pools.nodeFolder('p', id)).toThrow(
      expect.objectContaining({ status: 409, code: 'NodeBeingCreated' })
    )
    await untilNodes(account, 1, 'idle')
    const parameters = { poolId: 'p', nodeId: id }
    const { json } = await account.ask('computeNode.get', undefined, { parameters })
    expect(json).toEqual({
      'odata.metadata': `${BASE_URL}/$metadata#nodes/@Element`,
      ...always,
      state: 'idle',
      lastBootTime: time,
      certificateReferences: [],
      nodeAgentInfo: { lastUpdateTime: time, version: expect.any(String) }
    })
    const later = { parameters, apiVersion: '2025-06-01' }
    const now = await account.ask('computeNode.get', undefined, later)
    expect(now.json).not.toHaveProperty('certificateReferences')
  })

  test('retries a failed start task up to its limit, then accepts no tasks', async () => {
    await using account = await openAccount()
    const startTask = {
      commandLine: '/bin/sh -c "echo run >> $AZ_BATCH_NODE_SHARED_DIR/runs; exit 3"'
    }
    await account.ask('pool.add', { ...ONE, startTask: { ...startTask, maxTaskRetryCount: 2 } })
    const [node] = await untilNodes(account, 1, 'starttaskfailed')
    expect(node?.['startTaskInfo']).toMatchObject({
      state: 'completed',
      exitCode: 3,
      result: 'failure',
      failureInfo: { category: 'UserError', code: 'FailureExitCode' },
      retryCount: 2,
      lastRetryTime: expect.any(String)
    })
    const { root } = account.pools.nodeFolder('p', String(node?.['id']))
    expect(readFileSync(join(root, 'shared', 'runs'), 'utf8')).toBe('run\n'.repeat(3))
    expect(account.pools.find('p')?.nodeWithRoom(1)).toBeNull()
  })

  test('accepts tasks at once if its pool does not wait for the start task', async () => {
    await using account = await openAccount()
    const startTask = { commandLine: '/bin/sh -c "sleep 60"', waitForSuccess: false }
    await account.ask('pool.add', { ...ONE, startTask })
    const [node] = await untilNodes(account, 1, 'idle')
    expect(account.pools.find('p')?.nodeWithRoom(1)?.id).toBe(node?.['id'])
    await until(async () => {
      const info = (await account.nodes())[0]?.['startTaskInfo'] as Resource | undefined
      return info?.['state'] === 'running'
    })
  })

  test('fails its start task, or never becomes ready, if a fault says so', async () => {
    await using account = await openAccount()
    account.faults.set(
      { kind: 'start-task-fails', exitCode: 7, only: { poolId: 'p' } },
      { kind: 'node-never-ready', after: 1 }
    )
    await account.ask('pool.add', { ...ONE, startTask: { commandLine: '/bin/true' } })
    const [node] = await untilNodes(account, 1, 'starttaskfailed')
    expect(node?.['startTaskInfo']).toMatchObject({ exitCode: 7, result: 'failure' })
    const { root } = account.pools.nodeFolder('p', String(node?.['id']))
    expect(readFileSync(join(root, 'startup', 'stderr.txt'), 'utf8')).toContain('made to fail')
    await untilSteady(account)
    await account.ask('pool.resize', { targetDedicatedNodes: 2 })
    await untilNodes(account, 2, 'starttaskfailed', 'starting')
  })

  test('lists its running tasks and the last ten completed ones', async () => {
    await using account = await openAccount()
    await account.ask('pool.add', { ...ONE, taskSlotsPerNode: 4 })
    await untilNodes(account, 1, 'idle')
    const node = account.pools.find('p')?.nodeWithRoom(3)
    let state = task('t1', 'running')
    const release = node?.occupy(3, () => state)
    expect((await account.nodes())[0]).toMatchObject({
      state: 'running',
      runningTasksCount: 1,
      runningTaskSlotsCount: 3,
      recentTasks: [task('t1', 'running')]
    })
    expect(account.pools.find('p')?.nodeWithRoom(2)).toBeNull()
    state = task('t1', 'completed', 'success')
    release?.()
    release?.()
    state = task('t1', 'active')
    for (let n = 2; n < 14; n += 1) {
      node?.occupy(1, () => task(`t${n}`, 'completed', 'failure'))()
    }
    const [after] = await account.nodes()
    expect(after).toMatchObject({
      state: 'idle',
      runningTasksCount: 0,
      runningTaskSlotsCount: 0,
      totalTasksRun: 13,
      totalTasksSucceeded: 1
    })
    expect(after?.['recentTasks']).toHaveLength(10)
    expect(after).toMatchObject({
      recentTasks: expect.arrayContaining([task('t13', 'completed', 'failure')])
    })
  })

  test.each([
    ['Spread', [0, 1, 2, 0, 1, 2]],
    ['Pack', [0, 0, 1, 1, 2, 2]]
  ])('gets tasks by the fill type %s', async (nodeFillType, order) => {
    await using account = await openAccount()
    const taskSchedulingPolicy = { nodeFillType: nodeFillType.toLowerCase() }
    const body = { ...POOL, taskSchedulingPolicy, taskSlotsPerNode: 2, targetDedicatedNodes: 3 }
    await account.ask('pool.add', body)
    const ids = (await untilNodes(account, 3, 'idle')).map(({ id }) => id).sort()
    const pool = account.pools.find('p')
    const places = order.map((_, n) => {
      const node = pool?.nodeWithRoom(1)
      node?.occupy(1, () => task(`t${n}`, 'running'))
      return node?.id
    })
    const names = [...new Set(places)]
    expect(places.map((place) => names.indexOf(place))).toEqual(order)
    expect(names.sort()).toEqual(ids)
    expect(pool?.nodeWithRoom(1)).toBeNull()
  })

  test('takes turns with others if tasks are spread, even if each task ends before the next', async () => {
    await using account = await openAccount()
    await account.ask('pool.add', { ...POOL, targetDedicatedNodes: 3 })
    const nodes = await untilNodes(account, 3, 'idle')
    const pool = account.pools.find('p')
    const places = nodes.map((_, n) => {
      const node = pool?.nodeWithRoom(1)
      node?.occupy(1, () => task(`t${n}`, 'completed'))()
      return node?.id
    })
    expect(places.sort()).toEqual(nodes.map(({ id }) => id).sort())
  })

  test('accepts no tasks while its scheduling is disabled, or if it is excluded', async () => {
    await using account = await openAccount()
    await account.ask('pool.add', ONE)
    const [node] = await untilNodes(account, 1, 'idle')
    const pool = account.pools.find('p')
    const parameters = { poolId: 'p', nodeId: String(node?.['id']) }
    expect(pool?.nodeWithRoom(1, () => false)).toBeNull()
    await account.ask('computeNode.disableScheduling', undefined, { parameters })
    expect(pool?.nodeWithRoom(1)).toBeNull()
    await expect(
      account.ask('computeNode.disableScheduling', undefined, { parameters })
    ).rejects.toEqual(expect.objectContaining({ code: 'NodeAlreadyInTargetSchedulingState' }))
    await account.ask('computeNode.enableScheduling', undefined, { parameters })
    expect(pool?.nodeWithRoom(1)?.id).toBe(parameters.nodeId)
  })

  test('on a spot machine is preempted during a task, loses its disk, and comes back under its ID', async () => {
    await using account = await openAccount({ allocationSeconds: 1 })
    const heard: string[] = []
    account.pools.onChange((poolId) => heard.push(poolId))
    account.faults.set({ kind: 'preempted', afterSeconds: 0.05 })
    await account.ask('pool.add', { ...POOL, targetLowPriorityNodes: 1 })
    const [before] = await untilNodes(account, 1, 'idle')
    expect(before).toMatchObject({ id: expect.stringMatching(/_p$/), isDedicated: false })
    const [node] = account.live()
    const root = node?.machine.root ?? ''
    expect(existsSync(root)).toBe(true)
    node?.occupy(1, () => task('t', 'running'))
    await untilNodes(account, 1, 'preempted')
    expect(node?.gone.reason).toBeInstanceOf(NodeGone)
    expect(await account.pool()).toMatchObject({
      currentLowPriorityNodes: 0,
      targetLowPriorityNodes: 1
    })
    await until(() => !existsSync(root))
    const heardBefore = heard.length
    const [after] = await untilNodes(account, 1, 'idle')
    expect(after?.['id']).toBe(before?.['id'])
    expect(after).not.toHaveProperty('recentTasks')
    expect(await account.pool()).toMatchObject({ currentLowPriorityNodes: 1 })
    expect(heard.length).toBeGreaterThan(heardBefore)
    expect(new Set(heard)).toEqual(new Set(['p']))
  })

  test('that was preempted does not come back if it is no longer needed', async () => {
    await using account = await openAccount({ allocationSeconds: 1 })
    account.faults.set({ kind: 'preempted' })
    await account.ask('pool.add', { ...POOL, targetLowPriorityNodes: 1 })
    await untilNodes(account, 1, 'idle')
    account.live()[0]?.occupy(1, () => task('t', 'running'))
    await untilNodes(account, 1, 'preempted')
    await account.ask('pool.resize', { targetLowPriorityNodes: 0 })
    await untilSteady(account)
    expect(await account.nodes()).toEqual([])
    await account.ask('pool.resize', { targetDedicatedNodes: 1 })
    const [node] = await untilNodes(account, 1, 'idle')
    expect(node).toMatchObject({ isDedicated: true })
  })

  test('leaves nothing behind when the emulator stops', async () => {
    const account = await openAccount({ creatingSeconds: 0.05 })
    const startTask = { commandLine: '/bin/sh -c "sleep 300"' }
    await account.ask('pool.add', { ...ONE, startTask })
    await untilNodes(account, 1, 'waitingforstarttask')
    await account.ask('pool.add', { ...POOL, id: 'q', targetLowPriorityNodes: 3 })
    const roots = account.live().map(({ machine }) => machine.root)
    await account.pools.close()
    expect(roots.filter((root) => existsSync(root))).toEqual([])
    expect(account.live().every(({ gone }) => gone.aborted)).toBe(true)
    await account[Symbol.asyncDispose]()
  })
})
