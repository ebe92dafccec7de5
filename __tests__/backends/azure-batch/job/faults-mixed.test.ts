import { describe, expect, test } from '@jest/globals'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { limits } from './fault-case.ts'
import {
  expectNothingLeft,
  expectWhole,
  type FaultyAccount,
  faultyAccount,
  impatient,
  messagesOf,
  type Outcome,
  removeLeft,
  run
} from './faulty-account.ts'
import { dice, RANDOM_FAULTS, type RandomFault } from './random-faults.ts'
import { pool } from './runs.ts'

/** Seed of all mixes: passing the one of a failed run repeats it. */
const SEED = Number(process.env['MIXES_SEED'] ?? 20_261_124)

/** Number of runs, each with its own mix. */
const RUNS = Number(process.env['MIXES'] ?? 16)

/** Faults in one run. */
const LEAST = 2
const MOST = 4

const live = faultyAccount()

/** The faults of a run, each kind at most once. */
function mixOf(number: number): RandomFault[] {
  const d = dice(SEED + number)
  const kinds = [...RANDOM_FAULTS]
  const many = LEAST - 1 + d.upTo(MOST - LEAST + 1)
  return Array.from({ length: many }, () => {
    const [drawn] = kinds.splice(d.upTo(kinds.length) - 1, 1)
    return (drawn as (typeof kinds)[number])(d)
  })
}

const describeFault = ({ faults, cause }: RandomFault): string =>
  JSON.stringify(faults ?? String(cause))

/** Expects messages that name one of the faults as the cause. */
function expectCause(mix: readonly RandomFault[], messages: string): void {
  if (!mix.some(({ cause }) => cause.test(messages)))
    throw new Error(`None of ${mix.map(describeFault).join(', ')} is named in: ${messages}`)
}

/** Whether a fault can leave a run without nodes until its timeout. */
const endsAtTimeout = ({ cause }: RandomFault): boolean => cause.source.includes('job-timeout')

async function runWith(
  account: FaultyAccount,
  mix: readonly RandomFault[]
): Promise<Outcome | null> {
  const place = {
    chosen: pool({ dedicated: 1, spot: 1 }, 1, '/bin/true'),
    // Tasks that take a while, so that faults can happen during them.
    nodeProgram: account.program('setTimeout(read, 500)'),
    ...limits({ taskRetries: 1, jobTimeout: mix.some(endsAtTimeout) ? 0.1 : 30 })
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
  test.each(mixes.map((mix, number) => [number, mix.map(describeFault).join(' '), mix] as const))(
    'mix %i: %s',
    async (number, _, mix) => {
      const { chance } = dice(SEED - number)
      const slowness = { countsLagSeconds: chance() / 2, leavingSeconds: chance() / 3 }
      const account = await live().replace(slowness, SEED + number)
      account.emulator.faults.set(...mix.flatMap(({ faults = [] }) => faults))
      const outcome = await runWith(impatient(account), mix)
      account.emulator.faults.clear()
      if (outcome !== null) {
        expectWhole(outcome)
        if (outcome.lost.length > 0) expectCause(mix, messagesOf(outcome))
        expect(messagesOf(outcome)).not.toMatch(/its task never answered/)
        if (outcome.left !== null) await removeLeft(account)
      }
      await expectNothingLeft(account)
    }
  )
})
