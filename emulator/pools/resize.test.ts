import { existsSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { until } from '../../__tests__/support/poll.ts'
import { EndedByUser, NodeGone } from '../machine/machine.ts'
import type { BatchPool } from './batch-pool.ts'
import {
  BASE_URL,
  openAccount,
  POOL,
  type TestAccount,
  untilNodes,
  untilSteady
} from './test-account.ts'

const rejected = (status: number, code: string) => expect.objectContaining({ status, code })
const running = { taskState: 'running' }

/** Creates a pool of idle nodes, and runs a task on some. @returns functions that end the tasks */
async function poolAtWork(account: TestAccount, nodes: number, busy: number) {
  await account.ask('pool.add', { ...POOL, targetDedicatedNodes: nodes })
  await untilNodes(account, nodes, 'idle')
  await untilSteady(account)
  return account
    .live()
    .slice(0, busy)
    .map((node) => node.occupy(1, () => running))
}

describe('a resize', () => {
  test('returns at once, changes the version, and ends with the requested nodes', async () => {
    await using account = await openAccount()
    await account.ask('pool.add', POOL)
    const before = await untilSteady(account)
    const { status, headers } = await account.ask('pool.resize', {
      targetDedicatedNodes: 2,
      targetLowPriorityNodes: 1,
      resizeTimeout: 'PT20M'
    })
    expect(status).toBe(202)
    expect(headers?.['dataserviceid']).toBe(`${BASE_URL}/pools/p/resize`)
    const resizing = await account.pool()
    expect(resizing).toMatchObject({
      allocationState: 'resizing',
      eTag: headers?.['etag'],
      resizeTimeout: 'PT20M',
      currentDedicatedNodes: 0,
      targetDedicatedNodes: 2
    })
    expect(resizing['eTag']).not.toBe(before['eTag'])
    await expect(account.ask('pool.resize', { targetDedicatedNodes: 3 })).rejects.toEqual(
      rejected(409, 'PoolBeingResized')
    )
    expect(await untilSteady(account)).toMatchObject({
      eTag: resizing['eTag'],
      currentDedicatedNodes: 2,
      currentLowPriorityNodes: 1
    })
  })

  test.each([
    ['neither target', {}, 'MissingRequiredProperty'],
    ['a negative number of nodes', { targetDedicatedNodes: -1 }, 'InvalidPropertyValue'],
    [
      'an unknown option',
      { targetDedicatedNodes: 1, nodeDeallocationOption: 'x' },
      'InvalidPropertyValue'
    ],
    ['a short timeout', { targetDedicatedNodes: 1, resizeTimeout: 'PT4M' }, 'InvalidPropertyValue']
  ])('with %s is rejected', async (_, body, code) => {
    await using account = await openAccount()
    await account.ask('pool.add', POOL)
    await untilSteady(account)
    await expect(account.ask('pool.resize', body)).rejects.toEqual(rejected(400, code))
  })

  test('beyond the quota allocates what the quota allows, and shows the error until the next resize', async () => {
    await using account = await openAccount({ dedicatedCoreQuota: 9, spotCoreQuota: 0 })
    await account.ask('pool.add', { ...POOL, targetDedicatedNodes: 3, targetLowPriorityNodes: 1 })
    const errors = [
      {
        code: 'AccountCoreQuotaReached',
        message: 'The specified account has reached core quota'
      },
      {
        code: 'AccountLowPriorityCoreQuotaReached',
        message: 'The specified account has reached low priority core quota'
      }
    ]
    expect(await untilSteady(account)).toMatchObject({
      resizeErrors: errors,
      currentDedicatedNodes: 2,
      targetDedicatedNodes: 3,
      currentLowPriorityNodes: 0,
      targetLowPriorityNodes: 1
    })
    await account.ask('pool.patch', { metadata: [] })
    expect(await account.pool()).toMatchObject({ resizeErrors: errors })
    await account.ask('pool.add', { ...POOL, id: 'q', targetDedicatedNodes: 1 })
    const q = () => account.pools.find('q') as BatchPool
    await until(() => q().allocation.state === 'steady')
    expect(q().resource()).toMatchObject({ resizeErrors: [errors[0]], currentDedicatedNodes: 0 })
    await account.ask('pool.resize', { targetDedicatedNodes: 1, targetLowPriorityNodes: 0 })
    expect(await account.pool()).not.toHaveProperty('resizeErrors')
    expect(await untilSteady(account)).not.toHaveProperty('resizeErrors')
  })

  test('that is stopped reports the missing nodes', async () => {
    await using account = await openAccount({ allocationSeconds: 30 })
    await account.ask('pool.add', { ...POOL, targetDedicatedNodes: 1, targetLowPriorityNodes: 3 })
    const { eTag } = await account.pool()
    const { status, headers } = await account.ask('pool.stopResize')
    expect([status, headers?.['etag']]).toEqual([202, eTag])
    expect(await untilSteady(account)).toMatchObject({
      targetLowPriorityNodes: 3,
      resizeErrors: [
        {
          code: 'ResizeStopped',
          message:
            'Desired number of dedicated nodes could not be allocated due to a stop resize operation'
        },
        {
          code: 'ResizeStopped',
          message:
            'Desired number of low priority nodes could not be allocated due to a stop resize operation'
        }
      ]
    })
    await expect(account.ask('pool.stopResize')).rejects.toEqual(
      rejected(409, 'OperationInvalidForCurrentState')
    )
  })

  test('that exceeds its timeout ends without nodes', async () => {
    await using account = await openAccount({ allocationSeconds: 30 })
    await account.ask('pool.add', POOL)
    await untilSteady(account)
    const pool = account.pools.find('p') as BatchPool
    const targets = { dedicated: 1, lowPriority: 0 }
    pool.resize({ targets, timeout: 20, deallocation: 'requeue' })
    const { resizeErrors } = await untilSteady(account)
    expect(resizeErrors).toEqual([
      {
        code: 'AllocationTimedout',
        message:
          'Desired number of dedicated nodes could not be allocated within the resize timeout'
      }
    ])
  })

  test('ends with the error of a fault', async () => {
    await using account = await openAccount()
    account.faults.set({ kind: 'resize-error', code: 'AllocationFailed', message: 'No machines.' })
    await account.ask('pool.add', { ...POOL, targetDedicatedNodes: 1 })
    expect(await untilSteady(account)).toMatchObject({
      resizeErrors: [{ code: 'AllocationFailed', message: 'No machines.' }],
      currentDedicatedNodes: 0
    })
    await account.ask('pool.resize', { targetDedicatedNodes: 1 })
    await untilNodes(account, 1, 'idle')
  })

  test('to fewer nodes removes idle ones first, with their files', async () => {
    await using account = await openAccount()
    await poolAtWork(account, 3, 2)
    const [busy, other, idle] = account.live()
    const root = idle?.machine.root ?? ''
    await account.ask('pool.resize', { targetDedicatedNodes: 2 })
    expect(await untilSteady(account)).toMatchObject({ currentDedicatedNodes: 2 })
    expect(account.live()).toEqual([busy, other])
    expect([busy?.state, idle?.gone.aborted, existsSync(root)]).toEqual(['running', true, false])
  })

  test('requeues the tasks of removed nodes by default', async () => {
    await using account = await openAccount()
    await poolAtWork(account, 1, 1)
    const [node] = account.live()
    await account.ask('pool.resize', { targetDedicatedNodes: 0 })
    expect(node?.gone.reason).toBeInstanceOf(NodeGone)
    await untilNodes(account, 0)
  })

  test('that terminates tasks waits for their end before it removes nodes', async () => {
    await using account = await openAccount()
    const [release] = await poolAtWork(account, 1, 1)
    const [node] = account.live()
    const body = { targetDedicatedNodes: 0, nodeDeallocationOption: 'terminate' }
    await account.ask('pool.resize', body)
    expect(node?.gone.reason).toBeInstanceOf(EndedByUser)
    expect(account.pools.find('p')?.nodeWithRoom(1)).toBeNull()
    expect([node?.state, await account.nodes()]).toEqual(['running', [expect.anything()]])
    release?.()
    await untilNodes(account, 0)
  })

  test.each(['taskcompletion', 'retaineddata'])('with %s waits for the tasks', async (option) => {
    await using account = await openAccount()
    const [release] = await poolAtWork(account, 2, 1)
    const body = { targetDedicatedNodes: 0, nodeDeallocationOption: option }
    await account.ask('pool.resize', body)
    await untilNodes(account, 1, 'running')
    expect(account.pools.find('p')?.nodeWithRoom(1)).toBeNull()
    expect(await account.pool()).toMatchObject({ allocationState: 'resizing' })
    release?.()
    await untilNodes(account, 0)
    expect(await untilSteady(account)).not.toHaveProperty('resizeErrors')
  })

  test('that is stopped while it waits for tasks keeps their nodes', async () => {
    await using account = await openAccount()
    const [release] = await poolAtWork(account, 1, 1)
    const body = { targetDedicatedNodes: 0, nodeDeallocationOption: 'taskcompletion' }
    await account.ask('pool.resize', body)
    await account.ask('pool.stopResize')
    await untilSteady(account)
    release?.()
    expect((await account.nodes())[0]).toMatchObject({ state: 'idle' })
    expect(account.pools.find('p')?.nodeWithRoom(1)).not.toBeNull()
  })

  test('by node IDs removes those nodes, busy or not, and reduces the target', async () => {
    await using account = await openAccount()
    await poolAtWork(account, 3, 1)
    const [busy, ...others] = account.live()
    await expect(account.ask('pool.removeNodes', { nodeList: ['tvmps_x_d'] })).rejects.toEqual(
      rejected(404, 'NodeNotFound')
    )
    const { status } = await account.ask('pool.removeNodes', { nodeList: [busy?.id] })
    expect(status).toBe(202)
    expect(busy?.gone.aborted).toBe(true)
    expect(await untilSteady(account)).toMatchObject({
      currentDedicatedNodes: 2,
      targetDedicatedNodes: 2
    })
    expect(account.live()).toEqual(others)
  })
})
