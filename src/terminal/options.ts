import { type Command, Option } from 'commander'
import { type ActionInputTexts, actionInputKeys, actionInputs } from '../settings/actions.ts'
import type { Input } from '../settings/input.ts'
import { inputKeys, inputs, kebab } from '../settings/inputs.ts'
import type { InputTexts } from '../settings/settings.ts'
import type { CommandDeclaration } from './commands/index.ts'

/**
 * Adds an option for each input of a command. All other inputs are accepted as hidden options and ignored, so that a
 * script can pass the same list of options to every command.
 */
export function addOptions(
  command: Command,
  { inputs: keys, own }: Pick<CommandDeclaration, 'inputs' | 'own'>
): Command {
  for (const key of own) addOption(command, key, actionInputs[key], true)
  for (const key of keys) addOption(command, key, inputs[key], true)
  for (const key of inputKeys) if (!keys.includes(key)) addOption(command, key, inputs[key], false)
  return command
}

function addOption(
  command: Command,
  key: string,
  declaration: Input<unknown>,
  shown: boolean
): void {
  const { placeholder, meaning, fallback, shownDefault } = declaration
  const standard = shownDefault ?? fallback
  const text = plain(standard === '' ? meaning : `${meaning} Default: ${standard}.`)
  if (placeholder === undefined) {
    command.addOption(new Option(`--${kebab(key)}`, text).hideHelp(!shown))
    command.addOption(new Option(`--no-${kebab(key)}`).hideHelp())
  } else {
    command.addOption(new Option(`--${kebab(key)} <${placeholder}>`, text).hideHelp(!shown))
  }
}

const plain = (markdown: string): string => markdown.replaceAll('`', '')

/** The texts of the inputs: the arguments, if they are images, and the options that were passed. */
export function inputTexts(
  images: readonly string[],
  options: Readonly<Record<string, unknown>>
): InputTexts {
  const given = inputKeys.flatMap((key) =>
    options[key] === undefined ? [] : [[key, String(options[key])] as const]
  )
  const patterns = [
    ...images,
    ...(options['images'] === undefined ? [] : [String(options['images'])])
  ]
  return {
    ...Object.fromEntries(given),
    ...(patterns.length > 0 ? { images: patterns.join('\n') } : {})
  }
}

/** The texts of a command's own options. */
export const ownTexts = (options: Readonly<Record<string, unknown>>): ActionInputTexts =>
  Object.fromEntries(
    actionInputKeys.flatMap((key) =>
      options[key] === undefined ? [] : [[key, String(options[key])] as const]
    )
  )
