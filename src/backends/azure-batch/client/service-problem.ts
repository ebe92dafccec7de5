import { statusKind } from '../../../lib/http-status.ts'
import { AzureProblem, type ProblemKind } from '../problem.ts'
import type { Failure } from './failure.ts'
import { requestRemedy } from './remedies.ts'

/**
 * The error for a request that failed.
 *
 * @param action what the request should have done, such as `add the job j`
 */
export function serviceProblem(failure: Failure, action: string, host: string): AzureProblem {
  const { code, message, details } = failure
  const kind = kindOf(failure)
  const sentences = [
    `Azure Batch did not ${action} at ${host} (${reason(failure)}).`,
    message,
    details && `(${details}).`,
    requestRemedy(kind, code, details)
  ]
  return new AzureProblem(kind, code, sentences.filter(Boolean).join(' '))
}

function kindOf({ status, code }: Failure): ProblemKind {
  if (code === 'ENOTFOUND') return 'not-found'
  return code.endsWith('QuotaReached') ? 'quota' : statusKind(status)
}

function reason({ status, code }: Failure): string {
  if (code === 'ENOTFOUND') return 'no Batch account has this host name'
  if (status === null) return code || 'the connection failed'
  return `${status}${code && ` ${code}`}`
}
