import { resolve } from 'node:path'
import { endGroup, error, info, startGroup, summary, warning } from '@actions/core'
import { PatternError } from '../images/select.ts'
import type { Report } from '../report/report.ts'
import { jobSummary } from '../report/summary.ts'
import { ResultsFolder } from '../results/folder.ts'
import { Cancelled, cancelOnSignals } from '../run/cancel.ts'
import { exitCodes } from '../run/exit-codes.ts'
import type { Finished } from '../run/finish.ts'
import { recover } from '../run/recover.ts'
import { runJob } from '../run/run.ts'
import { failsBy } from '../run/verdict.ts'
import { readSettings, type Settings, SettingsError } from '../settings/settings.ts'
import { annotateFailures } from './annotations.ts'
import { ARTIFACT_KINDS, type Artifacts, type Upload, uploadResults } from './artifacts.ts'
import { stepInputs } from './inputs.ts'
import { harmless, stepLog } from './log.ts'
import { setOutputs } from './outputs.ts'
import { rememberPost, rememberUndelivered, type StepState, undelivered } from './state.ts'
import { stepSurroundings, workflowRunUrl } from './surroundings.ts'

/** Runs the action's step and gives its exit code: read, deliver, and only then judge. */
export async function runStep(): Promise<number> {
  rememberPost()
  const log = stepLog()
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  try {
    const settings = readSettings(stepInputs(), true)
    const surroundings = stepSurroundings(process.env, process.cwd())
    const state = stateOf(settings, resolve(surroundings.cwd, settings.results))
    rememberUndelivered(state)
    const finished = await runJob(settings, surroundings, log, signal)
    log.close()
    const delivery = deliver(finished, settings, state, log.failures)
    return await Promise.race([delivery, cancellation(signal)])
  } catch (problem) {
    log.close()
    return failed(problem)
  }
}

/** After the job: delivers what a cancelled or killed step left in its results folder. */
export async function deliverLate(): Promise<number> {
  const state = undelivered()
  const report = state && recover(new ResultsFolder(state.results), state.since)
  if (!state || !report) {
    info('Everything was delivered by the step; there is nothing to do.')
    return exitCodes.done
  }
  info('The step was ended before it could deliver; what it finished is delivered now.')
  const { artifacts, problem } = await uploadArtifacts(state, report)
  await writeSummary(report, artifacts)
  if (problem === null) return exitCodes.done
  warning(`What the step finished could not be uploaded: ${harmless(problem.message)}`)
  return exitCodes.runFailed
}

const stateOf = (settings: Settings, results: string): StepState => ({
  results,
  since: new Date().toISOString(),
  artifacts: ARTIFACT_KINDS,
  artifactName: settings.artifactName,
  artifactSuffix:
    settings.shard.count === 1 ? '' : `-${settings.shard.index}-of-${settings.shard.count}`,
  retentionDays: settings.artifactRetentionDays
})

/** Delivers artifacts, outputs, summary and annotations, and then says by `fail-on` how the step ends. */
async function deliver(
  finished: Finished,
  settings: Settings,
  state: StepState,
  failures: Finished['rows']
): Promise<number> {
  startGroup('Delivery')
  // A cancelled step has two seconds; `post` has five minutes and uploads then.
  const due = finished.rows.length > 0 && !finished.cancelled
  const { artifacts, problem } = due
    ? await uploadArtifacts(state, finished)
    : { artifacts: {}, problem: null }
  if (!finished.cancelled) rememberUndelivered(stillDue(state, artifacts, problem))
  setOutputs(finished, artifacts, workflowRunUrl(process.env))
  await writeSummary(finished, artifacts)
  endGroup()
  annotateFailures(failures)
  if (finished.cancelled) return exitCodes.cancelled
  if (problem) {
    error(
      `The results could not be uploaded: ${harmless(problem.message)}. They are in ${finished.results} on the runner.`
    )
    return exitCodes.runFailed
  }
  return verdict(finished, settings)
}

/** What could not be uploaded now may be in five minutes: `post` tries once more, but nothing twice. */
const stillDue = (state: StepState, taken: Artifacts, problem: Error | null): StepState | null =>
  problem && { ...state, artifacts: state.artifacts.filter((kind) => !taken[kind]) }

function verdict(finished: Finished, settings: Settings): number {
  const { totals } = finished.run
  if (!failsBy(settings.failOn, totals)) return exitCodes.done
  error(
    `${totals.failed} of ${totals.images} images failed; by \`fail-on\` that fails the step. results.csv names each.`
  )
  return exitCodes.imagesFailed
}

async function uploadArtifacts(state: StepState, report: Report): Promise<Upload> {
  const attempt = Number(process.env['GITHUB_RUN_ATTEMPT'] ?? 1)
  const ask = {
    kinds: state.artifacts,
    prefix: state.artifactName,
    suffix: state.artifactSuffix,
    retentionDays: state.retentionDays,
    attempt
  }
  const upload = await uploadResults(state.results, ask, (sentence) => warning(sentence))
  for (const { name, files } of Object.values(upload.artifacts))
    info(`Uploaded ${name}: ${files} files of run ${report.run.id}.`)
  return upload
}

/** GitHub drops a summary that it cannot take; the run is not worse for it. */
async function writeSummary(report: Report, artifacts: Artifacts): Promise<void> {
  const workflowRun = workflowRunUrl(process.env)
  const links = Object.values(artifacts).map(({ name, id }) => ({
    name,
    url: `${workflowRun}/artifacts/${id}`
  }))
  try {
    await summary.addRaw(jobSummary(report, { artifacts: links })).write()
  } catch (problem) {
    warning(`The job summary could not be written: ${harmless((problem as Error).message)}`)
  }
}

/** Resolves when the step is cancelled while it delivers: what is then under way is left to `post`. */
const cancellation = (signal: AbortSignal): Promise<number> =>
  new Promise((end) => {
    const cancelled = () => end(exitCodes.cancelled)
    if (!signal.aborted) signal.addEventListener('abort', cancelled, { once: true })
  })

function failed(problem: unknown): number {
  if (problem instanceof Cancelled) {
    info(problem.message)
    return exitCodes.cancelled
  }
  const sentences = (problem as Error).message.split('\n')
  for (const sentence of sentences) error(harmless(sentence))
  if (problem instanceof SettingsError || problem instanceof PatternError) return exitCodes.badInput
  info(harmless((problem as Error).stack ?? ''))
  return exitCodes.runFailed
}
