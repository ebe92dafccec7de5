import { parseArgs } from 'node:util'
import type { EmulatorSettings } from './settings.ts'

/** Settings of an emulated account and how fast it is: all settings except the folder of its nodes. */
export type Pace = Omit<EmulatorSettings, 'root'>

/** The defaults: fast enough that a walkthrough takes seconds, slow enough that every state can be seen. */
export const DEFAULTS: Pace = {
  account: 'devbatchaccount',
  key: Buffer.from('a key that everybody knows, as of Azurite').toString('base64'),
  allocationSeconds: 0.3,
  creatingSeconds: 0.2,
  startingSeconds: 0.2,
  leavingSeconds: 0.2,
  countsLagSeconds: 0.2,
  autoscaleSeconds: 1,
  dedicatedCoreQuota: 900,
  spotCoreQuota: 900,
  poolQuota: 100,
  activeJobQuota: 300
}

/** Options of `npm run emulator`. */
export interface StartOptions {
  readonly pace: Partial<Pace>
  /** 0 for any free port. */
  readonly batchPort: number
  readonly storagePort: number
  /** Faults to set at the start, in the format of `POST /emulator/faults`. */
  readonly faults: unknown
  /** Determines when a fault with a probability is triggered. */
  readonly seed: number | null
}

/** The text of `--help`. */
export const USAGE = `npm run emulator -- [OPTIONS]

  --batch-port N, --storage-port N   ports on 127.0.0.1; any free port by default
  --account NAME, --key BASE64       the Batch account
  --allocation-seconds S             from a resize to the first nodes
  --creating-seconds S, --starting-seconds S
  --leaving-seconds S                how long deleting a pool, a node or a job takes
  --counts-lag-seconds S             delay of task counts
  --autoscale-seconds S              how often autoscale formulas are evaluated
  --dedicated-core-quota N, --spot-core-quota N, --pool-quota N, --active-job-quota N
  --faults JSON                      faults from the start: an object or an array, see README.md
  --seed N                           seed of faults with a probability

The first line on standard output is JSON with the two endpoints, accounts and keys. The emulator runs until it is
stopped by a signal.
`

/** Numeric options and the settings they set. */
const NUMBERS = {
  'allocation-seconds': 'allocationSeconds',
  'creating-seconds': 'creatingSeconds',
  'starting-seconds': 'startingSeconds',
  'leaving-seconds': 'leavingSeconds',
  'counts-lag-seconds': 'countsLagSeconds',
  'autoscale-seconds': 'autoscaleSeconds',
  'dedicated-core-quota': 'dedicatedCoreQuota',
  'spot-core-quota': 'spotCoreQuota',
  'pool-quota': 'poolQuota',
  'active-job-quota': 'activeJobQuota'
} as const satisfies Record<string, keyof Pace>

const TEXTS = ['account', 'key', 'faults', 'seed', 'batch-port', 'storage-port'] as const

/**
 * Parses the command line.
 *
 * @returns null for `--help`
 * @throws Error that names the invalid option
 */
export function startOptions(args: readonly string[]): StartOptions | null {
  const names = [...TEXTS, ...Object.keys(NUMBERS)]
  const declared = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  const { values } = parseArgs({
    args: [...args],
    options: { ...declared, help: { type: 'boolean' as const } }
  }) as { values: Record<string, string | boolean | undefined> }
  if (values['help'] === true) return null
  const given = (name: string) => values[name] as string | undefined
  const paces = Object.entries(NUMBERS).flatMap(([name, setting]) =>
    given(name) === undefined ? [] : [[setting, amount(name, given(name))] as const]
  )
  return {
    pace: {
      ...Object.fromEntries(paces),
      ...(given('account') === undefined ? {} : { account: given('account') }),
      ...(given('key') === undefined ? {} : { key: given('key') })
    } as Partial<Pace>,
    batchPort: amount('batch-port', given('batch-port') ?? '0'),
    storagePort: amount('storage-port', given('storage-port') ?? '0'),
    faults: given('faults') === undefined ? [] : JSON.parse(given('faults') as string),
    seed: given('seed') === undefined ? null : amount('seed', given('seed'))
  }
}

function amount(name: string, text: string | undefined): number {
  const number = Number(text)
  if (text !== undefined && text.trim() !== '' && Number.isFinite(number) && number >= 0)
    return number
  throw new Error(`--${name} must be a number of 0 or more, not ${JSON.stringify(text)}.`)
}
