import { describe, expect, test } from '@jest/globals'
import { azureBackend, submitAzureJob } from '../../../../src/backends/azure-batch/backend.ts'
import { AzureJob } from '../../../../src/backends/azure-batch/job/job.ts'
import { eventually, onward, QUICK } from '../live-account.ts'
import { orderOf } from './runs.ts'
import {
  expectNothingLeft,
  IMAGES,
  NAME,
  removeLeft,
  TASKS,
  troubledAccount,
  troubledPlace
} from './trouble.ts'
import { holds, never } from './trouble-cases.ts'

const live = troubledAccount()

describe('a runner that is lost after it has submitted', () => {
  const submit = async () =>
    submitAzureJob(troubledPlace(live()), await orderOf(live().scratch, TASKS), onward)

  test('leaves a job that the same run takes up', async () => {
    await submit()
    await holds(live(), { hears: null, ends: 'all rows' })
  })

  test('leaves results that the same run brings home without reading again', async () => {
    await submit()
    await eventually(
      'the job is done',
      () => live().service.job(NAME, onward),
      (job) => job?.state === 'completed'
    )
    let tasks = 0
    await holds(live(), {
      meanwhile: async ({ service }) => {
        tasks = (await service.jobs(NAME, onward)).length
      },
      hears: null,
      ends: 'all rows'
    })
    expect(tasks).toBe(1)
  })

  test('leaves a job whose pool somebody deletes before anybody looks: that is told', async () => {
    const account = live()
    const place = troubledPlace(account, never(account))
    await submitAzureJob(place, await orderOf(account.scratch, TASKS), onward)
    const pools = () => account.service.pools('batch-ocr-', onward)
    for (const { id } of await pools()) await account.service.deletePool(id, onward)
    await eventually('the pool is gone', pools, (found) => found.length === 0)
    await holds(account, {
      hears: /The pool batch-ocr-run-\S+ was deleted by somebody else/,
      ends: 'problem'
    })
  })

  test('leaves a job of another plan, which is ended first', async () => {
    const account = live()
    const place = troubledPlace(account, never(account))
    await submitAzureJob(place, await orderOf(account.scratch, 1), onward)
    await holds(account, { hears: null, ends: 'all rows' })
  })

  test('leaves a container of another plan, of which nothing is used', async () => {
    const account = live()
    const place = troubledPlace(account)
    await submitAzureJob(place, await orderOf(account.scratch, 1), onward)
    const done = () => account.service.job(NAME, onward)
    await eventually('the job is done', done, (job) => job?.state === 'completed')
    await account.service.deleteJob(NAME, onward)
    await eventually('the job is gone', done, (job) => job === null)
    await holds(account, {
      meanwhile: async ({ blobs }) => {
        expect(await blobs.container(NAME).list('out/', onward)).toEqual([])
      },
      hears: null,
      ends: 'all rows'
    })
  })

  test('leaves a job that two follow at once, and nothing is read twice for that', async () => {
    const account = live()
    account.emulator.faults.set({ kind: 'upload-fails' }, { kind: 'upload-fails', after: 1 })
    const place = troubledPlace(account)
    const order = await orderOf(account.scratch, TASKS)
    const manifest = await submitAzureJob(place, order, onward)
    const { folder } = order
    const following = { account, manifest, folder, pace: QUICK, keepsRunning: true }
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

describe('whoever cancels while Azure does not answer', () => {
  test('is let go soon, and hears what is left', async () => {
    const account = live()
    const order = await orderOf(account.scratch, TASKS)
    const job = await azureBackend(troubledPlace(account, never(account))).start(order, onward)
    account.emulator.faults.set({ kind: 'slow', seconds: 30, times: 'always' })
    const start = performance.now()
    await job.cancel()
    for await (const event of job.follow()) expect(event.kind).not.toBe('row')
    expect(await job.close()).toMatch(/Not all of batch-ocr-test could be removed/)
    expect((performance.now() - start) / 1000).toBeLessThan(15)
    account.emulator.faults.clear()
    await removeLeft(account)
    await expectNothingLeft(account)
  })
})
