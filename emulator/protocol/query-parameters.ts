import { BatchError } from './batch-error.ts'
import { invalidQuery } from './query.ts'
import type { Route } from './routes.ts'

/** Supported versions of the protocol, oldest first. */
const API_VERSIONS: readonly string[] = [
  '2022-10-01.16.0',
  '2023-05-01.17.0',
  '2023-11-01.18.0',
  '2024-02-01.19.0',
  '2024-07-01.20.0',
  '2025-06-01'
]

/** The parameters of a query, with names in lower case: clients write both `timeout` and `timeOut`. */
export function queryOf(raw: string): URLSearchParams {
  const pairs = [...new URLSearchParams(raw)]
  return new URLSearchParams(
    pairs.map(([name, value]): [string, string] => [name.toLowerCase(), value])
  )
}

/**
 * Checks that a query has an api-version and only parameters that its route supports.
 *
 * @returns the api-version
 */
export function checkQuery(query: URLSearchParams, route: Route): string {
  const version = versionOf(query)
  const known = new Set(['api-version', 'timeout', ...route.query])
  for (const [name, value] of query) {
    if (!known.has(name)) throw unsupported(name, value)
  }
  checkTimeout(query.get('timeout'))
  return version
}

function versionOf(query: URLSearchParams): string {
  const version = query.get('api-version')
  if (version === null) {
    throw new BatchError(
      400,
      'MissingRequiredQueryParameter',
      'A required query parameter was not specified for this request.',
      [{ key: 'QueryParameterName', value: 'api-version' }]
    )
  }
  if (API_VERSIONS.includes(version)) return version
  throw invalidQuery('api-version', version, 'The specified api version string is invalid')
}

const unsupported = (name: string, value: string): BatchError =>
  new BatchError(
    400,
    'UnsupportedQueryParameter',
    'One of the query parameters specified in the request URI is not supported.',
    [
      { key: 'QueryParameterName', value: name },
      { key: 'QueryParameterValue', value }
    ]
  )

/** Operations finish at once, so the timeout only has to be valid. */
function checkTimeout(text: string | null): void {
  if (text === null || /^[1-9]\d{0,8}$/.test(text)) return
  throw invalidQuery('timeout', text, 'The timeout must be a positive number of seconds')
}
