import { randomBytes } from 'node:crypto'

/** An id for a run in a terminal: when it began, and a few letters against another in the same second. */
export const freshRunId = (now: Date): string =>
  `${now
    .toISOString()
    .replace(/[-:]|\.\d+/g, '')
    .replace('T', '-')
    .replace('Z', '')}-${randomBytes(3).toString('hex')}`
