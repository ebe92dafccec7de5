import { setOutput } from '@actions/core'
import type { Finished } from '../run/finish.ts'
import type { OutputName } from '../settings/outputs.ts'
import type { ArtifactKind, Artifacts } from './artifacts.ts'

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
