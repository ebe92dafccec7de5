import { invalidQuery } from './query.ts'
import type { BatchRequest, Resource } from './request.ts'
import { pathOf } from './routes.ts'

/** A page of a list. */
export interface Page {
  readonly resources: readonly Resource[]
  /** Link to the next page; absent on the last one. */
  readonly nextLink?: string
}

/** Operations with a smaller maximum page size than 1000. */
const MAX_PAGE_SIZES: Readonly<Record<string, number>> = { 'account.listPoolNodeCounts': 10 }

/**
 * The page that a request asks for. Lists are ordered by ID, as the service's are, and a page starts after the last ID of
 * the previous page, so that no entry is repeated or skipped when others are added or removed in between.
 */
export function pageOf(request: BatchRequest, resources: readonly Resource[]): Page {
  const size = pageSize(request)
  const keyed = resources.map((resource, index) => ({ key: keyOf(resource, index), resource }))
  const after = lastKey(request)
  const rest = after === null ? keyed : keyed.filter(({ key }) => key > after)
  rest.sort((a, b) => (a.key < b.key ? -1 : 1))
  const page = rest.slice(0, size)
  const last = page.at(-1)
  return {
    resources: page.map(({ resource }) => resource),
    ...(last !== undefined && rest.length > size ? { nextLink: linkAfter(request, last.key) } : {})
  }
}

/** The key by which a list is ordered; resources without an ID keep their order. */
function keyOf(resource: Resource, index: number): string {
  const name = resource['id'] ?? resource['name'] ?? resource['nodeId'] ?? resource['poolId']
  return typeof name === 'string' ? name.toLowerCase() : String(index).padStart(9, '0')
}

function pageSize(request: BatchRequest): number {
  const largest = MAX_PAGE_SIZES[request.operation] ?? 1000
  const text = request.query.get('maxresults')
  if (text === null) return largest
  if (!/^-?\d{1,9}$/.test(text))
    throw invalidQuery('maxresults', text, 'MaxResults must be an integer')
  const size = Number(text)
  if (size < 1) throw invalidQuery('maxresults', text, 'MaxResults cannot be less than 1')
  if (size > largest) {
    throw invalidQuery('maxresults', text, `MaxResults cannot be greater than ${largest}`)
  }
  return size
}

const TOKEN = /^after:([A-Za-z0-9_-]+)$/

function lastKey(request: BatchRequest): string | null {
  const token = request.query.get('$skiptoken')
  if (token === null) return null
  const [, key] = TOKEN.exec(token) ?? []
  if (key === undefined)
    throw invalidQuery('$skiptoken', token, 'The continuation token is invalid')
  return Buffer.from(key, 'base64url').toString()
}

/** A link to the entries after a key, with the other parameters of this request. */
function linkAfter(request: BatchRequest, key: string): string {
  const query = new URLSearchParams(request.query)
  query.set('$skiptoken', `after:${Buffer.from(key).toString('base64url')}`)
  const written = [...query].map(
    ([name, value]) =>
      `${encodeURIComponent(name).replaceAll('%24', '$')}=${encodeURIComponent(value)}`
  )
  const path = pathOf(request.operation, request.parameters)
  return `${request.baseUrl}${path}?${written.join('&')}`
}
