import { describe, expect, test } from '@jest/globals'
import { evaluate } from '../../../../emulator/pools/autoscale/evaluate.ts'
import { SampleHistory } from '../../../../emulator/pools/autoscale/samples.ts'
import {
  createPool,
  isWarm,
  scalingFormula
} from '../../../../src/backends/azure-batch/pool/create.ts'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { until } from '../../../support/poll.ts'
import { liveAccount, onward } from '../live-account.ts'

const MINUTE = 60_000
const MADE = new Date('2026-11-24T12:00:00Z')

/** The targets that the formula sets for a pool of that age, by the number of tasks in each sample. */
function wanted(
  pool: { nodes: number; spotNodes: number; slots: number },
  after: { minutes: number; tasks: readonly number[]; now?: readonly [number, number] }
) {
  const clock = MADE.getTime() + after.minutes * MINUTE
  const history = new SampleHistory(MINUTE / 2)
  after.tasks.forEach((tasks, index) => {
    history.take(clock - (after.tasks.length - 1 - index) * (MINUTE / 2), { $PendingTasks: tasks })
  })
  const [dedicated, lowPriority] = after.now ?? [pool.nodes, pool.spotNodes]
  const { targets } = evaluate(scalingFormula(pool, pool.slots, MADE), {
    clock,
    targets: { dedicated, lowPriority, deallocation: 'requeue' },
    samples: new Map([['$PendingTasks', history.of('$PendingTasks', { $PendingTasks: 0 })]]),
    numbers: new Map()
  })
  expect(targets.deallocation).toBe('taskcompletion')
  return [targets.dedicated, targets.lowPriority]
}

const often = (tasks: number): number[] => Array.from({ length: 20 }, () => tasks)

describe('the formula of a warm pool', () => {
  const POOL = { nodes: 3, spotNodes: 2, slots: 4 }
  test.each([
    ['starts with all nodes', { minutes: 2, tasks: [] }, [3, 2]],
    ['counts slots, not tasks', { minutes: 30, tasks: often(5) }, [2, 0]],
    ['fills a node before it adds another', { minutes: 30, tasks: often(4) }, [1, 0]],
    ['adds spot nodes when the dedicated ones are full', { minutes: 30, tasks: often(16) }, [3, 1]],
    ['never exceeds its limits', { minutes: 30, tasks: often(1000) }, [3, 2]],
    ['halves without tasks', { minutes: 30, tasks: often(0) }, [1, 1]],
    ['then has no nodes', { minutes: 35, tasks: often(0), now: [1, 1] }, [0, 0]],
    ['stays without nodes', { minutes: 40, tasks: often(0), now: [0, 0] }, [0, 0]],
    ['uses the last sample if there are few', { minutes: 30, tasks: [9] }, [3, 0]],
    ['halves if there is no sample', { minutes: 30, tasks: [] }, [1, 1]],
    ['keeps nodes when a single sample is empty', { minutes: 30, tasks: [...often(8), 0] }, [2, 0]]
  ] as const)('%s', (_, after, targets) => {
    expect(wanted(POOL, after as Parameters<typeof wanted>[1])).toEqual(targets)
  })
})

const SETTINGS = {
  vmSize: 'Standard_D2s_v5',
  vmImage: { publisher: 'canonical', offer: 'ubuntu-24_04-lts', sku: 'server' },
  nodes: 2,
  spotNodes: 1,
  slots: null,
  languages: ['eng']
}

describe('a warm pool', () => {
  // The emulated formula is evaluated after the start task has ended.
  const live = liveAccount({ autoscaleSeconds: 4 })

  test('starts with its nodes, which the start task sets up, and has none when idle', async () => {
    const { service } = live()
    const made = await createPool(live(), SETTINGS, 'warm', onward)
    expect(made).toEqual({ id: 'warm', existed: false, warning: null })
    const pool = await service.pool('warm', onward)
    expect(pool).toMatchObject({ slots: 2, autoscale: true, target: { dedicated: 2, spot: 1 } })
    expect(pool && isWarm(pool)).toBe(true)
    await until(
      async () => ((await service.nodeCounts('warm', onward))?.dedicated['idle'] ?? 0) > 0,
      'an idle node'
    )
    await until(async () => {
      const current = (await service.pool('warm', onward))?.current
      return current?.dedicated === 0 && current.spot === 0
    }, 'a pool without nodes')
  })

  test('is not changed if it exists', async () => {
    await createPool(live(), SETTINGS, 'warm', onward)
    const again = await createPool(live(), { ...SETTINGS, slots: 1 }, 'warm', onward)
    expect(again).toEqual({ id: 'warm', existed: true, warning: null })
    expect(await live().service.pool('warm', onward)).toMatchObject({ slots: 2 })
  })

  test('has a warning if its image is not supported any more', async () => {
    const vmImage = { publisher: 'canonical', offer: 'ubuntuserver', sku: '18.04-lts' }
    const { warning } = await createPool(live(), { ...SETTINGS, vmImage }, 'old', onward)
    expect(warning).toBe(
      'Azure Batch has not supported the image canonical:ubuntuserver:18.04-lts since 2023-05-30: set vm-image to a newer image.'
    )
  })

  test('is not created with an image that the account does not support', async () => {
    const vmImage = { publisher: 'canonical', offer: 'ubuntuserver', sku: '22.04-LTS' }
    await expect(createPool(live(), { ...SETTINGS, vmImage }, 'none', onward)).rejects.toThrow(
      AzureProblem
    )
    expect(await live().service.pool('none', onward)).toBeNull()
  })
})
