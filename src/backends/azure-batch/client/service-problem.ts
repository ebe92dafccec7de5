import { AzureProblem, type ProblemKind } from '../problem.ts'
import type { Failure } from './failure.ts'
import { remedyOf } from './remedies.ts'

/**
 * A failure of the service in our words.
 *
 * @param wanted what was asked for, such as `add the job j`
 */
export function serviceProblem(failure: Failure, wanted: string, host: string): AzureProblem {
  const { code, message, details } = failure
  const kind = kindOf(failure)
  const what = `Azure Batch did not ${wanted} at ${host} (${reason(failure)}).`
  const more = details && `(${details}).`
  const remedy = remedyOf(kind, code, details)
  return new AzureProblem(kind, code, [what, message, more, remedy].filter(Boolean).join(' '))
}

function kindOf({ status, code }: Failure): ProblemKind {
  if (code === 'ENOTFOUND') return 'not-found'
  if (code.endsWith('QuotaReached')) return 'quota'
  if (status === null || status === 408 || status === 429 || status >= 500) return 'unavailable'
  if (status === 401 || status === 403) return 'refused'
  // What is no refusal was no answer of Batch either: a page that somebody else serves there, a redirection.
  if (status === 404 || status === 410 || status < 400) return 'not-found'
  return status === 409 || status === 412 ? 'conflict' : 'bad-request'
}

function reason({ status, code }: Failure): string {
  if (code === 'ENOTFOUND') return 'no Batch account has that name there'
  if (status === null) return code || 'the connection failed'
  return `${status}${code && ` ${code}`}`
}
