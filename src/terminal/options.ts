import { type Command, Option } from 'commander'
import { type Input, inputKeys, inputs, kebab } from '../settings/inputs.ts'
import type { InputTexts } from '../settings/settings.ts'

/** What `--help` teaches below the list of commands. */
export const TEACHING = `
Examples:
  batch-ocr run photos                              read a folder into ocr-results
  batch-ocr run photos --install                    the same, installing Tesseract first (apt)
  batch-ocr run 'scans/**/*.tif' '!scans/drafts'    globs, and what to leave out
  batch-ocr run photos --languages eng+fra --formats txt,pdf
  batch-ocr run photos --key-pattern '(?<phone>\\+?\\d{8,15})'
  batch-ocr plan photos --json                      what a run would do
  batch-ocr doctor                                  what is installed here

Results stand in ocr-results: text/, results.csv, results.jsonl, report.html, metadata/.
A second run reads only what is new or changed; a run that was stopped goes on.

Exit codes: 0 done; 1 images failed, by --fail-on; 2 bad usage or input, nothing started;
3 the run failed; 130 cancelled.`

/** Adds an option for each declared input; `images` is given as arguments as well. */
export function addInputs(command: Command): Command {
  for (const key of inputKeys) {
    const { placeholder, meaning, fallback, shownDefault }: Input<unknown> = inputs[key]
    const standard = shownDefault ?? fallback
    const text = plain(standard === '' ? meaning : `${meaning} Default: ${standard}.`)
    if (placeholder === undefined) {
      command.addOption(new Option(`--${kebab(key)}`, text))
      command.addOption(new Option(`--no-${kebab(key)}`).hideHelp())
    } else {
      command.addOption(new Option(`--${kebab(key)} <${placeholder}>`, text))
    }
  }
  return command
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
