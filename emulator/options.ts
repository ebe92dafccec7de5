import { parseArgs } from 'node:util'
import type { EmulatorSettings } from './settings.ts'

/** What can be said of an emulated account and its speed: everything but where its folders lie. */
export type Pace = Omit<EmulatorSettings, 'root'>

/** An account as it is when nothing is said: quick, so that a walk-through takes seconds, but with every state to be seen. */
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

/** What the emulator is started with. */
export interface StartOptions {
  readonly pace: Partial<Pace>
  /** 0: any free port. */
  readonly batchPort: number
  readonly storagePort: number
  /** Faults to arm from the start, as the faults' address takes them. */
  readonly faults: unknown
  /** Decides which occasions a fault with a probability takes. */
  readonly seed: number | null
}

/** How the emulator is started, for people. */
export const USAGE = `npm run emulator -- [OPTIONS]

  --batch-port N, --storage-port N   ports on 127.0.0.1; a free one where nothing is said
  --account NAME, --key BASE64       the Batch account
  --allocation-seconds S             from a resize to the first nodes
  --creating-seconds S, --starting-seconds S
  --leaving-seconds S                how long a pool, a node, a job is on its way out
  --counts-lag-seconds S             by how much task counts lag
  --autoscale-seconds S              how often formulas are evaluated
  --dedicated-core-quota N, --spot-core-quota N, --pool-quota N, --active-job-quota N
  --faults JSON                      faults from the start, one or an array; README.md lists them
  --seed N                           which occasions a fault with a probability takes

The first line on standard output says the two endpoints, accounts and keys as JSON. It serves until it is told to stop.
`

/** Options whose value is a number, by the setting that they set. */
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
 * Reads the words of a command line.
 *
 * @returns null where help was asked for
 * @throws Error in a sentence where a word is not understood
 */
export function startOptions(words: readonly string[]): StartOptions | null {
  const names = [...TEXTS, ...Object.keys(NUMBERS)]
  const declared = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  const { values } = parseArgs({
    args: [...words],
    options: { ...declared, help: { type: 'boolean' as const } }
  }) as { values: Record<string, string | boolean | undefined> }
  if (values['help'] === true) return null
  const told = (name: string) => values[name] as string | undefined
  const paces = Object.entries(NUMBERS).flatMap(([name, setting]) =>
    told(name) === undefined ? [] : [[setting, amount(name, told(name))] as const]
  )
  return {
    pace: {
      ...Object.fromEntries(paces),
      ...(told('account') === undefined ? {} : { account: told('account') }),
      ...(told('key') === undefined ? {} : { key: told('key') })
    } as Partial<Pace>,
    batchPort: amount('batch-port', told('batch-port') ?? '0'),
    storagePort: amount('storage-port', told('storage-port') ?? '0'),
    faults: told('faults') === undefined ? [] : JSON.parse(told('faults') as string),
    seed: told('seed') === undefined ? null : amount('seed', told('seed'))
  }
}

function amount(name: string, text: string | undefined): number {
  const number = Number(text)
  if (text !== undefined && text.trim() !== '' && Number.isFinite(number) && number >= 0)
    return number
  throw new Error(`--${name} takes a number from 0 on, not ${JSON.stringify(text)}.`)
}
