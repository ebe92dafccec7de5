import { error, info, warning } from '@actions/core'
import { cancelOnSignals } from '../lib/abort.ts'
import { exitCodes } from '../lib/exit-codes.ts'
import { ResultsFolder } from '../results/folder.ts'
import { removeLeftovers } from '../run/collect.ts'
import { recover } from '../run/recover.ts'
import { hasNewResults } from './cache/restore-and-save.ts'
import { openResultsCache } from './cache/results-cache.ts'
import { uploadArtifacts, writeReport } from './deliver.ts'
import { stepEnvironment } from './environment.ts'
import { readStep } from './inputs.ts'
import { escapeForLog } from './log.ts'
import { isAzureOpen, undelivered, unsaved } from './state.ts'

/** Runs after the job: completes what a step that ended early could not, on Azure, in artifacts and in the cache. */
export async function runPost(): Promise<number> {
  // Nodes incur costs by the minute, so they are removed first.
  const removal = await removeFromAzure()
  const delivery = await deliverLate()
  await saveLate()
  return Math.max(removal, delivery)
}

async function removeFromAzure(): Promise<number> {
  if (!isAzureOpen()) return exitCodes.done
  info('Removing the resources that the step may have left on Azure.')
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  try {
    const { settings } = readStep(process.env)
    await removeLeftovers(settings, stepEnvironment(process), signal)
    return exitCodes.done
  } catch (problem) {
    for (const sentence of (problem as Error).message.split('\n')) error(escapeForLog(sentence))
    error(
      'Resources of the step may still be on Azure and incur costs. The job ends after `job-timeout`; the action `sweep` removes the rest.'
    )
    return exitCodes.runFailed
  }
}

async function deliverLate(): Promise<number> {
  const state = undelivered()
  const report = state && recover(new ResultsFolder(state.results), state.since)
  if (!state || !report) {
    info('Everything was delivered by the step; there is nothing to do.')
    return exitCodes.done
  }
  info('The step ended before it could deliver its results; what it finished is delivered now.')
  const { artifacts, problem } = await uploadArtifacts(state, report)
  await writeReport(state, report, artifacts)
  if (problem === null) return exitCodes.done
  warning(`The results of the step could not be uploaded: ${escapeForLog(problem.message)}`)
  return exitCodes.runFailed
}

/** Saves the results of a step that ended early, so that the next run continues from there. */
async function saveLate(): Promise<void> {
  const state = unsaved()
  const report = state && recover(new ResultsFolder(state.results), state.since)
  if (!state || !report || !hasNewResults(report.run)) return
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  const cache = openResultsCache(state.cacheKey, state.results, stepEnvironment(process), signal)
  await cache?.save(false).catch((problem: unknown) => {
    if (!signal.aborted) throw problem
  })
}
