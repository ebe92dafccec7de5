import { resolve } from 'node:path'
import { exitCodes } from '../lib/exit-codes.ts'
import type { Listener } from '../lib/listener.ts'
import type { Finished } from '../run/finish.ts'
import type { Settings } from '../settings/settings.ts'
import { ARTIFACT_KINDS } from './artifacts/upload.ts'
import type { CachedResults } from './cache/restore-and-save.ts'
import type { StepContext } from './context.ts'
import { deliver } from './deliver.ts'
import { rememberUndelivered, type UndeliveredState } from './state.ts'

/**
 * Obtains the results of a run, delivers them, and saves them in the cache.
 *
 * @param since the earliest start of the run, ISO 8601; empty if unknown
 * @param run obtains the results
 * @param cached saves the results for later runs; null if they are not saved
 * @returns the exit code of the step
 */
export async function runAndDeliver(
  { settings, environment, log, signal }: StepContext,
  since: string,
  run: (log: Listener, signal: AbortSignal) => Promise<Finished>,
  cached: Pick<CachedResults, 'save'> | null = null
): Promise<number> {
  const state = undeliveredState(settings, resolve(environment.cwd, settings.results), since)
  rememberUndelivered(state)
  const finished = await run(log, signal)
  log.close()
  const delivery = deliver(finished, settings, state, log.failures).then(async (code) => {
    await cached?.save(finished, code)
    return code
  })
  return Promise.race([delivery, cancellation(signal)])
}

const undeliveredState = (
  { shard, artifactName, artifactRetentionDays }: Settings,
  results: string,
  since: string
): UndeliveredState => ({
  results,
  since,
  artifacts: ARTIFACT_KINDS,
  artifactName,
  artifactSuffix: shard.count === 1 ? '' : `-${shard.index}-of-${shard.count}`,
  retentionDays: artifactRetentionDays,
  summaryWritten: false
})

/** Resolves when the step is cancelled during delivery; `post` completes the delivery. */
const cancellation = (signal: AbortSignal): Promise<number> =>
  new Promise((end) => {
    const cancelled = () => end(exitCodes.cancelled)
    if (!signal.aborted) signal.addEventListener('abort', cancelled, { once: true })
  })
