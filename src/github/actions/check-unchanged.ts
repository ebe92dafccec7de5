import { resolve } from 'node:path'
import { info } from '@actions/core'
import { exitCodes } from '../../lib/exit-codes.ts'
import { readActionInput } from '../../settings/actions.ts'
import { type KeptName, keptName } from '../cache/cache-key.ts'
import { type CommittedFiles, committedFiles } from '../cache/committed-files.ts'
import { openResultsCache } from '../cache/results-cache.ts'
import { writeSummary } from '../deliver.ts'
import { setLookOutputs } from '../outputs.ts'
import type { StepContext } from './run.ts'

/** Says whether an earlier run has read just these images in this way, so that there is nothing to do. */
export async function checkUnchangedAction(context: StepContext): Promise<number> {
  const { settings, environment, own, signal } = context
  const { cwd, env } = environment
  const committed = await committedFiles(settings.images, cwd, env, signal)
  const name = keptName(settings, committed)
  const skips = readActionInput('skipUnchanged', own)
  const why = skips && committed ? await whyNothing(committed, name, context) : null
  setLookOutputs(name.key, why !== null)
  if (why !== null) {
    info(why)
    await writeSummary(`${why}\n`)
  }
  return exitCodes.done
}

/** Why there is nothing to read, in a sentence; null where there is something. */
async function whyNothing(
  { files }: CommittedFiles,
  name: KeptName,
  { settings, environment, signal }: StepContext
): Promise<string | null> {
  if (files === 0) return 'There is no image to read, so there is nothing to do.'
  const results = resolve(environment.cwd, settings.results)
  const found = await openResultsCache(name, results, environment, signal)?.find()
  if (!found?.startsWith(`${name.key}-`)) return null
  const [run = ''] = found.slice(name.key.length + 1).split('-')
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment.env
  return `No image is new or changed since [run ${run}](${server}/${repository}/actions/runs/${run}), which has the results.`
}
