import { error, info } from '@actions/core'
import { BackendError } from '../backends/backend.ts'
import { PatternError } from '../images/select.ts'
import { Cancelled, cancelOnSignals } from '../lib/abort.ts'
import { exitCodes } from '../lib/exit-codes.ts'
import type { ActionName } from '../settings/actions.ts'
import { SettingsError } from '../settings/settings.ts'
import { changedAction } from './actions/changed.ts'
import { checkUnchangedAction } from './actions/check-unchanged.ts'
import { collectAction } from './actions/collect.ts'
import { mergeAction } from './actions/merge.ts'
import { reportAction } from './actions/report.ts'
import { runAction } from './actions/run.ts'
import { submitAction } from './actions/submit.ts'
import { sweepAction } from './actions/sweep.ts'
import { GitHubProblem } from './api/client.ts'
import type { StepContext } from './context.ts'
import { stepEnvironment } from './environment.ts'
import { readStep } from './inputs.ts'
import { escapeForLog, stepLog } from './log.ts'
import { rememberAzure, rememberPost } from './state.ts'

const actions: Readonly<Record<ActionName, (context: StepContext) => Promise<number>>> = {
  run: runAction,
  submit: submitAction,
  collect: collectAction,
  sweep: sweepAction,
  merge: mergeAction,
  'check-unchanged': checkUnchangedAction,
  report: reportAction,
  changed: changedAction
}

/** Runs the step of an action and returns its exit code. */
export async function runStep(): Promise<number> {
  rememberPost()
  const log = stepLog()
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  try {
    const inputs = readStep(process.env)
    const environment = stepEnvironment(process)
    return await actions[inputs.action]({ ...inputs, environment, log, signal })
  } catch (problem) {
    log.close()
    // A cancellation can cause other errors, but it is the reason why the step ended.
    return failed(signal.aborted ? signal.reason : problem)
  }
}

function failed(problem: unknown): number {
  if (problem instanceof Cancelled) {
    info(problem.message)
    return exitCodes.cancelled
  }
  const sentences = (problem as Error).message.split('\n')
  for (const sentence of sentences) error(escapeForLog(sentence))
  if (problem instanceof PatternError)
    info('Check that the job checks out the repository before this step.')
  if (problem instanceof SettingsError || problem instanceof PatternError) {
    // Nothing was started, so `post` has nothing to remove.
    rememberAzure(false)
    return exitCodes.badInput
  }
  // An error of a backend or of GitHub is explained by its message; a stack trace helps only with an error of ours.
  const isExplained = problem instanceof BackendError || problem instanceof GitHubProblem
  if (!isExplained) info(escapeForLog((problem as Error).stack ?? ''))
  return exitCodes.runFailed
}
