import { describe, expect, test } from '@jest/globals'
import { SweepError, type Swept } from '../../../src/backends/administration.ts'
import type { BatchService } from '../../../src/backends/azure-batch/client/batch-service.ts'
import { AzureProblem } from '../../../src/backends/azure-batch/problem.ts'
import { sweep } from '../../../src/backends/azure-batch/sweep.ts'
import { until } from '../../support/poll.ts'
import { type LiveAccount, liveAccount, onward } from './live-account.ts'

const live = liveAccount()

const HOUR = 3_600_000

/** Sweeps when everything that exists now is an hour old. */
const anHourLater = (more: { olderThan?: number; dryRun?: boolean } = {}) => ({
  olderThan: HOUR / 2,
  dryRun: false,
  now: new Date(Date.now() + HOUR),
  ...more
})

const ids = ({ jobs, pools, containers }: Swept) => ({
  jobs: jobs.map(({ id, removed }) => `${id} ${removed}`),
  pools: pools.map(({ id, removed }) => `${id} ${removed}`),
  containers: containers.map(({ id, removed }) => `${id} ${removed}`)
})

const poolOrder = (id: string, metadata: Record<string, string> = {}) => ({
  id,
  vmSize: 'Standard_D2s_v5',
  image: {
    publisher: 'canonical',
    offer: 'ubuntu-24_04-lts',
    sku: 'server',
    nodeAgent: 'batch.node.ubuntu 24.04'
  },
  slots: 1,
  size: { dedicated: 0, spot: 0 },
  startTask: null,
  metadata
})

/** Creates what two lost runs leave, resources of other users, and a warm pool. */
async function createLeftovers({ service, blobs }: LiveAccount): Promise<void> {
  await service.addPool(poolOrder('batch-ocr-lost'), onward)
  await service.addPool(poolOrder('batch-ocr-warm', { 'batch-ocr': 'warm' }), onward)
  await service.addPool(poolOrder('theirs'), onward)
  for (const id of ['batch-ocr-one', 'batch-ocr-two', 'theirs'])
    await service.addJob({ id, pool: { id: 'theirs' }, maxMinutes: 60, metadata: {} }, onward)
  await service.terminateJob('batch-ocr-two', 'done', onward)
  for (const name of ['batch-ocr-one', 'theirs']) await blobs.container(name).create({}, onward)
}

const remaining = async ({ service, blobs }: LiveAccount) => ({
  jobs: (await service.jobs('', onward)).map(({ id }) => id).sort(),
  pools: (await service.pools('', onward)).map(({ id }) => id).sort(),
  containers: (await blobs.containers('', onward)).map(({ name }) => name).sort()
})

describe('a sweep', () => {
  test('removes old resources of runs, and nothing else', async () => {
    const account = live()
    await createLeftovers(account)
    expect(ids(await sweep(account, anHourLater(), onward))).toEqual({
      jobs: ['batch-ocr-one true', 'batch-ocr-two true'],
      pools: ['batch-ocr-lost true'],
      containers: ['batch-ocr-one true']
    })
    await until(async () => {
      const { jobs, pools } = await remaining(account)
      return jobs.length === 1 && pools.length === 2
    }, 'the resources of runs to be gone')
    expect(await remaining(account)).toEqual({
      jobs: ['theirs'],
      pools: ['batch-ocr-warm', 'theirs'],
      containers: ['theirs']
    })
    expect(ids(await sweep(account, anHourLater(), onward))).toEqual({
      jobs: [],
      pools: [],
      containers: []
    })
  })

  test('keeps newer resources', async () => {
    const account = live()
    await createLeftovers(account)
    const before = await remaining(account)
    const swept = await sweep(account, anHourLater({ olderThan: 2 * HOUR }), onward)
    expect(swept).toEqual({ jobs: [], pools: [], containers: [] })
    expect(await remaining(account)).toEqual(before)
  })

  test('removes nothing in a dry run', async () => {
    const account = live()
    await createLeftovers(account)
    const before = await remaining(account)
    const swept = await sweep(account, anHourLater({ dryRun: true }), onward)
    expect(ids(swept)).toEqual({
      jobs: ['batch-ocr-one false', 'batch-ocr-two false'],
      pools: ['batch-ocr-lost false'],
      containers: ['batch-ocr-one false']
    })
    expect(swept.jobs[0]?.created.getTime()).toBeGreaterThan(Date.now() - HOUR)
    expect(await remaining(account)).toEqual(before)
  })

  test('removes the pool of a job with the job', async () => {
    const account = live()
    const ofJob = { ...poolOrder(''), size: { dedicated: 1, spot: 0 } }
    const pool = { prefix: 'batch-ocr-', ofJob }
    const job = { id: 'batch-ocr-own', pool, maxMinutes: 60, metadata: {} }
    await account.service.addJob(job, onward)
    await until(async () => (await remaining(account)).pools.length === 1, 'the pool')
    await sweep(account, anHourLater(), onward)
    await until(async () => {
      const { jobs, pools } = await remaining(account)
      return jobs.length + pools.length === 0
    }, 'job and pool to be gone')
  })

  test('continues if a resource cannot be removed, and reports it at the end', async () => {
    const account = live()
    await createLeftovers(account)
    const service: BatchService = {
      ...account.service,
      deleteJob: async (id, signal) => {
        if (id === 'batch-ocr-one') throw new AzureProblem('refused', 'Forbidden', 'It may not.')
        await account.service.deleteJob(id, signal)
      },
      pools: async () => {
        throw new AzureProblem('unavailable', '', 'No answer.')
      }
    }
    const failed = await sweep({ ...account, service }, anHourLater(), onward).catch(
      (error: unknown) => error
    )
    expect(failed).toBeInstanceOf(SweepError)
    const { cause, message, swept } = failed as SweepError
    const { kind } = cause as AzureProblem
    expect({ kind, message }).toEqual({
      kind: 'refused',
      message: 'Not everything that earlier runs left could be removed:\nIt may not.\nNo answer.'
    })
    expect(ids(swept)).toEqual({
      jobs: ['batch-ocr-one false', 'batch-ocr-two true'],
      pools: [],
      containers: ['batch-ocr-one true']
    })
  })

  test('throws the reason of its signal', async () => {
    const reason = new Error('Enough.')
    await expect(sweep(live(), anHourLater(), AbortSignal.abort(reason))).rejects.toBe(reason)
  })
})
