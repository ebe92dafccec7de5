import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'

const eventSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ pull_request: v.object({ number: v.pipe(v.number(), v.integer(), v.minValue(1)) }) })
)

/** The number of the pull request that triggered the workflow run; null if the trigger was another event. */
export function pullRequestNumber(env: NodeJS.ProcessEnv): number | null {
  const file = env['GITHUB_EVENT_PATH']
  if (!file || !existsSync(file)) return null
  const event = v.safeParse(eventSchema, readFileSync(file, 'utf8'))
  return event.success ? event.output.pull_request.number : null
}
