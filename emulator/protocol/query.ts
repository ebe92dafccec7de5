import { BatchError } from './batch-error.ts'
import type { BatchRequest, Resource } from './request.ts'

/** The error for an invalid query parameter. */
export const invalidQuery = (name: string, value: string, reason: string): BatchError =>
  new BatchError(
    400,
    'InvalidQueryParameterValue',
    'Value for one of the query parameters specified in the request URI is invalid.',
    [
      { key: 'QueryParameterName', value: name },
      { key: 'QueryParameterValue', value },
      { key: 'Reason', value: reason }
    ]
  )

/**
 * Reduces resources to what a request asks for: the properties in `$select`, and statistics only with `$expand=stats`.
 */
export function shapeOf(request: BatchRequest): (resource: Resource) => Resource {
  const paths = selected(request.query.get('$select'))
  const withStatistics = expanded(request.query.get('$expand'))
  return (resource) => {
    const { stats, ...rest } = resource
    const whole = withStatistics && stats !== undefined ? resource : rest
    return paths === null ? whole : picked(whole, paths)
  }
}

function selected(text: string | null): readonly (readonly string[])[] | null {
  if (text === null || text.trim() === '*') return null
  const names = text.split(',').map((name) => name.trim())
  if (!names.every((name) => /^[A-Za-z]\w*(\/[A-Za-z]\w*)*$/.test(name))) {
    throw invalidQuery('$select', text, 'The list of properties is not syntactically valid.')
  }
  return names.map((name) => name.split('/'))
}

function expanded(text: string | null): boolean {
  if (text !== null && text.trim() !== 'stats') {
    throw invalidQuery('$expand', text, 'Only the property stats can be expanded.')
  }
  return text !== null
}

/** The selected parts of a resource, in the order of the resource. */
function picked(resource: Resource, paths: readonly (readonly string[])[]): Resource {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(resource)) {
    const below = paths.filter(([first]) => first === key).map((path) => path.slice(1))
    if (below.length === 0) continue
    kept[key] = below.some((path) => path.length === 0) ? value : pickedBelow(value, below)
  }
  return kept
}

function pickedBelow(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (Array.isArray(value)) return value.map((element) => pickedBelow(element, paths))
  return typeof value === 'object' && value !== null ? picked(value as Resource, paths) : value
}
