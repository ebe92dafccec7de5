import { getInput } from '@actions/core'
import { inputKeys, kebab } from '../settings/inputs.ts'
import type { InputTexts } from '../settings/settings.ts'

/** The texts of the inputs as the runner hands them to a step. */
export const stepInputs = (): InputTexts =>
  Object.fromEntries(inputKeys.map((key) => [key, getInput(kebab(key))]))
