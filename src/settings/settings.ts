import { contradictions } from './contradictions.ts'
import type { Input } from './input.ts'
import { type InputKey, inputKeys, inputs, kebab, secretKeys } from './inputs.ts'
import { InputProblem } from './parse.ts'

/** The type of value that an input's text becomes. */
type ResultOf<I> = I extends Input<infer T> ? T : never

/** Inputs whose fallback is empty and that stay empty: absent means "not asked for". */
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

/** What one run is asked to do: every input as a checked value. `slots` null: the cores of the node. */
export type Settings = {
  readonly [K in Exclude<InputKey, Optional>]: ResultOf<(typeof inputs)[K]>
} & { readonly [K in Optional]: ResultOf<(typeof inputs)[K]> | null }

/** The texts of the inputs by their keys; an absent or blank one means the default. */
export type InputTexts = { readonly [K in InputKey]?: string }

/** Every problem of every input, told at once. `problems` are whole sentences. */
export class SettingsError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/**
 * Reads the inputs' texts into settings.
 *
 * @param texts what was given
 * @param onGitHub whether a runner started us: programs are installed there without being asked
 * @param asked the inputs that were asked for; of the others nothing is missed
 * @throws SettingsError with all problems of all inputs
 */
export function readSettings(
  texts: InputTexts,
  onGitHub: boolean,
  asked: readonly InputKey[] = inputKeys
): Settings {
  const fallbacks: InputTexts = { install: String(onGitHub) }
  const problems: string[] = []
  const values: Record<string, unknown> = {}
  for (const key of inputKeys) {
    const given = texts[key]?.trim() ? texts[key] : inputs[key].fallback || fallbacks[key] || ''
    try {
      values[key] = given === '' ? null : readInput<unknown>(kebab(key), inputs[key], given)
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error
      problems.push(...error.problems)
    }
  }
  const settings = values as Settings
  problems.push(...contradictions(settings, asked))
  if (problems.length > 0) throw new SettingsError(problems)
  return settings
}

/**
 * Reads the text of one input.
 *
 * @param name as people write it
 * @throws SettingsError in a sentence that names it
 */
export function readInput<T>(name: string, { parse }: Pick<Input<T>, 'parse'>, given: string): T {
  try {
    return parse(given)
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error
    throw new SettingsError([`Input \`${name}\` ${error.message}`])
  }
}

/** The settings as they stand in a record or a log: plain JSON, nothing secret. */
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
