import { setOutput } from '@actions/core'
import type { Finished } from '../run/finish.ts'
import { type ActionName, actions } from '../settings/actions.ts'
import type { ArtifactKind, Artifacts } from './artifacts/upload.ts'

/** A value for each output that an action declares. */
export type OutputValues<A extends ActionName> = Readonly<
  Record<keyof (typeof actions)[A]['outputs'], string | number>
>

/** Sets the outputs of an action. */
export function setOutputs<A extends ActionName>(action: A, values: OutputValues<A>): void {
  const names = Object.keys(actions[action].outputs) as (keyof OutputValues<A> & string)[]
  for (const name of names) setOutput(name, values[name])
}

/**
 * The outputs of delivered results. Outputs of artifacts that were not uploaded are empty.
 *
 * @param workflowRun URL of the workflow run, to which the URLs of artifacts are relative
 */
export function deliveryOutputs(
  finished: Finished,
  artifacts: Artifacts,
  workflowRun: string | null
): OutputValues<'collect'> {
  const { run } = finished
  const { totals } = run
  return {
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
