import { contradictions } from './contradictions.ts'
import type { Input } from './input.ts'
import { type InputKey, inputKeys, inputs, kebab } from './inputs.ts'
import { InputProblem } from './parse.ts'
import { type InputTexts, type Settings, SettingsError } from './settings.ts'

/**
 * Reads settings from the texts of the inputs.
 *
 * @param onGitHub whether a GitHub runner started the process: programs are then installed by default
 * @param available the inputs that the caller has: a missing value of any other input is not reported
 * @throws SettingsError with all problems of all inputs
 */
export function readSettings(
  texts: InputTexts,
  onGitHub: boolean,
  available: readonly InputKey[] = inputKeys
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
  problems.push(...contradictions(settings, available))
  if (problems.length > 0) throw new SettingsError(problems)
  return settings
}

/**
 * Reads the value of one input.
 *
 * @param name the public name of the input
 * @throws SettingsError with a sentence that names the input
 */
export function readInput<T>(name: string, { parse }: Pick<Input<T>, 'parse'>, given: string): T {
  try {
    return parse(given)
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error
    throw new SettingsError([`Input \`${name}\` ${error.message}`])
  }
}
