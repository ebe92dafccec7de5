import type { Input } from './input.ts'
import { type InputKey, inputKeys, type inputs, kebab, secretKeys } from './inputs.ts'

type ValueOf<I> = I extends Input<infer T> ? T : never

/** Inputs that may have no value: their default is empty. */
type Optional =
  | 'pageSegmentationMode'
  | 'dpi'
  | 'keyPattern'
  | 'slots'
  | 'artifactRetentionDays'
  | 'batchEndpoint'
  | 'batchAccount'
  | 'storageEndpoint'
  | 'tenantId'
  | 'clientId'
  | 'batchAccountKey'
  | 'storageAccountKey'
  | 'pool'
  | 'nodeIdentity'

/** The settings of a run: every input as a validated value. `slots` null means the number of cores of the node. */
export type Settings = {
  readonly [K in Exclude<InputKey, Optional>]: ValueOf<(typeof inputs)[K]>
} & { readonly [K in Optional]: ValueOf<(typeof inputs)[K]> | null }

/** The texts of the inputs by key. An absent or blank text means the default. */
export type InputTexts = { readonly [K in InputKey]?: string }

/** Invalid inputs. `problems` has one whole sentence for each problem. */
export class SettingsError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** The settings as plain JSON for records and logs, without secrets. */
export function settingsRecord(settings: Settings): Record<string, unknown> {
  return Object.fromEntries(
    inputKeys
      .filter((key) => !secretKeys.includes(key))
      .map((key) => {
        const value = settings[key]
        return [kebab(key), value instanceof RegExp ? value.source : value]
      })
  )
}
