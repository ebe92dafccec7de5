import { filterableBy } from './filterable.ts'
import { InvalidFilter, parseFilter } from './odata-filter.ts'
import { pageOf } from './paging.ts'
import { invalidQuery, shapeOf } from './query.ts'
import type { BatchRequest, BatchResponse, Resource } from './request.ts'
import type { Stamp } from './stamp.ts'

export { checkConditions } from './conditions.ts'

/** The headers that identify a resource's version. */
const stampHeaders = ({ eTag, lastModified }: Stamp): Record<string, string> => ({
  etag: eTag,
  'last-modified': new Date(lastModified).toUTCString()
})

const addressed = (request: BatchRequest, path: string): string =>
  `${request.baseUrl}/${path.replace(/^\//, '')}`

/** Types of the protocol, such as `Microsoft.Azure.Batch.Protocol.Entities.AutoScaleRun`, belong to no entity set. */
const elementOf = (entity: string): string =>
  entity.startsWith('Microsoft.') ? entity : `${entity}/@Element`

/**
 * A response with one resource, reduced to what `$select` and `$expand` request.
 *
 * @param entity its entity set: `pools`, `jobs`, `tasks`, `nodes`, `taskcountsresult`
 */
export function resourceResponse(
  request: BatchRequest,
  entity: string,
  resource: Resource
): BatchResponse {
  const { eTag, lastModified } = resource
  const stamped = typeof eTag === 'string' && typeof lastModified === 'string'
  return {
    status: 200,
    headers: stamped ? stampHeaders({ eTag, lastModified }) : {},
    json: {
      'odata.metadata': `${request.baseUrl}/$metadata#${elementOf(entity)}`,
      ...shapeOf(request)(resource)
    }
  }
}

/** A response with one page of the resources that match `$filter`, ordered by id. */
export function listResponse(
  request: BatchRequest,
  entity: string,
  resources: readonly Resource[]
): BatchResponse {
  const shape = shapeOf(request)
  const page = pageOf(request, filtered(request, resources))
  const { nextLink } = page
  return {
    status: 200,
    json: {
      'odata.metadata': `${request.baseUrl}/$metadata#${entity}`,
      value: page.resources.map(shape),
      ...(nextLink === undefined ? {} : { 'odata.nextLink': nextLink })
    }
  }
}

function filtered(request: BatchRequest, resources: readonly Resource[]): readonly Resource[] {
  const text = request.query.get('$filter')
  if (text === null) return resources
  try {
    return resources.filter(parseFilter(text, filterableBy(request.operation)))
  } catch (error) {
    throw error instanceof InvalidFilter ? invalidQuery('$filter', text, error.message) : error
  }
}

/** A 201 response for a resource created at a path, such as `/pools/p1`. */
export function createdResponse(request: BatchRequest, path: string, stamp: Stamp): BatchResponse {
  const location = addressed(request, path)
  return { status: 201, headers: { location, dataserviceid: location, ...stampHeaders(stamp) } }
}

/**
 * A response without a body.
 *
 * @param path the path that the service returns in `DataServiceId`, such as `/pools/p1/resize`; deletions have none
 */
export function emptyResponse(
  request: BatchRequest,
  status: 200 | 202 | 204,
  path?: string,
  stamp?: Stamp
): BatchResponse {
  return {
    status,
    headers: {
      ...(path === undefined ? {} : { dataserviceid: addressed(request, path) }),
      ...(stamp === undefined ? {} : stampHeaders(stamp))
    }
  }
}
