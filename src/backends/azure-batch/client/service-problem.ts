import { statusKind } from '../../../lib/http-status.ts'
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
  return code.endsWith('QuotaReached') ? 'quota' : statusKind(status)
}

function reason({ status, code }: Failure): string {
  if (code === 'ENOTFOUND') return 'no Batch account has that name there'
  if (status === null) return code || 'the connection failed'
  return `${status}${code && ` ${code}`}`
}
