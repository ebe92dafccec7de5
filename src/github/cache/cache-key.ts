import { createHash } from 'node:crypto'
import { kebab, readingKeys } from '../../settings/inputs.ts'
import { type Settings, SettingsError, settingsRecord } from '../../settings/settings.ts'
import type { CommittedFiles } from './committed-files.ts'

/** How the results of a run are called where later runs look for them, without the ids of the run. */
export interface KeptName {
  /** Of all runs that read the same patterns in the same way. */
  readonly family: string
  /** Of those among them that read these very images; no two commits have it where git does not tell them. */
  readonly key: string
}

/** How every name begins. */
export const KEPT = 'ocr-results'

/** Names the results of a run by what it reads and how, and by what git knows of the images. */
export function keptName(settings: Settings, committed: CommittedFiles | null): KeptName {
  const record = settingsRecord(settings)
  const asked = ['images' as const, ...readingKeys].map((key) => record[kebab(key)])
  const reading = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 16)
  const family = `${KEPT}-${reading}`
  return { family, key: `${family}-${committed?.digest ?? 'unknown'}` }
}

/**
 * Reads a name that an earlier job gave.
 *
 * @returns null where none was given
 * @throws SettingsError where it is no such name
 */
export function parseKeptName(key: string): KeptName | null {
  if (key === '') return null
  const family = /^(?<family>ocr-results-[0-9a-f]{16})-(?:[0-9a-f]{16}|unknown)$/.exec(key)
    ?.groups?.['family']
  if (family === undefined)
    throw new SettingsError([
      'Input `keep-as` is no name of results: give it the output `key` of the action `look`.'
    ])
  return { family, key }
}
