import { error, info } from '@actions/core'
import { BatchProblem } from '../backends/azure-batch/service/problem.ts'
import { PatternError } from '../images/select.ts'
import { Cancelled, cancelOnSignals } from '../run/cancel.ts'
import { exitCodes } from '../run/exit-codes.ts'
import { SettingsError } from '../settings/settings.ts'
import { changedFace } from './changed-images.ts'
import { readStep } from './inputs.ts'
import { harmless, stepLog } from './log.ts'
import { lookFace } from './look-face.ts'
import { mergeFace } from './merge-face.ts'
import { GitHubProblem } from './octokit.ts'
import { reportFace } from './report-face.ts'
import { collectFace, runFace, type StepContext } from './run-face.ts'
import { rememberAzure, rememberPost } from './state.ts'
import { submitFace } from './submit-face.ts'
import { stepSurroundings } from './surroundings.ts'
import { sweepFace } from './sweep-face.ts'

/** Runs the step of one of the actions and gives its exit code. */
export async function runStep(): Promise<number> {
  rememberPost()
  const log = stepLog()
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  try {
    const order = readStep(process.env)
    return await faceOf({ ...order, surroundings: stepSurroundings(process), log, signal })
  } catch (problem) {
    log.close()
    // Whatever a cancellation broke on its way, it is the cancellation that ended the step.
    return failed(signal.aborted ? signal.reason : problem)
  }
}

function faceOf(context: StepContext): Promise<number> {
  const { face, settings } = context
  if (face === 'collect') return collectFace(context)
  if (face === 'sweep') return sweepFace(context)
  if (face === 'merge') return mergeFace(context)
  if (face === 'look') return lookFace(context)
  if (face === 'report') return reportFace(context)
  if (face === 'changed') return changedFace(context)
  return face === 'submit' || !settings.wait ? submitFace(context) : runFace(context)
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
  const theirs = problem instanceof BatchProblem || problem instanceof GitHubProblem
  if (!theirs) info(harmless((problem as Error).stack ?? ''))
  return exitCodes.runFailed
}
