import { resolve } from 'node:path'
import { exitCodes } from '../../lib/exit-codes.ts'
import { ResultsFolder } from '../../results/folder.ts'
import type { RunRecord } from '../../results/records.ts'
import type { Finished } from '../../run/finish.ts'
import type { StepContext } from '../actions/run.ts'
import { rememberUnkept } from '../state.ts'
import { type KeptName, keptName } from './cache-key.ts'
import { committedFiles } from './committed-files.ts'
import { hasCache, openResultsCache } from './results-cache.ts'

/** What earlier runs have read, and what this one leaves to later ones. */
export interface EarlierResults {
  /** Brings it into the results folder, unless there is some already or all is to be read anew. */
  bring(): Promise<void>
  /**
   * Keeps the results of a run that has ended, where they are more than what is kept already. What a cancelled step has
   * no time for is left to `post`; of the parts that shards read, the whole is kept by who merges them.
   *
   * @param code how the step ends by its verdict
   */
  keep(finished: Finished, code: number): Promise<void>
}

/** Opens the results of earlier runs that read the same images in the same way; null where GitHub has no cache for us. */
export async function openEarlier(context: StepContext): Promise<EarlierResults | null> {
  const { settings, environment, log, signal } = context
  const { cwd, env } = environment
  if (!hasCache(env)) return null
  log.phase('Earlier results')
  return earlierResults(
    keptName(settings, await committedFiles(settings.images, cwd, env, signal)),
    context
  )
}

/** The results of earlier runs under a name that is known. */
export function earlierResults(name: KeptName, context: StepContext): EarlierResults | null {
  const { settings, environment, log, signal } = context
  const results = resolve(environment.cwd, settings.results)
  const cache = openResultsCache(name, results, environment, signal)
  if (!cache) return null
  const since = new Date().toISOString()
  const isWhole = settings.shard.count === 1
  let found: string | null | undefined
  return {
    bring: async () => {
      if (isWhole) rememberUnkept({ name, results, since })
      if (!settings.reuse) return log.say('All is read anew, as `reuse` asks.')
      if (new ResultsFolder(results).has('results.jsonl'))
        return log.say('They are in the results folder already.')
      found = await cache.bring()
      log.say(found ? `Brought ${found}.` : 'There are none.')
    },
    keep: async ({ cancelled, run }, code) => {
      if (cancelled || !isWhole) return
      const complete = code === exitCodes.done
      const isKept = async () => {
        if (found === undefined) found = await cache.find()
        return found?.startsWith(`${complete ? name.key : name.family}-`) ?? false
      }
      if (hasNews(run) || (run.totals.images > 0 && !(await isKept()))) await cache.keep(complete)
      rememberUnkept(null)
    }
  }
}

/** Whether a run has read something that no run before it had. */
export const hasNews = ({ totals }: Pick<RunRecord, 'totals'>): boolean =>
  totals.recognized + totals.empty > 0
