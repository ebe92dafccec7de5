/** What the status of an HTTP response says about repeating the request. */
export type StatusKind = 'refused' | 'not-found' | 'conflict' | 'bad-request' | 'unavailable'

/**
 * The kind of failure that a status stands for.
 *
 * @param status null or undefined where no response came
 */
export function statusKind(status: number | null | undefined): StatusKind {
  if (status == null || status === 408 || status === 429 || status >= 500) return 'unavailable'
  if (status === 401 || status === 403) return 'refused'
  // A status below 400 is not a refusal: something else answers at that address, such as a redirect.
  if (status === 404 || status === 410 || status < 400) return 'not-found'
  return status === 409 || status === 412 ? 'conflict' : 'bad-request'
}
