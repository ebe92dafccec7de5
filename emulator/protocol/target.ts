import { BatchError } from './batch-error.ts'

/** What a request asks for, taken apart. */
export interface Target {
  /** The path as it was sent: clients sign it so. */
  readonly rawPath: string
  readonly rawQuery: string
  /** What stands between the slashes, decoded; a slash that was sent as `%2F` stays within its segment. */
  readonly segments: readonly string[]
}

/** Takes the target of a request line apart. Slashes doubled by careless joining of addresses count once. */
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
