import { createHash } from 'node:crypto'

/** The prefix of the names of all containers of runs. */
export const CONTAINER_PREFIX = 'batch-ocr-'

/** Azure's limit for the name of a container. */
const MAX_LENGTH = 63

/**
 * The name of a run's container. Azure allows lowercase letters, digits and single hyphens. A run ID that is too long or
 * contains anything else is adapted and gets a digest, so that two runs never share a container.
 */
export function containerName(runId: string): string {
  const adapted = runId
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const maxLength = MAX_LENGTH - CONTAINER_PREFIX.length
  if (adapted === runId && adapted !== '' && adapted.length <= maxLength)
    return CONTAINER_PREFIX + adapted
  const digest = createHash('sha256').update(runId).digest('hex').slice(0, 12)
  const start = adapted.slice(0, maxLength - digest.length - 1).replace(/-$/, '')
  return CONTAINER_PREFIX + [start, digest].filter(Boolean).join('-')
}
