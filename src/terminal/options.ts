import { type Command, Option } from 'commander'
import { type ActionInputTexts, actionInputKeys, actionInputs } from '../settings/actions.ts'
import type { Input } from '../settings/input.ts'
import { inputKeys, inputs, kebab } from '../settings/inputs.ts'
import type { InputTexts } from '../settings/settings.ts'
import type { CommandDeclaration } from './commands/index.ts'

/** What `--help` teaches below the list of commands. */
export const TEACHING = `
Examples:
  batch-ocr run photos                              read a folder into ocr-results
  batch-ocr run photos --install                    the same, installing Tesseract first (apt)
  batch-ocr run 'scans/**/*.tif' '!scans/drafts'    globs, and what to leave out
  batch-ocr run photos --languages eng+fra --formats txt,pdf
  batch-ocr run photos --key-pattern '(?<phone>\\+?\\d{8,15})'
  batch-ocr plan photos --json                      what a run would do
  batch-ocr run photos --shard 2/4                  the second quarter of it
  batch-ocr merge one two three four                one results folder of four shards'
  batch-ocr doctor                                  what is installed here
  batch-ocr run photos --backend azure-batch --nodes 8    on nodes of Azure Batch
  batch-ocr submit photos                           the same, without waiting for it
  batch-ocr collect ocr-results/handle.json         its results, when they are wanted

Azure is named by --batch-endpoint and --storage-endpoint, or by az's own variables
(AZURE_BATCH_ENDPOINT, AZURE_STORAGE_ACCOUNT and so on); az login says who you are.

Results stand in ocr-results: text/, results.csv, results.jsonl, report.html, metadata/.
A second run reads only what is new or changed; a run that was stopped goes on.

Exit codes: 0 done; 1 images failed, by --fail-on; 2 bad usage or input, nothing started;
3 the run failed; 130 cancelled.`

/**
 * Adds an option for each input that a command takes; `images` is given as arguments as well. The other inputs are taken
 * without a word: one list of options serves a whole script.
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

/** The options that were given, as the texts of the inputs. */
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

/** The same for a command's own options. */
export const ownTexts = (options: Readonly<Record<string, unknown>>): ActionInputTexts =>
  Object.fromEntries(
    actionInputKeys.flatMap((key) =>
      options[key] === undefined ? [] : [[key, String(options[key])] as const]
    )
  )
