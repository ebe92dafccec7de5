import { error, info, warning } from '@actions/core'
import { cancelOnSignals } from '../lib/abort.ts'
import { exitCodes } from '../lib/exit-codes.ts'
import { ResultsFolder } from '../results/folder.ts'
import { removeLeftovers } from '../run/collect.ts'
import { recover } from '../run/recover.ts'
import { hasNews } from './cache/restore-and-save.ts'
import { openResultsCache } from './cache/results-cache.ts'
import { uploadArtifacts, writeReport } from './deliver.ts'
import { stepEnvironment } from './environment.ts'
import { readStep } from './inputs.ts'
import { harmless } from './log.ts'
import { isAzureOpen, undelivered, unkept } from './state.ts'

/** After the job: removes what a step that was ended has on Azure, and delivers what it left in its results folder. */
export async function runPost(): Promise<number> {
  // Nodes cost money by the minute, so they go first.
  const removal = await removeLate()
  const delivery = await deliverLate()
  await keepLate()
  return Math.max(removal, delivery)
}

async function removeLate(): Promise<number> {
  if (!isAzureOpen()) return exitCodes.done
  info('Whatever the step may still have on Azure is removed now.')
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  try {
    const { settings } = readStep(process.env)
    await removeLeftovers(settings, stepEnvironment(process), signal)
    return exitCodes.done
  } catch (problem) {
    for (const sentence of (problem as Error).message.split('\n')) error(harmless(sentence))
    error(
      'What the step has on Azure may still be there, and cost money: its job ends by `job-timeout`; the action `sweep` removes the rest.'
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
  info('The step was ended before it could deliver; what it finished is delivered now.')
  const { artifacts, problem } = await uploadArtifacts(state, report)
  await writeReport(state, report, artifacts)
  if (problem === null) return exitCodes.done
  warning(`What the step finished could not be uploaded: ${harmless(problem.message)}`)
  return exitCodes.runFailed
}

/** Keeps what a step that was ended has read: the next run goes on from there. */
async function keepLate(): Promise<void> {
  const state = unkept()
  const report = state && recover(new ResultsFolder(state.results), state.since)
  if (!state || !report || !hasNews(report.run)) return
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  const cache = openResultsCache(state.name, state.results, stepEnvironment(process), signal)
  await cache?.keep(false).catch((problem: unknown) => {
    if (!signal.aborted) throw problem
  })
}
