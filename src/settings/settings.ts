import { availableParallelism } from 'node:os'
import { type Input, type InputKey, inputKeys, inputs, kebab } from './inputs.ts'
import { InputProblem } from './parse.ts'

/** The type of value that an input's text becomes. */
type ResultOf<I> = I extends Input<infer T> ? T : never

/** Inputs whose fallback is empty and that stay empty: absent means "not asked for". */
type Optional = 'pageSegmentationMode' | 'dpi' | 'keyPattern' | 'artifactRetentionDays'

/** What one run is asked to do: every input as a checked value. */
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
 * @throws SettingsError with all problems of all inputs
 */
export function readSettings(texts: InputTexts, onGitHub: boolean): Settings {
  const problems: string[] = []
  const values: Record<string, unknown> = {}
  const fallbacks: InputTexts = { slots: String(availableParallelism()), install: String(onGitHub) }
  for (const key of inputKeys) {
    const given = texts[key]?.trim() ? texts[key] : inputs[key].fallback || fallbacks[key] || ''
    try {
      values[key] = given === '' ? null : inputs[key].parse(given)
    } catch (error) {
      if (!(error instanceof InputProblem)) throw error
      problems.push(`Input \`${kebab(key)}\` ${error.message}`)
    }
  }
  const settings = values as Settings
  problems.push(...contradictions(settings))
  if (problems.length > 0) throw new SettingsError(problems)
  return settings
}

function contradictions(settings: Settings): string[] {
  if (settings.prepare !== 'never') return []
  return (['deskew', 'rotate'] as const)
    .filter((key) => settings[key] === 'always')
    .map(
      (key) =>
        `Input \`${key}\` is always, but \`prepare\` is never: only ImageMagick can do that; set \`prepare\` to auto.`
    )
}

/** The settings as they stand in a record or a log: plain JSON, nothing secret. */
export function settingsRecord(settings: Settings): Record<string, unknown> {
  return Object.fromEntries(
    inputKeys.map((key) => {
      const value = settings[key]
      return [kebab(key), value instanceof RegExp ? value.source : value]
    })
  )
}
