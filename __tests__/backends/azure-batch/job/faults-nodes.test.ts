import { describe, expect, test } from '@jest/globals'
import type { FaultSpec } from '../../../../emulator/faults/fault-spec.ts'
import type { AzurePlace } from '../../../../src/backends/azure-batch/backend.ts'
import { eventually, onward } from '../live-account.ts'
import { pool } from './runs.ts'
import { NAME, TASKS, troubledAccount, troubledPlace } from './trouble.ts'
import { type Case, holds, limits } from './trouble-cases.ts'

const live = troubledAccount()

describe('nodes', () => {
  const withStartTask = () => ({ chosen: pool({}, 1, '/bin/true') })
  const spot = () => ({ chosen: pool({ dedicated: 0, spot: 2 }, 1) })
  test.each<[string, Case]>([
    [
      'whose start task fails on one of two',
      {
        faults: [{ kind: 'start-task-fails', exitCode: 7 }],
        changes: withStartTask,
        hears:
          /The node \S+ cannot run tasks \(starttaskfailed: its start task ended with exit code 7.*The start task was made to fail/,
        ends: 'all rows'
      }
    ],
    [
      'whose start task fails on all',
      {
        faults: [{ kind: 'start-task-fails', exitCode: 7, times: 'always' }],
        changes: withStartTask,
        hears: /None of the 2 nodes of the pool \S+ can run tasks: .*exit code 7.*was made to fail/,
        ends: 'problem'
      }
    ],
    [
      'of which one is never ready',
      { faults: [{ kind: 'node-never-ready' }], hears: null, ends: 'all rows' }
    ],
    [
      'of which none is ever ready',
      {
        faults: [{ kind: 'node-never-ready', times: 'always' }],
        changes: () => limits({ jobTimeout: 0.04 }),
        hears: /did not end within job-timeout \(0.04 minutes\), so Azure Batch ended it/,
        ends: 'problem'
      }
    ]
  ])('%s', async (_, one) => holds(live(), one))

  test('of the spot kind that are taken away: that is told, and what they read is read again', async () => {
    await live().anew({ allocationSeconds: 0.5 })
    await holds(live(), {
      faults: [{ kind: 'preempted', times: 2, afterSeconds: 0.1 }],
      changes: spot,
      hears: /Azure took .* spot nodes? away; .* is read again elsewhere/,
      ends: 'all rows'
    })
  })
})

describe('a resize that fails', () => {
  test.each([
    ['AccountCoreQuotaReached', /higher quota/],
    ['AccountLowPriorityCoreQuotaReached', /higher quota/],
    ['AccountSpotCoreQuotaReached', /higher quota/],
    ['AccountVMSeriesCoreQuotaReached', /higher quota/],
    ['AllocationFailed', /no capacity for this VM size/],
    ['AllocationTimedout', /in time/],
    ['SomethingNew', /gets no nodes/]
  ])('on the pool of the job, by %s, ends the run', async (code, cure) => {
    const hears = new RegExp(
      `gets no nodes \\(${code}\\).*${cure.source}|${cure.source} \\(${code}\\)`
    )
    await holds(live(), { faults: [{ kind: 'resize-error', code }], hears, ends: 'problem' })
  })

  /** A pool of the user's, of so many nodes. */
  async function named(nodes: number): Promise<Pick<AzurePlace, 'chosen'>> {
    const { chosen } = troubledPlace(live())
    const { ofJob } = chosen.pool as Extract<typeof chosen.pool, { ofJob: object }>
    await live().service.addPool(
      { ...ofJob, id: 'theirs', size: { dedicated: nodes, spot: 0 } },
      onward
    )
    await steady()
    return { chosen: { ...chosen, pool: { id: 'theirs' } } }
  }
  const steady = () =>
    eventually(
      'the pool is steady',
      () => live().service.pool('theirs', onward),
      (found) => found?.allocation === 'steady'
    )
  const resize = async (nodes: number): Promise<void> => {
    await live().others.pool.resize('theirs', {
      targetDedicatedNodes: nodes,
      targetLowPriorityNodes: 0
    })
  }
  const failing: FaultSpec = { kind: 'resize-error', code: 'AllocationFailed' }

  test('on a named pool before our time says nothing', async () => {
    const changes = await named(1)
    live().emulator.faults.set(failing)
    await resize(2)
    await steady()
    await holds(live(), { changes: () => changes, hears: null, ends: 'all rows' })
  })

  test('on a named pool before our time that left it without nodes is told, and waits for a resize', async () => {
    live().emulator.faults.set(failing)
    const changes = await named(2)
    await holds(live(), {
      changes: () => changes,
      meanwhile: async () => {
        await eventually(
          'the job waits',
          () => live().service.taskCounts(NAME, onward),
          ({ active }) => active === TASKS
        )
        await resize(1)
      },
      hears:
        /The pool theirs has no nodes: its last resize, before this run, ended with AllocationFailed/,
      ends: 'all rows'
    })
  })

  test('on a named pool while we run is told, and the nodes that are there go on', async () => {
    const changes = await named(1)
    await holds(live(), {
      faults: [failing],
      changes: () => ({ ...changes, chosen: { ...pool(), ...changes.chosen, nodes: 2 } }),
      meanwhile: () => resize(2),
      hears: /The pool theirs does not get all its nodes \(AllocationFailed/,
      ends: 'all rows'
    })
  })

  test('on a named pool without nodes while we run ends the run, and leaves the pool', async () => {
    const changes = await named(0)
    await live().others.pool.resize('theirs', {
      targetDedicatedNodes: 1,
      targetLowPriorityNodes: 0
    })
    live().emulator.faults.set(failing)
    await holds(live(), {
      changes: () => changes,
      hears: /The pool theirs gets no nodes \(AllocationFailed\)/,
      ends: 'problem'
    })
    expect(await live().service.pool('theirs', onward)).not.toBeNull()
  })

  test('on a named pool that sizes itself is told, and its formula tries again', async () => {
    const changes = await named(0)
    const formula = { autoScaleFormula: '$TargetDedicatedNodes = 1;' }
    await holds(live(), {
      faults: [{ ...failing, times: 2 }],
      changes: () => changes,
      meanwhile: async ({ others }) => {
        await others.pool.enableAutoScale('theirs', formula)
      },
      hears: /The pool theirs does not get all its nodes \(AllocationFailed/,
      ends: 'all rows'
    })
  })

  test('never was asked for: a named pool of no nodes ends the run', async () => {
    const changes = await named(0)
    await holds(live(), {
      changes: () => changes,
      hears: /The pool theirs has no nodes and was not told to have any/,
      ends: 'problem'
    })
  })
})
