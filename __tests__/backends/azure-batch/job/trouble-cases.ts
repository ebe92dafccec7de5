import { expect } from '@jest/globals'
import type { FaultSpec } from '../../../../emulator/faults/fault-spec.ts'
import type { AzurePlace } from '../../../../src/backends/azure-batch/backend.ts'
import {
  expectNothingLeft,
  expectWhole,
  heard,
  IMAGES,
  nodeProgram,
  run,
  type Troubled
} from './trouble.ts'

/** How a run may end: with all rows; with rows that say why an image was lost; with a problem; or before it began. */
type End = 'all rows' | 'lost rows' | 'problem' | 'not started'

/** A case: what goes wrong, what the user hears of it (nothing where it is null), and how the run ends. */
export interface Case {
  readonly faults?: readonly FaultSpec[]
  readonly changes?: (account: Troubled) => Partial<AzurePlace>
  /** What somebody does while it runs. */
  readonly meanwhile?: (account: Troubled, told: readonly string[]) => Promise<void>
  readonly hears: RegExp | null
  readonly ends: End
  /** Rows that come home, where not all do. */
  readonly rows?: number
}

/** A task that reads for ever. */
export const never = (account: Troubled): Partial<AzurePlace> => ({
  nodeProgram: nodeProgram(account, 'setTimeout(() => {}, 600_000)')
})

/** Other limits than usual. */
export const limits = (changes: Partial<AzurePlace['limits']>): Pick<AzurePlace, 'limits'> => ({
  limits: { nodeIdentity: null, taskRetries: 0, taskTimeout: 5, jobTimeout: 30, ...changes }
})

/** Lets a case happen: it ends as it says, every fault has struck, and nothing is left on Azure. */
export async function holds(
  account: Troubled,
  { faults = [], changes, meanwhile, hears, ends, rows = IMAGES }: Case
): Promise<void> {
  account.emulator.faults.set(...faults)
  const place = changes?.(account) ?? {}
  if (ends === 'not started') {
    await expect(run(account, place)).rejects.toThrow(hears ?? '')
  } else {
    const outcome = await run(account, place, async (told) => meanwhile?.(account, told))
    expectWhole(outcome)
    if (hears === null) expect(heard(outcome)).toBe('')
    else expect(heard(outcome)).toMatch(hears)
    if (ends === 'problem') expect(outcome.problem).toMatch(hears ?? '')
    else expect(outcome.problem).toBeNull()
    if (ends === 'all rows' || rows < IMAGES) expect(outcome.rows).toHaveLength(rows)
    else expect(outcome.lost.length).toBeGreaterThan(0)
  }
  const unstruck = account.emulator.faults.list().filter(({ times }) => Number.isFinite(times))
  expect(unstruck).toEqual([])
  account.emulator.faults.clear()
  await expectNothingLeft(account)
}
