import { BatchError } from './batch-error.ts'
import type { BatchRequest } from './request.ts'
import type { Stamp } from './stamp.ts'

/**
 * Checks the conditional headers of a request against the current version of the resource.
 *
 * @throws BatchError 412 if a condition is not met; 304 if a read requested only a newer version and there is none
 */
export function checkConditions(request: BatchRequest, stamp: Stamp): void {
  const { headers } = request
  if (headers['if-match'] !== undefined && !names(headers['if-match'], stamp)) throw notMet()
  if (isBefore(headers['if-unmodified-since'], stamp)) throw notMet()
  const known = headers['if-none-match']
  const unchanged =
    known === undefined
      ? isBefore(headers['if-modified-since'], stamp) === false
      : names(known, stamp)
  if (unchanged) throw reads(request) ? notMet(304) : notMet()
}

const notMet = (status: 304 | 412 = 412): BatchError =>
  new BatchError(
    status,
    'ConditionNotMet',
    'The condition specified using HTTP conditional header(s) is not met.'
  )

const reads = ({ operation }: BatchRequest): boolean => /\.(get|exists)/.test(operation)

const names = (header: string, { eTag }: Stamp): boolean =>
  header
    .split(',')
    .map((name) => name.trim().replace(/^(?:W\/)?"(.*)"$/, '$1'))
    .some((name) => name === '*' || name === eTag)

/** Whether a header's time is before the last change, compared in whole seconds; null if the header is missing. */
function isBefore(header: string | undefined, { lastModified }: Stamp): boolean | null {
  const time = Date.parse(header ?? '')
  if (Number.isNaN(time)) return null
  return time < Math.floor(Date.parse(lastModified) / 1000) * 1000
}
