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
import { escapeForLog } from './log.ts'
import { deliveryOutputs, setOutputs } from './outputs.ts'
import { rememberUndelivered, type UndeliveredState } from './state.ts'

/**
 * Delivers the results of a run: artifacts, outputs, job summary and annotations.
 *
 * @returns the exit code of the step, according to `fail-on`
 */
export async function deliver(
  finished: Finished,
  settings: Settings,
  state: UndeliveredState,
  failures: readonly FailedImage[]
): Promise<number> {
  startGroup('Delivery')
  // A shard without images also uploads its artifacts, so that the merge does not report it as missing.
  const hasResults = finished.rows.length > 0 || settings.shard.count > 1
  // A cancelled step has only two seconds left; `post` has five minutes and uploads then.
  const { artifacts, problem } =
    hasResults && !finished.cancelled
      ? await uploadArtifacts(state, finished)
      : { artifacts: {}, problem: null }
  if (!finished.cancelled) rememberUndelivered(afterUpload(state, artifacts, problem))
  // For delivered results, run and merge have the same outputs as collect.
  setOutputs('collect', deliveryOutputs(finished, artifacts, workflowRunUrl(process.env)))
  await writeReport(state, finished, artifacts)
  if (finished.cancelled) rememberUndelivered({ ...state, summaryWritten: true })
  endGroup()
  annotateFailures(failures)
  if (finished.cancelled) return exitCodes.cancelled
  if (problem) {
    error(
      `The results could not be uploaded: ${escapeForLog(problem.message)}. They are in ${finished.results} on the runner.`
    )
    return exitCodes.runFailed
  }
  return verdict(finished, settings)
}

/** The artifacts that `post` tries to upload once more; null if all are uploaded. */
const afterUpload = (
  state: UndeliveredState,
  uploaded: Artifacts,
  problem: Error | null
): UndeliveredState | null =>
  problem && {
    ...state,
    artifacts: state.artifacts.filter((kind) => !uploaded[kind]),
    summaryWritten: true
  }

function verdict({ problem, run }: Finished, settings: Settings): number {
  if (problem !== null) {
    for (const sentence of problem.split('\n')) error(escapeForLog(sentence))
    return exitCodes.runFailed
  }
  if (!failsBy(settings.failOn, run.totals)) return exitCodes.done
  error(
    `${run.totals.failed} of ${run.totals.images} images failed; by \`fail-on\`, the step fails. results.csv lists the images.`
  )
  return exitCodes.imagesFailed
}

/** Uploads the artifacts that are not uploaded yet. */
export async function uploadArtifacts(state: UndeliveredState, report: Report): Promise<Upload> {
  const options = {
    kinds: state.artifacts,
    prefix: state.artifactName,
    suffix: state.artifactSuffix,
    retentionDays: state.retentionDays,
    attempt: Number(process.env['GITHUB_RUN_ATTEMPT'] ?? 1)
  }
  const upload = await uploadResults(state.results, options, (sentence) => warning(sentence))
  for (const { name, files } of Object.values(upload.artifacts))
    info(`Uploaded ${name}: ${files} files of run ${report.run.id}.`)
  return upload
}

/**
 * Writes the job summary of a run with links to its artifacts, or only the links if the step has written the summary.
 * A shard has no summary: the merge writes one for all shards.
 */
export async function writeReport(
  { artifactSuffix, summaryWritten }: UndeliveredState,
  report: Report,
  artifacts: Artifacts
): Promise<void> {
  if (artifactSuffix !== '') return
  const workflowRun = workflowRunUrl(process.env)
  const links = Object.values(artifacts).map(({ name, id }) => ({
    name,
    url: `${workflowRun}/artifacts/${id}`
  }))
  if (!summaryWritten) return writeSummary(jobSummary(report, { artifacts: links }))
  if (links.length > 0) await writeSummary(artifactsSummary(links))
}

/** Appends to the job summary. A failure is only a warning, because the results are not affected. */
export async function writeSummary(markdown: string): Promise<void> {
  try {
    await summary.addRaw(markdown).write()
  } catch (problem) {
    warning(`The job summary could not be written: ${escapeForLog((problem as Error).message)}`)
  }
}
