import type { BatchTaskStatus } from '../client/batch-service.ts'

/**
 * Who is to blame for a task that failed, and with that what is done about it.
 * `platform`: Azure lost it; it is added again. `time`: it, or its job, ran out of time or was ended. `ours`: its own
 * process failed as often as `task-retries` lets it; it would fail again.
 */
export type Blame = 'platform' | 'time' | 'ours'

/** Batch's own words for failures of a task's process (Microsoft: task error codes). All others are of the platform. */
const BLAMES: Readonly<Record<string, Blame>> = {
  failureexitcode: 'ours',
  commandprogramnotfound: 'ours',
  commandlaunchfailed: 'ours',
  taskended: 'time'
}

/** Who is to blame for the failure of a task. */
export function blameOf({ failure, exitCode }: BatchTaskStatus): Blame {
  const known = BLAMES[failure?.code.toLowerCase() ?? '']
  if (known !== undefined) return known
  return failure === null && exitCode !== null && exitCode !== 0 ? 'ours' : 'platform'
}

/** What an address asks for: rights, which nobody has to read. */
const QUERY = /(https?:\/\/[^\s?;]+)\?[^\s;]+/g

/** What happened to a task, as a phrase: `exit code 3 (FailureExitCode: …)`. */
export function causeOf({ failure, exitCode }: BatchTaskStatus): string {
  const code = exitCode === null || exitCode === 0 ? '' : `exit code ${exitCode}`
  const words =
    failure === null
      ? ''
      : [failure.code, failure.message, failure.details.replace(QUERY, '$1')]
          .filter(Boolean)
          .join(': ')
  if (code && words) return `${code} (${words})`
  return code || words || 'Azure Batch does not say why'
}
