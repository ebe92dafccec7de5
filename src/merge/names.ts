import type { Shard } from '../settings/parse.ts'

/** Characters that GitHub refuses in the paths of an artifact (actions/toolkit, path-and-artifact-name-validation). */
const REFUSED = /["<>:|*?\r\n\\]/g

const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

/** A path as it stands in an artifact: what GitHub refuses there stands as `%XX`. */
export const pathInArtifact = (path: string): string => path.replace(REFUSED, percent)

/** What the name of a shard's artifact says. */
export interface ShardArtifact {
  /** What `artifact-name` was. */
  readonly prefix: string
  readonly kind: 'text' | 'metadata'
  readonly shard: Shard
  /** Which attempt of the workflow run it is of; 1 where the name does not say. */
  readonly attempt: number
}

/** `ocr-text-2-of-4`, in a re-run `…-attempt-2`, and after a clash of names with six digits more. */
const NAME =
  /^(?<prefix>.+)-(?<kind>text|metadata)-(?<index>\d{1,4})-of-(?<count>\d{1,4})(?:-attempt-(?<attempt>\d{1,6})|-[0-9a-f]{6})?$/

/** Reads the name of a shard's artifact; null where it is none. */
export function shardArtifact(name: string): ShardArtifact | null {
  const { prefix = '', kind, index, count, attempt = '1' } = NAME.exec(name)?.groups ?? {}
  const shard = { index: Number(index), count: Number(count) }
  if (!isShard(shard)) return null
  return { prefix, kind: kind === 'text' ? 'text' : 'metadata', shard, attempt: Number(attempt) }
}

/** Whether this is a part of a whole, as the input `shard` takes it. */
export const isShard = ({ index, count }: Shard): boolean =>
  Number.isInteger(index) &&
  Number.isInteger(count) &&
  index >= 1 &&
  index <= count &&
  count < 10_000

/** A name that may stand in a path of the results folder: of a task, a node or a log. */
export const isName = (name: string): boolean => /^\w[\w.-]{0,127}$/.test(name)

/** Whether an image's path leads nowhere but down: no shard has others, and nobody else's are believed. */
export const isPlainPath = (path: string): boolean =>
  !path.includes('\0') &&
  path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..')
