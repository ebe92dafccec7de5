import * as v from 'valibot'

/** Where a run comes from, and what of it is known at its beginning: enough to finish it in another process. */
export const originSchema = v.object({
  /** Id of the run. */
  id: v.string(),
  backend: v.string(),
  /** ISO 8601, in UTC. */
  start: v.string(),
  /** The settings as records show them: nothing secret. */
  settings: v.record(v.string(), v.unknown()),
  /** The named groups of `key-pattern`: columns of the table. */
  groups: v.array(v.string()),
  /** Files in the folder that are no images. */
  otherFiles: v.number(),
  repository: v.nullable(v.string()),
  commit: v.nullable(v.string()),
  workflowRun: v.nullable(v.string())
})

/** What is known of a run at its beginning. */
export type Origin = v.InferOutput<typeof originSchema>
