import { describe, expect, test } from '@jest/globals'
import { azureBackend, submitAzureJob } from '../../../../src/backends/azure-batch/backend.ts'
import { AzureJob } from '../../../../src/backends/azure-batch/job/job.ts'
import { until } from '../../../support/poll.ts'
import { onward, QUICK } from '../live-account.ts'
import { endless, expectCase } from './fault-case.ts'
import {
  expectNothingLeft,
  faultyAccount,
  IMAGES,
  NAME,
  placeOn,
  removeLeft,
  TASKS,
  untilCompleted
} from './faulty-account.ts'
import { orderOf } from './runs.ts'

const live = faultyAccount()

describe('a runner that is lost after it has submitted', () => {
  const submit = async () =>
    submitAzureJob(placeOn(live()), await orderOf(live().scratch, TASKS), onward)

  test('leaves a job that the same run continues', async () => {
    await submit()
    await expectCase(live(), { message: null, ends: 'all rows' })
  })

  test('leaves results that the same run downloads without reading again', async () => {
    await submit()
    await untilCompleted(live())
    let jobs = 0
    await expectCase(live(), {
      meanwhile: async ({ service }) => {
        jobs = (await service.jobs(NAME, onward)).length
      },
      message: null,
      ends: 'all rows'
    })
    expect(jobs).toBe(1)
  })

  test('leaves a job whose pool is deleted before the run continues: a message says so', async () => {
    const account = live()
    const place = placeOn(account, endless(account))
    await submitAzureJob(place, await orderOf(account.scratch, TASKS), onward)
    const pools = () => account.service.pools('batch-ocr-', onward)
    for (const { id } of await pools()) await account.service.deletePool(id, onward)
    await until(async () => (await pools()).length === 0, 'the pool to be gone')
    await expectCase(account, {
      message: /The pool batch-ocr-run-\S+ was deleted by somebody else/,
      ends: 'problem'
    })
  })

  test('leaves a job of another plan, which is removed first', async () => {
    const account = live()
    const place = placeOn(account, endless(account))
    await submitAzureJob(place, await orderOf(account.scratch, 1), onward)
    await expectCase(account, { message: null, ends: 'all rows' })
  })

  test('leaves a container of another plan, which is not used', async () => {
    const account = live()
    const place = placeOn(account)
    await submitAzureJob(place, await orderOf(account.scratch, 1), onward)
    await untilCompleted(account)
    await account.service.deleteJob(NAME, onward)
    const job = () => account.service.job(NAME, onward)
    await until(async () => (await job()) === null, 'the job to be gone')
    await expectCase(account, {
      meanwhile: async ({ blobs }) => {
        expect(await blobs.container(NAME).list('out/', onward)).toEqual([])
      },
      message: null,
      ends: 'all rows'
    })
  })

  test('leaves a job that two processes can follow at once, and no task is added twice', async () => {
    const account = live()
    account.emulator.faults.set({ kind: 'upload-fails' }, { kind: 'upload-fails', after: 1 })
    const place = placeOn(account)
    const order = await orderOf(account.scratch, TASKS)
    const manifest = await submitAzureJob(place, order, onward)
    const { folder } = order
    const following = { account, manifest, folder, pollInterval: QUICK, keepsRunning: true }
    const both = await Promise.all(
      [new AzureJob(following), new AzureJob(following)].map(async (job) => {
        let rows = 0
        for await (const event of job.follow()) if (event.kind === 'row') rows++
        return [rows, (await job.results()).problem]
      })
    )
    expect(both).toEqual([
      [IMAGES, null],
      [IMAGES, null]
    ])
    const jobs = await account.service.jobs(NAME, onward)
    const tasks = await Promise.all(jobs.map(({ id }) => account.service.tasks(id, 'all', onward)))
    expect(new Set(tasks.flat().map(({ id }) => id)).size).toBe(tasks.flat().length)
    await removeLeft(account)
    await expectNothingLeft(account)
  })
})

describe('a run that is cancelled while Azure does not answer', () => {
  test('ends without waiting for an answer, and a message says what is left on Azure', async () => {
    const account = live()
    const order = await orderOf(account.scratch, TASKS)
    const job = await azureBackend(placeOn(account, endless(account))).start(order, onward)
    // Longer than this test may take.
    account.emulator.faults.set({ kind: 'slow', seconds: 600, times: 'always' })
    await job.cancel()
    for await (const event of job.follow()) expect(event.kind).not.toBe('row')
    expect(await job.close()).toMatch(/Not all of batch-ocr-test could be removed/)
    account.emulator.faults.clear()
    await removeLeft(account)
    await expectNothingLeft(account)
  })
})
