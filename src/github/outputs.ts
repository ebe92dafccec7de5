import { setOutput } from '@actions/core'
import type { Swept } from '../backends/azure-batch/sweep.ts'
import type { Finished } from '../run/finish.ts'
import type { Submitted } from '../run/submit.ts'
import type {
  ChangedOutputName,
  LookOutputName,
  OutputName,
  ReportOutputName,
  SubmitOutputName,
  SweepOutputName
} from '../settings/outputs.ts'
import type { ChangedImages } from './actions/changed.ts'
import type { Told } from './api/client.ts'
import type { ArtifactKind, Artifacts } from './artifacts/upload.ts'

/**
 * Sets the step's outputs.
 *
 * @param artifacts the outputs of those that were not uploaded stay empty
 * @param workflowRun address of the workflow run, below which artifacts have theirs
 */
export function setOutputs(
  finished: Finished,
  artifacts: Artifacts,
  workflowRun: string | null
): void {
  const { run } = finished
  const { totals } = run
  const values: Record<OutputName, string | number> = {
    'run-id': run.id,
    'job-id': finished.jobId,
    images: totals.images,
    recognized: totals.recognized,
    reused: totals.reused,
    empty: totals.empty,
    failed: totals.failed,
    pages: totals.pages,
    confidence: totals.confidence ?? '',
    nodes: totals.nodes,
    seconds: run.seconds,
    results: finished.results,
    ...artifactOutputs('text', artifacts, workflowRun),
    ...artifactOutputs('metadata', artifacts, workflowRun)
  }
  setAll(values)
}

/** Sets the outputs of a submission. */
export function setSubmitOutputs({ handle, handleFile, images }: Submitted): void {
  const values: Record<SubmitOutputName, string | number> = {
    'run-id': handle.runId,
    'job-id': handle.jobId,
    handle: JSON.stringify(handle),
    'handle-file': handleFile,
    images
  }
  setAll(values)
}

/** Sets the outputs of a sweep: how much of each kind it removed. */
export function setSweepOutputs(swept: Swept): void {
  const removed = (kind: SweepOutputName) => swept[kind].filter((one) => one.removed).length
  setAll({
    jobs: removed('jobs'),
    pools: removed('pools'),
    containers: removed('containers')
  } satisfies Record<SweepOutputName, number>)
}

/** Sets the outputs of a report to people; null where nothing was written. */
export function setReportOutputs(told: Told | null): void {
  setAll({
    number: told?.number ?? '',
    url: told?.url ?? ''
  } satisfies Record<ReportOutputName, string | number>)
}

/** Sets the outputs of a look for earlier results. */
export function setLookOutputs(key: string, unchanged: boolean): void {
  setAll({ key, unchanged: String(unchanged) } satisfies Record<LookOutputName, string>)
}

/** Sets the outputs of a search for changed images. */
export function setChangedOutputs({ patterns, count }: ChangedImages): void {
  setAll({
    images: patterns.join('\n'),
    count: count ?? ''
  } satisfies Record<ChangedOutputName, string | number>)
}

function setAll(values: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(values)) setOutput(name, value)
}

function artifactOutputs<K extends ArtifactKind>(
  kind: K,
  artifacts: Artifacts,
  workflowRun: string | null
) {
  const uploaded = artifacts[kind]
  return {
    [`${kind}-artifact-id`]: uploaded?.id ?? '',
    [`${kind}-artifact-url`]:
      uploaded && workflowRun ? `${workflowRun}/artifacts/${uploaded.id}` : '',
    [`${kind}-artifact-digest`]: uploaded?.digest ?? ''
  } as Record<`${K}-artifact-${'id' | 'url' | 'digest'}`, string | number>
}
