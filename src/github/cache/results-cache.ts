import { relative, sep } from 'node:path'
import { endGroup, info, startGroup, warning } from '@actions/core'
import { rejectOnAbort } from '../../lib/abort.ts'
import { harmless } from '../log.ts'
import { KEPT, type KeptName } from './cache-key.ts'

/** Results that outlast their run in GitHub's cache, so that later runs read only what is new. */
export interface ResultsCache {
  /** The full name of the newest results of these very images, or else of that family; null where there are none. */
  find(): Promise<string | null>
  /** Brings these into the results folder, or else the newest there are; gives their full name. */
  bring(): Promise<string | null>
  /**
   * Keeps the results folder. A trouble of the cache is a warning: the run is not worse for it.
   *
   * @param complete whether every image has its result: such a run is what `look` looks for
   */
  keep(complete: boolean): Promise<void>
}

/**
 * Opens the cache. GitHub's client finds it by its own variables, and takes no signal: what is under way when the signal
 * fires is left to the end of the process.
 *
 * @param run id of the run and its attempt: no two runs keep under the same name
 * @returns null where there is no cache, or the results folder has a name that it would take for a pattern
 */
export function openResultsCache(
  { family, key }: KeptName,
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
  const heeding = <T>(work: Promise<T>) => Promise.race([work, rejectOnAbort(signal)])
  const restore = async (names: readonly string[], lookupOnly: boolean) => {
    const { restoreCache } = await client()
    // No run keeps under this name: the newest whose name begins with one of the others is what counts.
    const none = `${key}-none`
    return (await heeding(restoreCache([path], none, [...names], { lookupOnly }))) ?? null
  }
  const related = [`${key}-`, `${family}-`]
  return {
    find: () => restore(related, true),
    bring: () => restore([...related, `${KEPT}-`], false),
    keep: async (complete) => {
      const name = `${complete ? key : family}-${run}`
      startGroup('Results for the next run')
      try {
        const { saveCache } = await client()
        const id = await heeding(saveCache([path], name))
        if (id !== -1) info(`Kept as ${name}.`)
      } catch (problem) {
        signal.throwIfAborted()
        warning(
          `The results could not be kept for the next run: ${harmless((problem as Error).message)}`
        )
      } finally {
        endGroup()
      }
    }
  }
}

/** A path that the client, to which paths are patterns, takes as it stands. */
const PLAIN = /^[^*?[\]{}!#~\\]+$/

/** Whether GitHub has a cache for us. As the client decides it; loading it takes a tenth of a second. */
export const hasCache = (env: NodeJS.ProcessEnv): boolean =>
  Boolean(
    env['ACTIONS_CACHE_URL'] || (env['ACTIONS_CACHE_SERVICE_V2'] && env['ACTIONS_RESULTS_URL'])
  )
