import { createHash } from 'node:crypto'

/** How the names of all our containers begin: what `sweep` looks for. */
export const CONTAINER_PREFIX = 'batch-ocr-'

/** As long as Azure lets a container's name be. */
const LONGEST = 63

/**
 * The name of a run's container. Azure takes small letters, digits and single hyphens; a run id that has anything else,
 * or is too long, keeps what it can and gets a digest, so that two runs never share a container.
 */
export function containerName(runId: string): string {
  const plain = runId
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const room = LONGEST - CONTAINER_PREFIX.length
  if (plain === runId && plain !== '' && plain.length <= room) return CONTAINER_PREFIX + plain
  const digest = createHash('sha256').update(runId).digest('hex').slice(0, 12)
  const kept = plain.slice(0, room - digest.length - 1).replace(/-$/, '')
  return CONTAINER_PREFIX + [kept, digest].filter(Boolean).join('-')
}
