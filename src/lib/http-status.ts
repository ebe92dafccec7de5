/** What went wrong with an HTTP request, and so whether it can be retried: only `unavailable` may pass by itself. */
export type StatusKind = 'refused' | 'not-found' | 'conflict' | 'bad-request' | 'unavailable'

/**
 * The kind of failure that a status means.
 *
 * @param status null or undefined if there was no response
 */
export function statusKind(status: number | null | undefined): StatusKind {
  if (status == null || status === 408 || status === 429 || status >= 500) return 'unavailable'
  if (status === 401 || status === 403) return 'refused'
  // Not an error by itself: something else answers at that address, such as a redirect.
  if (status === 404 || status === 410 || status < 400) return 'not-found'
  return status === 409 || status === 412 ? 'conflict' : 'bad-request'
}
