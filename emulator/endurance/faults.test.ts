import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { until } from '../../__tests__/support/poll.ts'
import type { Account } from './account.ts'
import { Program, poolBody, untilNodes } from './program.ts'

/** Faults set through `/emulator/faults`, on an emulator that was started with one. */

let program: Program
let account: Account

beforeAll(async () => {
  const first = {
    kind: 'throttled',
    status: 503,
    retryAfterSeconds: 7,
    only: { operation: 'pool.list' }
  }
  program = new Program(['--faults', JSON.stringify(first)])
  account = await program.account()
})

afterEach(() => account.control('DELETE', '/emulator/faults'))

afterAll(async () => {
  account.close()
  await program.stop()
})

const arm = async (fault: object) =>
  expect((await account.control('POST', '/emulator/faults', fault)).status).toBe(201)

const job = (id: string) => ({ id, poolInfo: { poolId: 'p' } })
const resized = (id: string) =>
  until(async () => {
    const { json } = await account.expect(200, 'GET', `/pools/${id}`)
    return json.allocationState === 'steady' && json
  }, `the pool ${id} is steady`)

test('a fault of the start options is triggered once, with Retry-After', async () => {
  const rejected = await account.send('GET', '/pools')
  expect(rejected.status).toBe(503)
  expect(rejected.headers['retry-after']).toBe('7')
  expect((await account.send('GET', '/pools')).status).toBe(200)
})

test.each([
  [{ kind: 'throttled', retryAfterSeconds: 2 }, 429],
  [{ kind: 'server-error' }, 500]
])('%j rejects an operation, which has no effect', async (fault, status) => {
  await arm({ ...fault, only: { operation: 'job.add' } })
  const id = `rejected-${status}`
  expect((await account.send('POST', '/jobs', { body: job(id) })).status).toBe(status)
  expect((await account.send('GET', `/jobs/${id}`)).status).toBe(404)
})

test.each([
  ['before', 404],
  ['after', 200]
] as const)('a connection cut %s the request took effect leaves %i', async (when, status) => {
  await arm({ kind: 'cut', when, only: { operation: 'job.add' } })
  await expect(account.send('POST', '/jobs', { body: job(`cut-${when}`) })).rejects.toThrow()
  expect((await account.send('GET', `/jobs/cut-${when}`)).status).toBe(status)
})

test('a slow response is delayed', async () => {
  await arm({ kind: 'slow', seconds: 0.5 })
  const start = performance.now()
  await account.expect(200, 'GET', '/jobs')
  expect(performance.now() - start).toBeGreaterThanOrEqual(450)
})

test('a half-added collection has a server error for each task of the other half', async () => {
  await account.expect(201, 'POST', '/jobs', job('half'))
  await arm({ kind: 'half-added' })
  const value = Array.from({ length: 10 }, (_, n) => ({ id: `t${n}`, commandLine: '/bin/true' }))
  const { json } = await account.expect(200, 'POST', '/jobs/half/addtaskcollection', { value })
  const statuses = json.value.map(({ status }: { status: string }) => status.toLowerCase()).sort()
  expect(statuses).toEqual([...Array(5).fill('servererror'), ...Array(5).fill('success')])
  expect(await account.list('/jobs/half/tasks')).toHaveLength(5)
})

test('a failed start task leaves its node unusable, and its output can be read', async () => {
  await arm({ kind: 'start-task-fails', exitCode: 3 })
  const startTask = { commandLine: '/bin/true', waitForSuccess: true }
  await account.expect(201, 'POST', '/pools', poolBody('sick', { startTask }))
  await untilNodes(account, 'sick', 1, 'starttaskfailed')
  const [node] = await account.list('/pools/sick/nodes')
  expect(node.startTaskInfo).toMatchObject({ exitCode: 3 })
  const file = await account.send('GET', `/pools/sick/nodes/${node.id}/files/startup%2Fstderr.txt`)
  expect(file.status).toBe(200)
})

test('a node that never becomes ready stays in starting while others become idle', async () => {
  await arm({ kind: 'node-never-ready' })
  await account.expect(201, 'POST', '/pools', poolBody('late', { targetDedicatedNodes: 2 }))
  await untilNodes(account, 'late', 1, 'idle')
  await untilNodes(account, 'late', 1, 'starting')
})

test('a resize error stays until the next resize', async () => {
  await arm({ kind: 'resize-error', code: 'AllocationFailed', message: 'No room.' })
  await account.expect(201, 'POST', '/pools', poolBody('full'))
  const failed = await until(async () => {
    const pool = await resized('full')
    return pool.resizeErrors && pool
  }, 'the resize has failed')
  expect(failed).toMatchObject({
    currentDedicatedNodes: 0,
    resizeErrors: [{ code: 'AllocationFailed' }]
  })
  await account.expect(202, 'POST', '/pools/full/resize', { targetDedicatedNodes: 1 })
  await untilNodes(account, 'full', 1, 'idle')
  expect((await resized('full')).resizeErrors).toBeUndefined()
})

test('a task on a preempted spot node runs again without using a retry', async () => {
  await arm({ kind: 'preempted', afterSeconds: 0.3 })
  const spot = poolBody('spot', { targetDedicatedNodes: 0, targetLowPriorityNodes: 1 })
  await account.expect(201, 'POST', '/pools', spot)
  await account.expect(201, 'POST', '/jobs', { id: 'spot', poolInfo: { poolId: 'spot' } })
  await account.expect(201, 'POST', '/jobs/spot/tasks', { id: 't', commandLine: '/bin/sleep 3' })
  const ended = await until(async () => {
    const { json } = await account.expect(200, 'GET', '/jobs/spot/tasks/t')
    return json.state === 'completed' && json
  }, 'the task has ended')
  expect(ended.executionInfo).toMatchObject({ result: 'success', retryCount: 0, requeueCount: 1 })
})
