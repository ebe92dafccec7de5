import { resolve } from 'node:path'
import { info } from '@actions/core'
import { exitCodes } from '../../lib/exit-codes.ts'
import { readActionInput } from '../../settings/actions.ts'
import { type CacheKey, cacheKeyOf } from '../cache/cache-key.ts'
import { type CommittedFiles, committedFiles } from '../cache/committed-files.ts'
import { openResultsCache } from '../cache/results-cache.ts'
import type { StepContext } from '../context.ts'
import { writeSummary } from '../deliver.ts'
import { setOutputs } from '../outputs.ts'

/** Checks whether an earlier run has read the same images with the same settings, so that there is nothing to do. */
export async function checkUnchangedAction(context: StepContext): Promise<number> {
  const { settings, environment, own, signal } = context
  const { cwd, env } = environment
  const committed = await committedFiles(settings.images, cwd, env, signal)
  const cacheKey = cacheKeyOf(settings, committed)
  const skip = readActionInput('skipUnchanged', own)
  const reason = skip && committed ? await skipReason(committed, cacheKey, context) : null
  setOutputs('check-unchanged', { key: cacheKey.key, unchanged: String(reason !== null) })
  if (reason !== null) {
    info(reason)
    await writeSummary(`${reason}\n`)
  }
  return exitCodes.done
}

/** The reason why there is nothing to read, in a sentence; null if there is something to read. */
async function skipReason(
  { files }: CommittedFiles,
  cacheKey: CacheKey,
  { settings, environment, signal }: StepContext
): Promise<string | null> {
  if (files === 0) return 'There is no image to read, so there is nothing to do.'
  const results = resolve(environment.cwd, settings.results)
  const found = await openResultsCache(cacheKey, results, environment, signal)?.find()
  if (!found?.startsWith(`${cacheKey.key}-`)) return null
  const [run = ''] = found.slice(cacheKey.key.length + 1).split('-')
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment.env
  return `No image is new or changed since [run ${run}](${server}/${repository}/actions/runs/${run}), which has the results.`
}
