import { expect } from '@jest/globals'
import type { FaultSpec } from '../../../../emulator/faults/fault-spec.ts'
import type { AzurePlace } from '../../../../src/backends/azure-batch/backend.ts'
import {
  expectNothingLeft,
  expectWhole,
  type FaultyAccount,
  IMAGES,
  impatient,
  messagesOf,
  run
} from './faulty-account.ts'

/** How a run may end: with all rows; with rows that say why an image was lost; with a problem; or before it began. */
type End = 'all rows' | 'lost rows' | 'problem' | 'not started'

/** A fault, what the user reads about it, and how the run ends. */
export interface FaultCase {
  readonly faults?: readonly FaultSpec[]
  readonly changes?: (account: FaultyAccount) => Partial<AzurePlace>
  /** Calls are retried for two seconds only: for faults that do not pass. */
  readonly impatient?: boolean
  /** Runs as soon as the job is submitted. */
  readonly meanwhile?: (account: FaultyAccount, warnings: readonly string[]) => Promise<void>
  /** Matches the messages; null if there must be none. */
  readonly message: RegExp | null
  readonly ends: End
  /** Number of rows that are downloaded, if not of all images. */
  readonly rows?: number
}

/** Tasks that never end. */
export const endless = (account: FaultyAccount): Partial<AzurePlace> => ({
  nodeProgram: account.program('setTimeout(() => {}, 600_000)')
})

/** Changes the limits of a place. */
export const limits = (changes: Partial<AzurePlace['limits']>): Pick<AzurePlace, 'limits'> => ({
  limits: { nodeIdentity: null, taskRetries: 0, taskTimeout: 5, jobTimeout: 30, ...changes }
})

/** Runs a case, and expects its end and messages, that each fault was injected, and that nothing is left on Azure. */
export async function expectCase(
  account: FaultyAccount,
  {
    faults = [],
    changes,
    impatient: givesUp = false,
    meanwhile,
    message,
    ends,
    rows = IMAGES
  }: FaultCase
): Promise<void> {
  account.emulator.faults.set(...faults)
  const opened = givesUp ? impatient(account) : account
  const place = changes?.(opened) ?? {}
  if (ends === 'not started') {
    await expect(run(opened, place)).rejects.toThrow(message ?? '')
  } else {
    const outcome = await run(opened, place, async (warnings) => meanwhile?.(account, warnings))
    expectWhole(outcome)
    if (message === null) expect(messagesOf(outcome)).toBe('')
    else expect(messagesOf(outcome)).toMatch(message)
    if (ends === 'problem') expect(outcome.problem).toMatch(message ?? '')
    else expect(outcome.problem).toBeNull()
    if (ends === 'all rows' || rows < IMAGES) expect(outcome.rows).toHaveLength(rows)
    else expect(outcome.lost.length).toBeGreaterThan(0)
  }
  const pending = account.emulator.faults.list().filter(({ times }) => Number.isFinite(times))
  expect(pending).toEqual([])
  account.emulator.faults.clear()
  await expectNothingLeft(account)
}
