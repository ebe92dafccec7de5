import { describe, expect, test } from '@jest/globals'
import type { BatchService } from '../../../../src/backends/azure-batch/client/batch-service.ts'
import { noAbort } from '../calls.ts'
import {
  API_VERSIONS,
  addWaitingJob,
  byToken,
  jobOf,
  poolOf,
  taskOf,
  testAccount
} from './accounts.ts'
import { pollUntil } from './poll-until.ts'

const account = testAccount()

describe.each(API_VERSIONS)('%s', (apiVersion) => {
  const open = (): BatchService => account().open({ apiVersion })
  const named = (name: string) => `${name}-${API_VERSIONS.indexOf(apiVersion)}`

  test('The supported VM images are listed', async () => {
    const images = await open().supportedImages(noAbort)
    const ubuntu = images.find(({ offer, sku }) => offer === 'ubuntu-24_04-lts' && sku === 'server')
    expect(ubuntu).toMatchObject({
      ...{ publisher: 'canonical', nodeAgent: 'batch.node.ubuntu 24.04' },
      ...{ osType: 'linux', verified: true }
    })
    for (const { endOfSupport } of images)
      expect(endOfSupport === null || endOfSupport instanceof Date).toBe(true)
  })

  test('A pool is created, shown with its nodes and their files, and deleted; creating and deleting can be repeated', async () => {
    const service = open()
    const id = named('pool')
    expect(await service.pool(id, noAbort)).toBeNull()
    expect(await service.nodeCounts(id, noAbort)).toBeNull()
    const order = poolOf(id, {
      startTask: { commandLine: '/bin/sh -c "echo ready; echo größer >&2"', retries: 1 }
    })
    expect(await service.addPool(order, noAbort)).toBe('added')
    expect(await service.addPool(order, noAbort)).toBe('exists')

    const pool = await pollUntil(
      () => service.pool(id, noAbort),
      (found) => found?.allocation === 'steady'
    )
    expect(pool).toEqual({
      ...{ id, state: 'active', allocation: 'steady', slots: 2, autoscale: false },
      allocationSince: expect.any(Date),
      created: expect.any(Date),
      vmSize: expect.stringMatching(/^standard_d2s_v5$/i),
      current: { dedicated: 1, spot: 0 },
      target: { dedicated: 1, spot: 0 },
      resizeErrors: [],
      identities: [],
      metadata: { createdBy: 'a test' }
    })
    const [node] = await pollUntil(
      () => service.nodes(id, noAbort),
      ([first]) => first?.state === 'idle'
    )
    expect(node).toMatchObject({
      ...{ dedicated: true, errors: [] },
      startTask: { exitCode: 0, failure: null }
    })
    expect(await service.nodeCounts(id, noAbort)).toMatchObject({
      dedicated: { idle: 1, starttaskfailed: 0 },
      spot: { idle: 0 }
    })
    const tail = (path: string, bytes: number, nodeId = node?.id ?? '') =>
      service.nodeFileTail(id, nodeId, path, bytes, noAbort)
    expect(await tail('startup/stdout.txt', 100)).toBe('ready\n')
    // Bytes 5 to 10 of `größer\n`: the range starts in the middle of the ö.
    expect(await tail('startup/stderr.txt', 6)).toBe('ßer\n')
    expect(await tail('startup/none.txt', 6)).toBeNull()
    expect(await tail('startup/stdout.txt', 6, 'tvm_gone')).toBeNull()

    expect((await service.pools('poo', noAbort)).map((found) => found.id)).toContain(id)
    expect(await service.pools("it's none", noAbort)).toEqual([])
    await service.deletePool(id, noAbort)
    expect((await service.pool(id, noAbort))?.state).toBe('deleting')
    await service.deletePool(id, noAbort)
    await pollUntil(
      () => service.pool(id, noAbort),
      (found) => found === null
    )
    await service.deletePool(id, noAbort)
  })

  test('A pool can scale automatically, and resize errors say why a pool does not get its nodes', async () => {
    const service = open()
    const [scaled, limited] = [named('scaled'), named('limited')]
    const size = { formula: '$TargetDedicatedNodes = 0;', everyMinutes: 5 }
    await service.addPool(poolOf(scaled, { size }), noAbort)
    expect(await service.pool(scaled, noAbort)).toMatchObject({ autoscale: true, id: scaled })

    const code = 'AccountCoreQuotaReached'
    account().emulator.faults.set({ kind: 'resize-error', code, only: { poolId: limited } })
    await service.addPool(poolOf(limited), noAbort)
    const { resizeErrors } = await pollUntil(
      async () => (await service.pool(limited, noAbort)) ?? { resizeErrors: [] },
      (pool) => pool.resizeErrors.length > 0
    )
    expect(resizeErrors).toEqual([{ code, message: expect.stringMatching(/quota/i) }])
  })

  test('A node whose start task failed has the reason', async () => {
    const service = open()
    const id = named('unready')
    const startTask = { commandLine: '/bin/sh -c "exit 3"', retries: 0 }
    await service.addPool(poolOf(id, { startTask }), noAbort)
    const [node] = await pollUntil(
      () => service.nodes(id, noAbort),
      ([first]) => first?.state === 'starttaskfailed'
    )
    expect(node?.startTask).toEqual({
      exitCode: 3,
      failure: expect.stringMatching(/^FailureExitCode: /)
    })
  })

  test('A job creates its own pool, ends with its tasks, and shows each of them', async () => {
    const service = open()
    const id = named('job')
    expect(await service.job(id, noAbort)).toBeNull()
    const order = jobOf(id, { pool: { ofJob: poolOf(''), prefix: 'batch-ocr-' } })
    expect(await service.addJob(order, noAbort)).toBe('added')
    expect(await service.addJob(order, noAbort)).toBe('exists')
    expect(await service.job(id, noAbort)).toEqual({
      ...{ id, state: 'active', created: expect.any(Date), metadata: { plan: 'of a test' } },
      ...{ terminateReason: null, schedulingError: null },
      poolId: expect.stringMatching(/^batch-ocr-/)
    })
    const environment = { WORD: "it's" }
    const commandLine = '/bin/sh -c "echo $WORD; exit 4"'
    await service.addTasks(
      id,
      [taskOf('good'), taskOf('bad', { environment, commandLine, retries: 1 })],
      noAbort
    )
    await pollUntil(
      () => service.taskCounts(id, noAbort),
      ({ succeeded, failed }) => succeeded + failed === 2
    )
    expect(await service.taskCounts(id, noAbort)).toEqual({
      ...{ active: 0, running: 0, succeeded: 1, failed: 1 }
    })
    expect(await service.tasks(id, 'unfinished', noAbort)).toEqual([])
    expect((await service.tasks(id, 'all', noAbort)).map((task) => task.id).sort()).toEqual([
      ...['bad', 'good']
    ])
    const [bad, ...others] = await service.tasks(id, 'failed', noAbort)
    expect(others).toEqual([])
    expect(bad).toEqual({
      ...{ id: 'bad', state: 'completed', succeeded: false, exitCode: 4 },
      failure: {
        ...{ category: 'usererror', code: 'FailureExitCode' },
        message: expect.stringMatching(/exit code/),
        details: expect.stringMatching(/^Message: /)
      },
      ...{ retries: 1, requeues: 0, node: expect.stringMatching(/^tvm/) },
      ...{ started: expect.any(Date), ended: expect.any(Date) }
    })
    const tail = (task: string, path: string) => service.taskFileTail(id, task, path, 3, noAbort)
    expect(await tail('bad', 'stdout.txt')).toBe("'s\n")
    expect(await tail('bad', 'stderr.txt')).toBe('')
    expect(await tail('bad', 'none.txt')).toBeNull()
    expect(await tail('none', 'stdout.txt')).toBeNull()

    await service.endWhenDone(id, noAbort)
    await service.endWhenDone(id, noAbort)
    const ended = await pollUntil(
      () => service.job(id, noAbort),
      (job) => job?.state === 'completed'
    )
    expect(ended?.terminateReason).toMatch(/^AllTasksComplete$/i)
    await service.terminateJob(id, 'late', noAbort)
    expect((await service.jobs('jo', noAbort)).map((found) => found.id)).toContain(id)
    await service.deleteJob(id, noAbort)
    await service.deleteJob(id, noAbort)
    await service.terminateJob(id, 'later', noAbort)
    await pollUntil(
      () => service.job(id, noAbort),
      (job) => job === null
    )
    await service.deleteJob(id, noAbort)
    await service.terminateJob(id, 'too late', noAbort)
  })

  test('A job can be terminated repeatedly, and keeps the first reason', async () => {
    const service = open()
    const id = named('ended')
    await addWaitingJob(service, id)
    await service.addTasks(id, [taskOf('never')], noAbort)
    expect(await service.taskFileTail(id, 'never', 'stdout.txt', 9, noAbort)).toBeNull()
    expect(await service.tasks(id, 'unfinished', noAbort)).toMatchObject([
      { id: 'never', state: 'active', succeeded: false, exitCode: null, failure: null, node: null }
    ])
    await service.terminateJob(id, 'cancelled', noAbort)
    await service.terminateJob(id, 'cancelled again', noAbort)
    await pollUntil(
      () => service.job(id, noAbort),
      (job) => job?.state === 'completed'
    )
    expect(await service.job(id, noAbort)).toMatchObject({ terminateReason: 'cancelled' })
    await expect(service.addTasks(id, [taskOf('late')], noAbort)).rejects.toMatchObject({
      kind: 'conflict'
    })
  })

  test('A token is accepted only for the audience of Batch', async () => {
    const service = account().open({ apiVersion, credential: byToken() })
    expect(await service.pools('none', noAbort)).toEqual([])
    const wrong = account().open({
      apiVersion,
      credential: byToken(3600, 'https://management.azure.com/')
    })
    await expect(wrong.pools('none', noAbort)).rejects.toMatchObject({
      kind: 'refused',
      code: 'AuthenticationFailed',
      message: expect.stringMatching(/wrong audience.*`tenant-id` and `client-id`/)
    })
  })
})

test('Each request has its API version and an ID of its own', async () => {
  const { proxy, open } = account()
  const first = proxy.sent.length
  await open({ apiVersion: '2022-10-01.16.0' }).pools('a', noAbort)
  await open().pools('b', noAbort)
  const sent = proxy.sent.slice(first)
  expect(sent.map(({ query }) => query.get('api-version'))).toEqual([...API_VERSIONS])
  expect(new Set(sent.map(({ headers }) => headers['client-request-id'])).size).toBe(2)
})
