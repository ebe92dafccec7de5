import { describe, expect, test } from '@jest/globals'
import type { FaultSpec } from '../../../../emulator/faults/fault-spec.ts'
import type { AzurePlace } from '../../../../src/backends/azure-batch/backend.ts'
import { until } from '../../../support/poll.ts'
import { onward } from '../live-account.ts'
import { expectCase, type FaultCase, limits } from './fault-case.ts'
import { type FaultyAccount, faultyAccount, placeOn } from './faulty-account.ts'
import { pool } from './runs.ts'

const live = faultyAccount()

/** Tasks that end when the test lets them. */
const waiting = (account: FaultyAccount) => ({ nodeProgram: account.program('afterRelease(read)') })

/** Lets tasks end once the user has been warned. */
const releaseAfterWarning: FaultCase['meanwhile'] = async (account, warnings) => {
  await until(() => warnings.length > 0, 'a warning')
  account.release()
}

describe('nodes of the pool of a job', () => {
  const withStartTask = (account: FaultyAccount) => ({
    ...waiting(account),
    chosen: pool({}, 1, '/bin/true')
  })
  const spot = (account: FaultyAccount) => ({
    ...waiting(account),
    chosen: pool({ dedicated: 0, spot: 2 }, 1)
  })
  test.each<[string, FaultCase]>([
    [
      'of which the start task fails on one of two',
      {
        faults: [{ kind: 'start-task-fails', exitCode: 7 }],
        changes: withStartTask,
        meanwhile: releaseAfterWarning,
        message:
          /The node \S+ cannot run tasks \(starttaskfailed: its start task ended with exit code 7.*The start task was made to fail/,
        ends: 'all rows'
      }
    ],
    [
      'of which the start task fails on all',
      {
        faults: [{ kind: 'start-task-fails', exitCode: 7, times: 'always' }],
        changes: withStartTask,
        message:
          /None of the 2 nodes of the pool \S+ can run tasks\. .*exit code 7.*was made to fail/,
        ends: 'problem'
      }
    ],
    [
      'of which one is never ready',
      { faults: [{ kind: 'node-never-ready' }], message: null, ends: 'all rows' }
    ],
    [
      'of which none is ever ready',
      {
        faults: [{ kind: 'node-never-ready', times: 'always' }],
        changes: () => limits({ jobTimeout: 0.04 }),
        message: /did not end within job-timeout \(0.04 minutes\), so Azure Batch ended it/,
        ends: 'problem'
      }
    ]
  ])('%s', async (_, one) => expectCase(live(), one))

  test('that are spot nodes and are preempted: a message says so, and their tasks run again', async () => {
    await live().replace({ allocationSeconds: 0.5 })
    await expectCase(live(), {
      faults: [{ kind: 'preempted', times: 2, afterSeconds: 0.1 }],
      changes: spot,
      meanwhile: async (account, warnings) => {
        await until(() => account.emulator.faults.list().length === 0, 'two preempted nodes')
        await releaseAfterWarning(account, warnings)
      },
      message: /Azure took .* spot nodes? away; .* tasks run again on other nodes/,
      ends: 'all rows'
    })
  })
})

describe('a failed resize', () => {
  test.each([
    ['AccountCoreQuotaReached', /higher quota/],
    ['AccountLowPriorityCoreQuotaReached', /higher quota/],
    ['AccountSpotCoreQuotaReached', /higher quota/],
    ['AccountVMSeriesCoreQuotaReached', /higher quota/],
    ['AllocationFailed', /no capacity for this VM size/],
    ['AllocationTimedout', /in time/],
    ['SomethingNew', /gets no nodes/]
  ])('of the pool of the job, with %s, ends the run', async (code, remedy) => {
    const message = new RegExp(
      `gets no nodes \\(${code}\\).*${remedy.source}|${remedy.source} \\(${code}\\)`
    )
    await expectCase(live(), { faults: [{ kind: 'resize-error', code }], message, ends: 'problem' })
  })

  /** A pool of the user's with the given number of nodes. */
  async function named(nodes: number): Promise<Pick<AzurePlace, 'chosen'>> {
    const { chosen } = placeOn(live())
    const { ofJob } = chosen.pool as Extract<typeof chosen.pool, { ofJob: object }>
    await live().service.addPool(
      { ...ofJob, id: 'theirs', size: { dedicated: nodes, spot: 0 } },
      onward
    )
    await steady()
    return { chosen: { ...chosen, pool: { id: 'theirs' } } }
  }
  const steady = () =>
    until(
      async () => (await live().service.pool('theirs', onward))?.allocation === 'steady',
      'a steady pool'
    )
  const resize = async (nodes: number): Promise<void> => {
    await live().others.pool.resize('theirs', {
      targetDedicatedNodes: nodes,
      targetLowPriorityNodes: 0
    })
  }
  const failing: FaultSpec = { kind: 'resize-error', code: 'AllocationFailed' }

  /** Does something to the pool between the submission of the job and its first poll. */
  const onceSubmitted = (
    account: FaultyAccount,
    work: () => Promise<unknown>
  ): Pick<AzurePlace, 'account'> => ({
    account: {
      ...account,
      service: {
        ...account.service,
        endWhenDone: async (id, signal) => {
          await account.service.endWhenDone(id, signal)
          await work()
        }
      }
    }
  })

  test('of a named pool before the run has no message', async () => {
    const changes = await named(1)
    live().emulator.faults.set(failing)
    await resize(2)
    await steady()
    await expectCase(live(), { changes: () => changes, message: null, ends: 'all rows' })
  })

  test('of a named pool before the run that left it without nodes has a message, and the run waits for a resize', async () => {
    live().emulator.faults.set(failing)
    const changes = await named(2)
    await expectCase(live(), {
      changes: () => changes,
      meanwhile: async (_, warnings) => {
        await until(() => warnings.length > 0, 'a warning')
        await resize(1)
      },
      message:
        /The pool theirs has no nodes: its last resize, before this run, ended with AllocationFailed/,
      ends: 'all rows'
    })
  })

  test('of a named pool during the run has a message, and its nodes read all images', async () => {
    const { chosen } = await named(1)
    await expectCase(live(), {
      faults: [failing],
      changes: (account) => ({
        ...waiting(account),
        ...onceSubmitted(account, () => resize(2)),
        chosen: { ...chosen, nodes: 2 }
      }),
      meanwhile: releaseAfterWarning,
      message: /The pool theirs does not get all its nodes \(AllocationFailed/,
      ends: 'all rows'
    })
  })

  test('of a named pool without nodes during the run ends the run, and leaves the pool', async () => {
    const changes = await named(0)
    await expectCase(live(), {
      faults: [failing],
      changes: (account) => ({ ...changes, ...onceSubmitted(account, () => resize(1)) }),
      message: /The pool theirs gets no nodes \(AllocationFailed\)/,
      ends: 'problem'
    })
    expect(await live().service.pool('theirs', onward)).not.toBeNull()
  })

  test('of a named pool that scales automatically has a message, and its formula tries again', async () => {
    const changes = await named(0)
    const formula = { autoScaleFormula: '$TargetDedicatedNodes = 1;' }
    await expectCase(live(), {
      faults: [{ ...failing, times: 2 }],
      changes: (account) => ({
        ...changes,
        ...onceSubmitted(account, () => account.others.pool.enableAutoScale('theirs', formula))
      }),
      message: /The pool theirs does not get all its nodes \(AllocationFailed/,
      ends: 'all rows'
    })
  })

  test('is not needed for a named pool of no nodes to end the run', async () => {
    const changes = await named(0)
    await expectCase(live(), {
      changes: () => changes,
      message: /The pool theirs has no nodes, and its target size is 0/,
      ends: 'problem'
    })
  })
})
