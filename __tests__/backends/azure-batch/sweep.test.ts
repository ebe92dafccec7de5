import { describe, expect, test } from '@jest/globals'
import type { BatchService } from '../../../src/backends/azure-batch/client/batch-service.ts'
import { AzureProblem } from '../../../src/backends/azure-batch/problem.ts'
import { SweepProblem, type Swept, sweep } from '../../../src/backends/azure-batch/sweep.ts'
import { eventually, type LiveAccount, liveAccount, onward } from './live-account.ts'

const live = liveAccount()

const HOUR = 3_600_000

/** Sweeps at a time when all that is there now is an hour old. */
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

/** What two lost runs left, beside things of other people and a warm pool. */
async function litter({ service, blobs }: LiveAccount): Promise<void> {
  await service.addPool(poolOrder('batch-ocr-lost'), onward)
  await service.addPool(poolOrder('batch-ocr-warm', { 'batch-ocr': 'warm' }), onward)
  await service.addPool(poolOrder('theirs'), onward)
  for (const id of ['batch-ocr-one', 'batch-ocr-two', 'theirs'])
    await service.addJob({ id, pool: { id: 'theirs' }, maxMinutes: 60, metadata: {} }, onward)
  await service.terminateJob('batch-ocr-two', 'done', onward)
  for (const name of ['batch-ocr-one', 'theirs']) await blobs.container(name).create({}, onward)
}

const there = async ({ service, blobs }: LiveAccount) => ({
  jobs: (await service.jobs('', onward)).map(({ id }) => id).sort(),
  pools: (await service.pools('', onward)).map(({ id }) => id).sort(),
  containers: (await blobs.containers('', onward)).map(({ name }) => name).sort()
})

describe('a sweep', () => {
  test('removes what is ours and old, and nothing else', async () => {
    const account = live()
    await litter(account)
    expect(ids(await sweep(account, anHourLater(), onward))).toEqual({
      jobs: ['batch-ocr-one true', 'batch-ocr-two true'],
      pools: ['batch-ocr-lost true'],
      containers: ['batch-ocr-one true']
    })
    await eventually(
      'only what is not ours to remove is left',
      () => there(account),
      ({ jobs, pools }) => jobs.length === 1 && pools.length === 2
    )
    expect(await there(account)).toEqual({
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

  test('leaves what is younger than the age', async () => {
    const account = live()
    await litter(account)
    const before = await there(account)
    const swept = await sweep(account, anHourLater({ olderThan: 2 * HOUR }), onward)
    expect(swept).toEqual({ jobs: [], pools: [], containers: [] })
    expect(await there(account)).toEqual(before)
  })

  test('only looks where that is asked for', async () => {
    const account = live()
    await litter(account)
    const before = await there(account)
    const swept = await sweep(account, anHourLater({ dryRun: true }), onward)
    expect(ids(swept)).toEqual({
      jobs: ['batch-ocr-one false', 'batch-ocr-two false'],
      pools: ['batch-ocr-lost false'],
      containers: ['batch-ocr-one false']
    })
    expect(swept.jobs[0]?.created.getTime()).toBeGreaterThan(Date.now() - HOUR)
    expect(await there(account)).toEqual(before)
  })

  test('takes a job’s own pool away with the job', async () => {
    const account = live()
    const ofJob = { ...poolOrder(''), size: { dedicated: 1, spot: 0 } }
    const pool = { prefix: 'batch-ocr-', ofJob }
    const job = { id: 'batch-ocr-own', pool, maxMinutes: 60, metadata: {} }
    await account.service.addJob(job, onward)
    await eventually(
      'the pool is there',
      () => there(account),
      ({ pools }) => pools.length === 1
    )
    await sweep(account, anHourLater(), onward)
    await eventually(
      'nothing is left',
      () => there(account),
      ({ jobs, pools }) => jobs.length + pools.length === 0
    )
  })

  test('does the rest where one thing cannot be removed, and then tells of it', async () => {
    const account = live()
    await litter(account)
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
    expect(failed).toBeInstanceOf(SweepProblem)
    const { kind, message, swept } = failed as SweepProblem
    expect({ kind, message }).toEqual({
      kind: 'refused',
      message:
        'Not all that is left over could be removed; the rest is done.\nIt may not.\nNo answer.'
    })
    expect(ids(swept)).toEqual({
      jobs: ['batch-ocr-one false', 'batch-ocr-two true'],
      pools: [],
      containers: ['batch-ocr-one true']
    })
  })

  test('ends with the reason of whoever ends it', async () => {
    const reason = new Error('Enough.')
    await expect(sweep(live(), anHourLater(), AbortSignal.abort(reason))).rejects.toBe(reason)
  })
})
