import { describe, expect, test } from '@jest/globals'
import { until } from '../../../support/command.ts'
import { eventually, onward } from '../live-account.ts'
import {
  expectNothingLeft,
  expectWhole,
  NAME,
  nodeProgram,
  reading,
  removeLeft,
  run,
  troubledAccount
} from './trouble.ts'
import { type Case, holds, never } from './trouble-cases.ts'

const live = troubledAccount()

describe('somebody else', () => {
  test.each<[string, Case]>([
    [
      'ends the job',
      {
        changes: never,
        meanwhile: async (account) => {
          await reading(account)
          await account.others.job.terminate(NAME, { terminateReason: 'too dear' })
        },
        hears: /The job batch-ocr-test was ended by somebody else \(too dear\)/,
        ends: 'problem'
      }
    ],
    [
      'ends the job while it waits for nodes',
      {
        faults: [{ kind: 'node-never-ready', times: 'always' }],
        meanwhile: async (account) => {
          await account.others.job.terminate(NAME)
        },
        hears: /The job batch-ocr-test was ended by somebody else/,
        ends: 'problem'
      }
    ],
    [
      'deletes the job',
      {
        changes: never,
        meanwhile: async (account) => {
          await reading(account)
          await account.others.job.deleteMethod(NAME)
        },
        hears: /The job batch-ocr-test was deleted by somebody else/,
        ends: 'problem'
      }
    ],
    [
      'deletes the container',
      {
        changes: (account) => ({
          nodeProgram: nodeProgram(account, 'setTimeout(() => { process.exitCode = real() }, 500)')
        }),
        meanwhile: async (account) => {
          await reading(account)
          await account.blobs.container(NAME).remove(onward)
        },
        hears: /ContainerNotFound\). The container is gone/,
        ends: 'problem'
      }
    ],
    [
      'deletes the pool of the job',
      {
        changes: never,
        meanwhile: async (account) => {
          await reading(account)
          const [found] = await account.service.pools('batch-ocr-', onward)
          await account.service.deletePool(found?.id ?? '', onward)
        },
        hears: /The pool batch-ocr-run-\S+ was deleted by somebody else/,
        ends: 'problem'
      }
    ]
  ])('%s', async (_, one) => holds(live(), one))

  test('disables the job: that is told, and the run goes on when it is enabled again', async () => {
    await holds(live(), {
      changes: (account) => ({
        nodeProgram: nodeProgram(account, 'setTimeout(() => { process.exitCode = real() }, 500)')
      }),
      meanwhile: async (account, told) => {
        await reading(account)
        await account.others.job.disable(NAME, 'requeue')
        await until('that is told', () => told.length > 0)
        await account.others.job.enable(NAME)
      },
      hears: /^The job batch-ocr-test was disabled by somebody else/,
      ends: 'all rows'
    })
  })

  test('uses up the quota of pools: the job cannot start', async () => {
    await live().anew({ poolQuota: 0 })
    await holds(live(), {
      hears: /could not start the job .*AutoPoolCreationFailedWithQuotaReached/,
      ends: 'not started'
    })
  })

  test('uses up the quota of jobs: the run does not start', async () => {
    await live().anew({ activeJobQuota: 0 })
    await holds(live(), { hears: /ActiveJobAndScheduleQuotaReached.*sweep/, ends: 'not started' })
  })
})

describe('storage', () => {
  test('that is away for a while is waited for', async () => {
    await holds(live(), {
      changes: (account) => ({
        nodeProgram: nodeProgram(account, 'setTimeout(() => { process.exitCode = real() }, 700)')
      }),
      meanwhile: async (account) => {
        await reading(account)
        account.storage.isBlocked = true
        await eventually(
          'a task has failed',
          () => account.service.tasks(NAME, 'failed', onward),
          (failed) => failed.length > 0
        )
        account.storage.isBlocked = false
      },
      hears: /failed .*(?:Upload|Download)MiscError.*read again/,
      ends: 'all rows'
    })
  })

  test('that is away for good ends the run; what is left is told', async () => {
    const outcome = await run(live(), {}, async () => {
      live().storage.isBlocked = true
    })
    expectWhole(outcome)
    expect(outcome.problem).toMatch(/Azure Storage did not .* \(EC|Azure Storage did not .* socket/)
    expect(outcome.left).toMatch(/Not all of batch-ocr-test could be removed .*Azure Storage/)
    live().storage.isBlocked = false
    await removeLeft(live())
    await expectNothingLeft(live())
  })

  test('that is away from the beginning keeps the run from starting', async () => {
    live().storage.isBlocked = true
    await expect(run(live())).rejects.toThrow(/Azure Storage did not .* batch-ocr-test.* at /)
    live().storage.isBlocked = false
    await expectNothingLeft(live())
  })
})

describe('counts of tasks that lag behind', () => {
  test('raise no false alarm', async () => {
    await live().anew({ countsLagSeconds: 1 })
    await holds(live(), { hears: null, ends: 'all rows' })
  })
})
