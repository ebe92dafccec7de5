import type { Shard } from '../settings/parse.ts'

/**
 * How GitHub's artifacts name the parts of a run. A merge reads downloaded artifacts from plain folders, without GitHub,
 * so both it and `github/artifacts` need these rules; they are kept here, where both may import them.
 */

/** Characters that GitHub rejects in the paths of an artifact (actions/toolkit, path-and-artifact-name-validation). */
const REJECTED = /["<>:|*?\r\n\\]/g

const percentEncoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

/** A path as it is in an artifact: each character that GitHub rejects becomes `%XX`. */
export const pathInArtifact = (path: string): string => path.replace(REJECTED, percentEncoded)

/** What the name of a shard's artifact says. */
export interface ShardArtifact {
  /** The value of `artifact-name`. */
  readonly prefix: string
  readonly kind: 'text' | 'metadata'
  readonly shard: Shard
  /** The attempt of the workflow run; 1 if the name does not say. */
  readonly attempt: number
}

/** `ocr-text-2-of-4`, with `-attempt-2` in a re-run, or with six more digits after a name clash. */
const NAME =
  /^(?<prefix>.+)-(?<kind>text|metadata)-(?<index>\d{1,4})-of-(?<count>\d{1,4})(?:-attempt-(?<attempt>\d{1,6})|-[0-9a-f]{6})?$/

/** Parses the name of a shard's artifact; null for any other name. */
export function shardArtifact(name: string): ShardArtifact | null {
  const { prefix = '', kind, index, count, attempt = '1' } = NAME.exec(name)?.groups ?? {}
  const shard = { index: Number(index), count: Number(count) }
  if (!isShard(shard)) return null
  return { prefix, kind: kind === 'text' ? 'text' : 'metadata', shard, attempt: Number(attempt) }
}

/** Whether these are numbers that the input `shard` accepts. */
export const isShard = ({ index, count }: Shard): boolean =>
  Number.isInteger(index) &&
  Number.isInteger(count) &&
  index >= 1 &&
  index <= count &&
  count < 10_000
