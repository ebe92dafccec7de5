import { createHash } from 'node:crypto'

/**
 * The key of a result: same key, same text.
 *
 * @param identity digest of the image's bytes
 * @param fingerprint digest of the engine and its settings
 */
export const resultKey = (identity: string, fingerprint: string): string =>
  `sha256:${createHash('sha256').update(`${identity}\n${fingerprint}`).digest('hex')}`
