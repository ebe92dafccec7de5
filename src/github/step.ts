import { error, info } from '@actions/core'
import { AzureProblem } from '../backends/azure-batch/problem.ts'
import { PatternError } from '../images/select.ts'
import { Cancelled, cancelOnSignals } from '../lib/abort.ts'
import { exitCodes } from '../lib/exit-codes.ts'
import { SettingsError } from '../settings/settings.ts'
import { changedAction } from './actions/changed.ts'
import { checkUnchangedAction } from './actions/check-unchanged.ts'
import { mergeAction } from './actions/merge.ts'
import { reportAction } from './actions/report.ts'
import { collectAction, runAction, type StepContext } from './actions/run.ts'
import { submitAction } from './actions/submit.ts'
import { sweepAction } from './actions/sweep.ts'
import { GitHubProblem } from './api/client.ts'
import { stepEnvironment } from './environment.ts'
import { readStep } from './inputs.ts'
import { harmless, stepLog } from './log.ts'
import { rememberAzure, rememberPost } from './state.ts'

/** Runs the step of one of the actions and gives its exit code. */
export async function runStep(): Promise<number> {
  rememberPost()
  const log = stepLog()
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  try {
    const order = readStep(process.env)
    return await actionOf({ ...order, environment: stepEnvironment(process), log, signal })
  } catch (problem) {
    log.close()
    // Whatever a cancellation broke on its way, it is the cancellation that ended the step.
    return failed(signal.aborted ? signal.reason : problem)
  }
}

function actionOf(context: StepContext): Promise<number> {
  const { face, settings } = context
  if (face === 'collect') return collectAction(context)
  if (face === 'sweep') return sweepAction(context)
  if (face === 'merge') return mergeAction(context)
  if (face === 'look') return checkUnchangedAction(context)
  if (face === 'report') return reportAction(context)
  if (face === 'changed') return changedAction(context)
  return face === 'submit' || !settings.wait ? submitAction(context) : runAction(context)
}

function failed(problem: unknown): number {
  if (problem instanceof Cancelled) {
    info(problem.message)
    return exitCodes.cancelled
  }
  const sentences = (problem as Error).message.split('\n')
  for (const sentence of sentences) error(harmless(sentence))
  if (problem instanceof SettingsError || problem instanceof PatternError) {
    // Nothing was started, so `post` has nothing to remove.
    rememberAzure(false)
    return exitCodes.badInput
  }
  // What the others' services refuse is told in their words; where in our code we were is no news.
  const theirs = problem instanceof AzureProblem || problem instanceof GitHubProblem
  if (!theirs) info(harmless((problem as Error).stack ?? ''))
  return exitCodes.runFailed
}
