import { getInput, setSecret } from '@actions/core'
import { type ActionInputKey, actionInputs, actionNames, actions } from '../settings/actions.ts'
import { withAzVariables } from '../settings/az-variables.ts'
import type { Input } from '../settings/input.ts'
import { kebab, secretKeys } from '../settings/inputs.ts'
import { listed } from '../settings/parse.ts'
import { readSettings } from '../settings/read.ts'
import { SettingsError } from '../settings/settings.ts'
import type { StepInputs } from './context.ts'

/**
 * Reads the inputs of a step. Secrets are masked first, so that no message can reveal them.
 *
 * @throws SettingsError with all problems of all inputs
 */
export function readStep(env: NodeJS.ProcessEnv): StepInputs {
  const name = getInput('command') || 'run'
  const action = actionNames.find((known) => known === name)
  const { inputs, own, azure } = actions[action ?? 'run']
  const given = { ...textsOf(inputs), ...(azure ? { backend: 'azure-batch' } : {}) }
  const texts = withAzVariables(given, env)
  const ownTexts = textsOf(own)
  maskSecrets(secretKeys.map((key) => texts[key]))
  maskSecrets(own.filter(isSecret).map((key) => ownTexts[key]))
  if (action === undefined)
    throw new SettingsError([`Input \`command\` must be ${listed(actionNames)}, not ${name}.`])
  return { action, settings: readSettings(texts, true, inputs), own: ownTexts }
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
