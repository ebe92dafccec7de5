import { relative, sep } from 'node:path'
import { endGroup, info, startGroup, warning } from '@actions/core'
import { rejectOnAbort } from '../../lib/abort.ts'
import { escapeForLog } from '../log.ts'
import { type CacheKey, KEY_PREFIX } from './cache-key.ts'

/** Results of earlier runs in GitHub's cache, so that later runs read only new images. */
export interface ResultsCache {
  /** The full key of the newest results with this cache key, otherwise with its restore prefix; null if there are none. */
  find(): Promise<string | null>
  /** Restores these into the results folder, otherwise the newest of all results, and returns their full key. */
  restore(): Promise<string | null>
  /**
   * Saves the results folder. A failure is only a warning, because the results are not affected.
   *
   * @param complete whether every image has a result: `check-unchanged` finds only such runs
   */
  save(complete: boolean): Promise<void>
}

/**
 * Opens the cache. GitHub's client reads the environment itself and takes no signal: when the signal fires, its work is
 * abandoned until the process ends.
 *
 * @param run ID of the run with its attempt, so that every run saves under a key of its own
 * @returns null if there is no cache, or if the client would read the path of the results folder as a pattern
 */
export function openResultsCache(
  { restorePrefix, key }: CacheKey,
  results: string,
  {
    cwd,
    env,
    runId: run
  }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly runId: string },
  signal: AbortSignal
): ResultsCache | null {
  const path = relative(cwd, results).split(sep).join('/')
  if (!hasCache(env) || !PLAIN.test(path)) return null
  const client = () => import('@actions/cache')
  const untilAborted = <T>(work: Promise<T>) => Promise.race([work, rejectOnAbort(signal)])
  const restoreNewest = async (prefixes: readonly string[], lookupOnly: boolean) => {
    const { restoreCache } = await client()
    // No run saves under this key, so the client chooses the newest entry with one of the prefixes.
    const unused = `${key}-none`
    return (await untilAborted(restoreCache([path], unused, [...prefixes], { lookupOnly }))) ?? null
  }
  const prefixes = [`${key}-`, `${restorePrefix}-`]
  return {
    find: () => restoreNewest(prefixes, true),
    restore: () => restoreNewest([...prefixes, `${KEY_PREFIX}-`], false),
    save: async (complete) => {
      const fullKey = `${complete ? key : restorePrefix}-${run}`
      startGroup('Results for the next run')
      try {
        const { saveCache } = await client()
        const id = await untilAborted(saveCache([path], fullKey))
        if (id !== -1) info(`Saved as ${fullKey}.`)
      } catch (problem) {
        signal.throwIfAborted()
        warning(
          `The results could not be saved for the next run: ${escapeForLog((problem as Error).message)}`
        )
      } finally {
        endGroup()
      }
    }
  }
}

/** A path that is not a pattern for the client. */
const PLAIN = /^[^*?[\]{}!#~\\]+$/

/** Whether GitHub provides a cache: the client's own check, without the tenth of a second that loading the client takes. */
export const hasCache = (env: NodeJS.ProcessEnv): boolean =>
  Boolean(
    env['ACTIONS_CACHE_URL'] || (env['ACTIONS_CACHE_SERVICE_V2'] && env['ACTIONS_RESULTS_URL'])
  )
