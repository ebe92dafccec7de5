import { describe, expect, test } from '@jest/globals'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { pool } from './runs.ts'
import {
  expectNothingLeft,
  expectWhole,
  heard,
  type Outcome,
  removeLeft,
  run,
  type Troubled,
  troubledAccount
} from './trouble.ts'
import { limits } from './trouble-cases.ts'
import { dice, TROUBLES, type Trouble } from './troubles.ts'

/** Random mixes of faults. The seed of all of them can be given, to see a failure again. */
const SEED = Number(process.env['MIXES_SEED'] ?? 20_261_124)

/** How many runs there are, each with a mix of its own. */
const RUNS = Number(process.env['MIXES'] ?? 16)

/** Two to four things go wrong in a run. */
const LEAST = 2
const MOST = 4

const live = troubledAccount()

/** What goes wrong in the run of a number: each kind of trouble once at the most. */
function mixOf(number: number): Trouble[] {
  const d = dice(SEED + number)
  const kinds = [...TROUBLES]
  const many = LEAST - 1 + d.upTo(MOST - LEAST + 1)
  return Array.from({ length: many }, () => {
    const [drawn] = kinds.splice(d.upTo(kinds.length) - 1, 1)
    return (drawn as (typeof kinds)[number])(d)
  })
}

const story = ({ faults, cause }: Trouble): string => JSON.stringify(faults ?? String(cause))

/** Whatever was not read has a reason that the trouble explains. */
function expectCause(mix: readonly Trouble[], said: string): void {
  if (!mix.some(({ cause }) => cause.test(said)))
    throw new Error(`None of ${mix.map(story).join(', ')} is named in: ${said}`)
}

async function troubledRun(account: Troubled, mix: readonly Trouble[]): Promise<Outcome | null> {
  const place = {
    chosen: pool({ dedicated: 1, spot: 1 }, 1, '/bin/true'),
    ...limits({ taskRetries: 1, jobTimeout: 0.1 })
  }
  try {
    return await run(account, place, async () => {
      await Promise.all(mix.map(({ meanwhile }) => meanwhile?.(account)))
    })
  } catch (error) {
    if (!(error instanceof AzureProblem)) throw error
    expectCause(mix, error.message)
    return null
  }
}

describe(`random mixes of faults (MIXES_SEED=${SEED})`, () => {
  const mixes = Array.from({ length: RUNS }, (_, number) => mixOf(number))
  test.each(mixes.map((mix, number) => [number, mix.map(story).join(' '), mix] as const))(
    'mix %i: %s',
    async (number, _, mix) => {
      const { chance } = dice(SEED - number)
      const slowness = { countsLagSeconds: chance() / 2, leavingSeconds: chance() / 3 }
      const account = await live().anew(slowness, SEED + number)
      account.emulator.faults.set(...mix.flatMap(({ faults = [] }) => faults))
      const outcome = await troubledRun(account, mix)
      account.emulator.faults.clear()
      if (outcome !== null) {
        expectWhole(outcome)
        if (outcome.lost.length > 0) expectCause(mix, heard(outcome))
        expect(heard(outcome)).not.toMatch(/its task never answered/)
        if (outcome.left !== null) await removeLeft(account)
      }
      await expectNothingLeft(account)
    }
  )
})
