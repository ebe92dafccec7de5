import { BatchError } from './batch-error.ts'

/** The parsed target of a request. */
export interface Target {
  /** The path as sent, which is what clients sign. */
  readonly rawPath: string
  readonly rawQuery: string
  /** Decoded segments; a slash sent as `%2F` stays within its segment. */
  readonly segments: readonly string[]
}

/** Parses the target of a request line. Repeated slashes, from clients that join URLs carelessly, count as one. */
export function targetOf(line: string): Target {
  const [, path = '', rawQuery = ''] = /^(?:https?:\/\/[^/?]*)?([^?#]*)\??([^#]*)/i.exec(line) ?? []
  const rawPath = path || '/'
  try {
    const segments = rawPath
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodeURIComponent)
    return { rawPath, rawQuery, segments }
  } catch {
    throw new BatchError(
      400,
      'InvalidUri',
      'The requested URI does not represent any resource on the server.'
    )
  }
}
