import { resolve } from 'node:path'
import { exitCodes } from '../../lib/exit-codes.ts'
import { ResultsFolder } from '../../results/folder.ts'
import type { RunRecord } from '../../results/records.ts'
import type { Finished } from '../../run/finish.ts'
import type { StepContext } from '../context.ts'
import { rememberUnsaved } from '../state.ts'
import { type CacheKey, cacheKeyOf } from './cache-key.ts'
import { committedFiles } from './committed-files.ts'
import { hasCache, openResultsCache } from './results-cache.ts'

/** The results of earlier runs in the cache. */
export interface CachedResults {
  /** Restores them into the results folder, unless it has results already or `reuse` is false. */
  restore(): Promise<void>
  /**
   * Saves the results of a finished run, if the cache does not have them yet. `post` saves those of a cancelled step.
   * Results of shards are saved by the merge only.
   *
   * @param code the exit code of the step
   */
  save(finished: Finished, code: number): Promise<void>
}

/** Opens the cached results for the step's images and settings; null if GitHub provides no cache. */
export async function openCachedResults(context: StepContext): Promise<CachedResults | null> {
  const { settings, environment, log, signal } = context
  const { cwd, env } = environment
  if (!hasCache(env)) return null
  log.phase('Earlier results')
  const committed = await committedFiles(settings.images, cwd, env, signal)
  return cachedResults(cacheKeyOf(settings, committed), context)
}

/** Opens the cached results with a given key; null if there is no cache for the results folder. */
export function cachedResults(cacheKey: CacheKey, context: StepContext): CachedResults | null {
  const { settings, environment, log, signal } = context
  const results = resolve(environment.cwd, settings.results)
  const cache = openResultsCache(cacheKey, results, environment, signal)
  if (!cache) return null
  const since = new Date().toISOString()
  const isWhole = settings.shard.count === 1
  let found: string | null | undefined
  return {
    restore: async () => {
      if (isWhole) rememberUnsaved({ cacheKey, results, since })
      if (!settings.reuse) return log.say('All images are read again, because `reuse` is false.')
      if (new ResultsFolder(results).has('results.jsonl'))
        return log.say('They are in the results folder already.')
      found = await cache.restore()
      log.say(found ? `Restored ${found}.` : 'There are none.')
    },
    save: async ({ cancelled, run }, code) => {
      if (cancelled || !isWhole) return
      const complete = code === exitCodes.done
      const isSaved = async () => {
        if (found === undefined) found = await cache.find()
        const prefix = complete ? cacheKey.key : cacheKey.restorePrefix
        return found?.startsWith(`${prefix}-`) ?? false
      }
      if (hasNewResults(run) || (run.totals.images > 0 && !(await isSaved())))
        await cache.save(complete)
      rememberUnsaved(null)
    }
  }
}

/** Whether a run has read images that no earlier run had read. */
export const hasNewResults = ({ totals }: Pick<RunRecord, 'totals'>): boolean =>
  totals.recognized + totals.empty > 0
