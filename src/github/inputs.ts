import { getInput, setSecret } from '@actions/core'
import {
  type ActionInputKey,
  type ActionInputTexts,
  type ActionName,
  actionInputs,
  actionNames,
  actions
} from '../settings/actions.ts'
import { withAzVariables } from '../settings/az-variables.ts'
import type { Input } from '../settings/input.ts'
import { kebab, secretKeys } from '../settings/inputs.ts'
import { listed } from '../settings/parse.ts'
import { readSettings, type Settings, SettingsError } from '../settings/settings.ts'

/** What a step is asked: as which face, and with what. */
export interface StepOrder {
  readonly face: ActionName
  readonly settings: Settings
  /** The texts of the face's own inputs. */
  readonly own: ActionInputTexts
}

/**
 * Reads what the runner hands to a step. Secrets are masked in the log before anything else can tell them.
 *
 * @throws SettingsError with all problems of all inputs
 */
export function readStep(env: NodeJS.ProcessEnv): StepOrder {
  const named = getInput('command') || 'run'
  const face = actionNames.find((name) => name === named)
  const { inputs, own, azure } = actions[face ?? 'run']
  const given = { ...textsOf(inputs), ...(azure ? { backend: 'azure-batch' } : {}) }
  const texts = withAzVariables(given, env)
  const ownTexts = textsOf(own)
  maskSecrets(secretKeys.map((key) => texts[key]))
  maskSecrets(own.filter(isSecret).map((key) => ownTexts[key]))
  if (face === undefined)
    throw new SettingsError([`Input \`command\` is ${named}; it takes ${listed(actionNames)}.`])
  return { face, settings: readSettings(texts, true, inputs), own: ownTexts }
}

const textsOf = (keys: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(keys.map((key) => [key, getInput(kebab(key))]))

const isSecret = (key: ActionInputKey): boolean => {
  const { secret }: Input<unknown> = actionInputs[key]
  return secret === true
}

function maskSecrets(texts: readonly (string | undefined)[]): void {
  for (const text of texts) {
    const secret = text?.trim()
    if (secret) setSecret(secret)
  }
}
