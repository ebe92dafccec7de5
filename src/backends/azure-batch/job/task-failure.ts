import type { BatchTaskStatus } from '../client/batch-service.ts'

/**
 * Why a task failed, which decides what happens next.
 * `platform`: Azure lost the task or its results, so it is resubmitted. `time`: the task or its job timed out or was
 * terminated. `process`: its process failed in every try that `task-retries` allows, and would fail again.
 */
export type FailureCause = 'platform' | 'time' | 'process'

/**
 * The cause by Batch's error code; a code that is not listed is a failure of the platform.
 *
 * @see https://learn.microsoft.com/azure/batch/batch-job-task-error-checking
 */
const CAUSES: Readonly<Record<string, FailureCause>> = {
  failureexitcode: 'process',
  commandprogramnotfound: 'process',
  commandlaunchfailed: 'process',
  taskended: 'time'
}

/** Why a task failed. */
export function failureCause({ failure, exitCode }: BatchTaskStatus): FailureCause {
  const cause = CAUSES[failure?.code.toLowerCase() ?? '']
  if (cause !== undefined) return cause
  return failure === null && exitCode !== null && exitCode !== 0 ? 'process' : 'platform'
}

/** The query of a URL, which may be a SAS. */
const QUERY = /(https?:\/\/[^\s?;]+)\?[^\s;]+/g

/** Describes why a task failed, as a phrase such as `exit code 3 (FailureExitCode: …)`. */
export function describeFailure({ failure, exitCode }: BatchTaskStatus): string {
  const code = exitCode === null || exitCode === 0 ? '' : `exit code ${exitCode}`
  const reason =
    failure === null
      ? ''
      : [failure.code, failure.message, failure.details.replace(QUERY, '$1')]
          .filter(Boolean)
          .join(': ')
  if (code && reason) return `${code} (${reason})`
  return code || reason || 'Azure Batch gives no reason'
}
