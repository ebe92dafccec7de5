import { endGroup, error, info, startGroup, summary, warning } from '@actions/core'
import { exitCodes } from '../lib/exit-codes.ts'
import type { FailedImage } from '../lib/listener.ts'
import type { Report } from '../report/report.ts'
import { artifactsSummary, jobSummary } from '../report/summary.ts'
import type { Finished } from '../run/finish.ts'
import { failsBy } from '../run/verdict.ts'
import type { Settings } from '../settings/settings.ts'
import { annotateFailures } from './annotations.ts'
import { type Artifacts, type Upload, uploadResults } from './artifacts/upload.ts'
import { workflowRunUrl } from './environment.ts'
import { harmless } from './log.ts'
import { setOutputs } from './outputs.ts'
import { rememberUndelivered, type StepState } from './state.ts'

/** Delivers artifacts, outputs, summary and annotations, and then says by `fail-on` how the step ends. */
export async function deliver(
  finished: Finished,
  settings: Settings,
  state: StepState,
  failures: readonly FailedImage[]
): Promise<number> {
  startGroup('Delivery')
  // Of a shard that had no image a merge must know that it was there.
  const something = finished.rows.length > 0 || settings.shard.count > 1
  // A cancelled step has two seconds; `post` has five minutes and uploads then.
  const due = something && !finished.cancelled
  const { artifacts, problem } = due
    ? await uploadArtifacts(state, finished)
    : { artifacts: {}, problem: null }
  if (!finished.cancelled) rememberUndelivered(stillDue(state, artifacts, problem))
  setOutputs(finished, artifacts, workflowRunUrl(process.env))
  await writeReport(state, finished, artifacts)
  if (finished.cancelled) rememberUndelivered({ ...state, isTold: true })
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
  problem && {
    ...state,
    artifacts: state.artifacts.filter((kind) => !taken[kind]),
    isTold: true
  }

function verdict({ problem, run }: Finished, settings: Settings): number {
  if (problem !== null) {
    for (const sentence of problem.split('\n')) error(harmless(sentence))
    return exitCodes.runFailed
  }
  if (!failsBy(settings.failOn, run.totals)) return exitCodes.done
  error(
    `${run.totals.failed} of ${run.totals.images} images failed; by \`fail-on\` that fails the step. results.csv names each.`
  )
  return exitCodes.imagesFailed
}

/** Uploads the artifacts that GitHub has not taken yet. */
export async function uploadArtifacts(state: StepState, report: Report): Promise<Upload> {
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

/**
 * Writes the job summary of a run, with links to its artifacts; where the step has written it, the links that were
 * wanting. A shard has none: the merge tells of them all.
 */
export async function writeReport(
  { artifactSuffix, isTold }: StepState,
  report: Report,
  artifacts: Artifacts
): Promise<void> {
  if (artifactSuffix !== '') return
  const workflowRun = workflowRunUrl(process.env)
  const links = Object.values(artifacts).map(({ name, id }) => ({
    name,
    url: `${workflowRun}/artifacts/${id}`
  }))
  if (!isTold) return writeSummary(jobSummary(report, { artifacts: links }))
  if (links.length > 0) await writeSummary(artifactsSummary(links))
}

/** Writes to the job summary. GitHub drops one that it cannot take; the run is not worse for it. */
export async function writeSummary(markdown: string): Promise<void> {
  try {
    await summary.addRaw(markdown).write()
  } catch (problem) {
    warning(`The job summary could not be written: ${harmless((problem as Error).message)}`)
  }
}
