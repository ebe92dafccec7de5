import { describe, expect, test } from '@jest/globals'
import { until } from '../../../support/poll.ts'
import { onward } from '../live-account.ts'
import { endless, expectCase, type FaultCase } from './fault-case.ts'
import {
  expectNothingLeft,
  expectWhole,
  type FaultyAccount,
  faultyAccount,
  impatient,
  NAME,
  removeLeft,
  run,
  untilRunning
} from './faulty-account.ts'

const live = faultyAccount()

/** Tasks that end when the test lets them. */
const waiting = (account: FaultyAccount) => ({ nodeProgram: account.program('afterRelease(read)') })

describe('another user of the account', () => {
  test.each<[string, FaultCase]>([
    [
      'ends the job',
      {
        changes: endless,
        meanwhile: async (account) => {
          await untilRunning(account)
          await account.others.job.terminate(NAME, { terminateReason: 'too dear' })
        },
        message: /The job batch-ocr-test was ended by somebody else \(too dear\)/,
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
        message: /The job batch-ocr-test was ended by somebody else/,
        ends: 'problem'
      }
    ],
    [
      'deletes the job',
      {
        changes: endless,
        meanwhile: async (account) => {
          await untilRunning(account)
          await account.others.job.deleteMethod(NAME)
        },
        message: /The job batch-ocr-test was deleted by somebody else/,
        ends: 'problem'
      }
    ],
    [
      'deletes the container',
      {
        changes: waiting,
        meanwhile: async (account) => {
          await untilRunning(account)
          await account.blobs.container(NAME).remove(onward)
          account.release()
        },
        message: /ContainerNotFound\). The container is gone/,
        ends: 'problem'
      }
    ],
    [
      'deletes the pool of the job',
      {
        changes: endless,
        meanwhile: async (account) => {
          await untilRunning(account)
          const [found] = await account.service.pools('batch-ocr-', onward)
          await account.service.deletePool(found?.id ?? '', onward)
        },
        message: /The pool batch-ocr-run-\S+ was deleted by somebody else/,
        ends: 'problem'
      }
    ]
  ])('%s', async (_, one) => expectCase(live(), one))

  test('disables the job: a message says so, and the run continues once it is enabled again', async () => {
    await expectCase(live(), {
      changes: waiting,
      meanwhile: async (account, warnings) => {
        await untilRunning(account)
        await account.others.job.disable(NAME, 'requeue')
        await until(() => warnings.length > 0, 'the warning')
        await account.others.job.enable(NAME)
        account.release()
      },
      message: /^The job batch-ocr-test was disabled by somebody else/,
      ends: 'all rows'
    })
  })

  test('uses up the pool quota: the job cannot start', async () => {
    await live().replace({ poolQuota: 0 })
    await expectCase(live(), {
      message: /could not start the job .*AutoPoolCreationFailedWithQuotaReached/,
      ends: 'not started'
    })
  })

  test('uses up the job quota: the run does not start', async () => {
    await live().replace({ activeJobQuota: 0 })
    await expectCase(live(), {
      message: /ActiveJobAndScheduleQuotaReached.*sweep/,
      ends: 'not started'
    })
  })
})

describe('a storage account', () => {
  test('that cannot be reached for a while is waited for', async () => {
    await expectCase(live(), {
      changes: waiting,
      meanwhile: async (account) => {
        await untilRunning(account)
        account.storage.isBlocked = true
        account.release()
        await until(async () => {
          const failed = await account.service.tasks(NAME, 'failed', onward)
          return failed.length > 0
        }, 'a failed task')
        account.storage.isBlocked = false
      },
      message: /failed .*(?:Upload|Download)MiscError.*read again/,
      ends: 'all rows'
    })
  })

  test('that cannot be reached any more ends the run, and a message says what is left on Azure', async () => {
    const outcome = await run(impatient(live()), waiting(live()), async () => {
      live().storage.isBlocked = true
    })
    expectWhole(outcome)
    expect(outcome.problem).toMatch(/Azure Storage did not .* \(EC|Azure Storage did not .* socket/)
    expect(outcome.left).toMatch(/Not all of batch-ocr-test could be removed .*Azure Storage/)
    live().storage.isBlocked = false
    await removeLeft(live())
    await expectNothingLeft(live())
  })

  test('that cannot be reached at the start keeps the run from starting', async () => {
    live().storage.isBlocked = true
    await expect(run(impatient(live()))).rejects.toThrow(
      /Azure Storage did not .* batch-ocr-test.* at /
    )
    live().storage.isBlocked = false
    await expectNothingLeft(live())
  })
})

describe('task counts that lag behind', () => {
  test('cause no message', async () => {
    await live().replace({ countsLagSeconds: 1 })
    await expectCase(live(), { message: null, ends: 'all rows' })
  })
})
