import { createHash } from 'node:crypto'
import { kebab, readingKeys } from '../../settings/inputs.ts'
import { type Settings, SettingsError, settingsRecord } from '../../settings/settings.ts'
import type { CommittedFiles } from './committed-files.ts'

/** The keys under which results are found in the cache. The ID of the run that saved them follows both. */
export interface CacheKey {
  /** Shared by all runs with the same image patterns and the same settings for reading. */
  readonly restorePrefix: string
  /** Shared by those of these runs whose images are identical as well, according to Git. */
  readonly key: string
}

/** The beginning of every key. */
export const KEY_PREFIX = 'ocr-results'

/** The cache key of the results of a run, from its settings and from what Git has recorded about the images. */
export function cacheKeyOf(settings: Settings, committed: CommittedFiles | null): CacheKey {
  const record = settingsRecord(settings)
  const values = ['images' as const, ...readingKeys].map((key) => record[kebab(key)])
  const digest = createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16)
  const restorePrefix = `${KEY_PREFIX}-${digest}`
  return { restorePrefix, key: `${restorePrefix}-${committed?.digest ?? 'unknown'}` }
}

/**
 * Reads a cache key from the output of an earlier job.
 *
 * @returns null if the text is empty
 * @throws SettingsError if the text is not a cache key
 */
export function parseCacheKey(key: string): CacheKey | null {
  if (key === '') return null
  const restorePrefix = /^(ocr-results-[0-9a-f]{16})-(?:[0-9a-f]{16}|unknown)$/.exec(key)?.[1]
  if (restorePrefix === undefined)
    throw new SettingsError([
      'Input `cache-key` is not a cache key. Pass the output `key` of the action `check-unchanged`.'
    ])
  return { restorePrefix, key }
}
