import { describe, expect, test } from '@jest/globals'
import type { BatchService } from '../../../../src/backends/azure-batch/client/batch-service.ts'
import {
  API_VERSIONS,
  byToken,
  jobOf,
  onward,
  poolOf,
  taskOf,
  testAccount,
  waitingJob
} from './accounts.ts'
import { when } from './when.ts'

const account = testAccount()

describe.each(API_VERSIONS)('The service at %s', (apiVersion) => {
  const open = (): BatchService => account().open({ apiVersion })
  const named = (name: string) => `${name}-${API_VERSIONS.indexOf(apiVersion)}`

  test('names the images that nodes can be made from', async () => {
    const images = await open().supportedImages(onward)
    const ubuntu = images.find(({ offer, sku }) => offer === 'ubuntu-24_04-lts' && sku === 'server')
    expect(ubuntu).toMatchObject({
      ...{ publisher: 'canonical', nodeAgent: 'batch.node.ubuntu 24.04' },
      ...{ osType: 'linux', verified: true }
    })
    for (const { endOfSupport } of images)
      expect(endOfSupport === null || endOfSupport instanceof Date).toBe(true)
  })

  test('makes a pool once, shows it, its nodes and their files, and deletes it once', async () => {
    const service = open()
    const id = named('pool')
    expect(await service.pool(id, onward)).toBeNull()
    expect(await service.nodeCounts(id, onward)).toBeNull()
    const order = poolOf(id, {
      startTask: { commandLine: '/bin/sh -c "echo ready; echo größer >&2"', retries: 1 }
    })
    expect(await service.addPool(order, onward)).toBe('added')
    expect(await service.addPool(order, onward)).toBe('exists')

    const pool = await when(
      () => service.pool(id, onward),
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
      metadata: { made: 'by a test' }
    })
    const [node] = await when(
      () => service.nodes(id, onward),
      ([first]) => first?.state === 'idle'
    )
    expect(node).toMatchObject({
      ...{ dedicated: true, errors: [] },
      startTask: { exitCode: 0, failure: null }
    })
    expect(await service.nodeCounts(id, onward)).toMatchObject({
      dedicated: { idle: 1, starttaskfailed: 0 },
      spot: { idle: 0 }
    })
    const tail = (path: string, bytes: number, nodeId = node?.id ?? '') =>
      service.nodeFileTail(id, nodeId, path, bytes, onward)
    expect(await tail('startup/stdout.txt', 100)).toBe('ready\n')
    // Bytes 5 to 10 of `größer\n`: the range begins in the middle of the ö.
    expect(await tail('startup/stderr.txt', 6)).toBe('ßer\n')
    expect(await tail('startup/none.txt', 6)).toBeNull()
    expect(await tail('startup/stdout.txt', 6, 'tvm_gone')).toBeNull()

    expect((await service.pools('poo', onward)).map((found) => found.id)).toContain(id)
    expect(await service.pools("it's none", onward)).toEqual([])
    await service.deletePool(id, onward)
    expect((await service.pool(id, onward))?.state).toBe('deleting')
    await service.deletePool(id, onward)
    await when(
      () => service.pool(id, onward),
      (found) => found === null
    )
    await service.deletePool(id, onward)
  })

  test('makes a pool that sizes itself, and tells why one does not get its nodes', async () => {
    const service = open()
    const [own, poor] = [named('self'), named('poor')]
    const size = { formula: '$TargetDedicatedNodes = 0;', everyMinutes: 5 }
    await service.addPool(poolOf(own, { size }), onward)
    expect(await service.pool(own, onward)).toMatchObject({ autoscale: true, id: own })

    const code = 'AccountCoreQuotaReached'
    account().emulator.faults.set({ kind: 'resize-error', code, only: { poolId: poor } })
    await service.addPool(poolOf(poor), onward)
    const { resizeErrors } = await when(
      async () => (await service.pool(poor, onward)) ?? { resizeErrors: [] },
      (pool) => pool.resizeErrors.length > 0
    )
    expect(resizeErrors).toEqual([{ code, message: expect.stringMatching(/quota/i) }])
  })

  test('shows a node whose start task failed, with the reason', async () => {
    const service = open()
    const id = named('unready')
    const startTask = { commandLine: '/bin/sh -c "exit 3"', retries: 0 }
    await service.addPool(poolOf(id, { startTask }), onward)
    const [node] = await when(
      () => service.nodes(id, onward),
      ([first]) => first?.state === 'starttaskfailed'
    )
    expect(node?.startTask).toEqual({
      exitCode: 3,
      failure: expect.stringMatching(/^FailureExitCode: /)
    })
  })

  test('runs a job with its own pool to its end, and shows each of its tasks', async () => {
    const service = open()
    const id = named('job')
    expect(await service.job(id, onward)).toBeNull()
    const order = jobOf(id, { pool: { ofJob: poolOf(''), prefix: 'batch-ocr-' } })
    expect(await service.addJob(order, onward)).toBe('added')
    expect(await service.addJob(order, onward)).toBe('exists')
    expect(await service.job(id, onward)).toEqual({
      ...{ id, state: 'active', created: expect.any(Date), metadata: { plan: 'of a test' } },
      ...{ terminateReason: null, schedulingError: null },
      poolId: expect.stringMatching(/^batch-ocr-/)
    })
    const environment = { WORD: "it's" }
    const commandLine = '/bin/sh -c "echo $WORD; exit 4"'
    await service.addTasks(
      id,
      [taskOf('good'), taskOf('bad', { environment, commandLine, retries: 1 })],
      onward
    )
    await when(
      () => service.taskCounts(id, onward),
      ({ succeeded, failed }) => succeeded + failed === 2
    )
    expect(await service.taskCounts(id, onward)).toEqual({
      ...{ active: 0, running: 0, succeeded: 1, failed: 1 }
    })
    expect(await service.tasks(id, 'unfinished', onward)).toEqual([])
    expect((await service.tasks(id, 'all', onward)).map((task) => task.id).sort()).toEqual([
      ...['bad', 'good']
    ])
    const [bad, ...others] = await service.tasks(id, 'failed', onward)
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
    const tail = (task: string, path: string) => service.taskFileTail(id, task, path, 3, onward)
    expect(await tail('bad', 'stdout.txt')).toBe("'s\n")
    expect(await tail('bad', 'stderr.txt')).toBe('')
    expect(await tail('bad', 'none.txt')).toBeNull()
    expect(await tail('none', 'stdout.txt')).toBeNull()

    await service.endWhenDone(id, onward)
    await service.endWhenDone(id, onward)
    const ended = await when(
      () => service.job(id, onward),
      (job) => job?.state === 'completed'
    )
    expect(ended?.terminateReason).toMatch(/^AllTasksComplete$/i)
    await service.terminateJob(id, 'late', onward)
    expect((await service.jobs('jo', onward)).map((found) => found.id)).toContain(id)
    await service.deleteJob(id, onward)
    await service.deleteJob(id, onward)
    await service.terminateJob(id, 'later', onward)
    await when(
      () => service.job(id, onward),
      (job) => job === null
    )
    await service.deleteJob(id, onward)
    await service.terminateJob(id, 'too late', onward)
  })

  test('terminates a job, with the reason, as often as it is told', async () => {
    const service = open()
    const id = named('ended')
    await waitingJob(service, id)
    await service.addTasks(id, [taskOf('never')], onward)
    expect(await service.taskFileTail(id, 'never', 'stdout.txt', 9, onward)).toBeNull()
    expect(await service.tasks(id, 'unfinished', onward)).toMatchObject([
      { id: 'never', state: 'active', succeeded: false, exitCode: null, failure: null, node: null }
    ])
    await service.terminateJob(id, 'cancelled', onward)
    await service.terminateJob(id, 'cancelled again', onward)
    await when(
      () => service.job(id, onward),
      (job) => job?.state === 'completed'
    )
    expect(await service.job(id, onward)).toMatchObject({ terminateReason: 'cancelled' })
    await expect(service.addTasks(id, [taskOf('late')], onward)).rejects.toMatchObject({
      kind: 'conflict'
    })
  })

  test('takes a token, for the one audience that it knows', async () => {
    const service = account().open({ apiVersion, credential: byToken() })
    expect(await service.pools('none', onward)).toEqual([])
    const wrong = account().open({
      apiVersion,
      credential: byToken(3600, 'https://management.azure.com/')
    })
    await expect(wrong.pools('none', onward)).rejects.toMatchObject({
      kind: 'refused',
      code: 'AuthenticationFailed',
      message: expect.stringMatching(/wrong audience.*tenant-id and client-id/)
    })
  })
})

test('Each request says its version, and has an id of its own', async () => {
  const { proxy, open } = account()
  const from = proxy.sent.length
  await open({ apiVersion: '2022-10-01.16.0' }).pools('a', onward)
  await open().pools('b', onward)
  const sent = proxy.sent.slice(from)
  expect(sent.map(({ query }) => query.get('api-version'))).toEqual([...API_VERSIONS])
  expect(new Set(sent.map(({ headers }) => headers['client-request-id'])).size).toBe(2)
})
