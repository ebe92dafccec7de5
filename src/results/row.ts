import * as v from 'valibot'

/** Why an image has no text. */
export const ERROR_CODES = [
  'unreadable-image',
  'unsupported-format',
  'git-lfs-pointer',
  'too-large',
  'timeout',
  'engine-failed',
  'lost'
] as const

/** One reason why an image has no text. */
export type ErrorCode = (typeof ERROR_CODES)[number]

const rowErrorSchema = v.object({ code: v.picklist(ERROR_CODES), message: v.string() })

/** Why one image has no text: a code, and a sentence on what happened and what to do. */
export type RowError = v.InferOutput<typeof rowErrorSchema>

const counted = v.pipe(v.number(), v.integer(), v.minValue(0))
const measured = v.pipe(v.number(), v.minValue(0))

/** The result of one image: one line of `results.jsonl`. Times are in seconds, sizes in bytes and pixels. */
export const rowSchema = v.object({
  /** The image's path, with forward slashes, relative to the working directory or, outside of it, to the named folder. */
  image: v.string(),
  status: v.picklist(['recognized', 'reused', 'empty', 'failed']),
  /** `sha256:` and the digest of the bytes; null if they could not be read. */
  identity: v.nullable(v.string()),
  /** Digest of identity and engine: same key, same text. */
  key: v.nullable(v.string()),
  bytes: counted,
  format: v.nullable(v.string()),
  width: v.nullable(counted),
  height: v.nullable(counted),
  pages: counted,
  words: counted,
  /** Mean confidence of the words, 0 to 100; null if there are none. */
  confidence: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  /** Path of the text within the results folder; null if the image failed. */
  text: v.nullable(v.string()),
  /** The columns that `key-pattern` makes; null for a group that did not match. */
  keys: v.record(v.string(), v.nullable(v.string())),
  error: v.nullable(rowErrorSchema),
  task: v.nullable(v.string()),
  node: v.nullable(v.string()),
  slot: v.nullable(counted),
  attempt: counted,
  startedAt: v.nullable(v.string()),
  seconds: measured,
  prepareSeconds: measured,
  recognizeSeconds: measured,
  /** The look that gave the text: 1, or 2 for the second look. */
  look: v.picklist([1, 2]),
  /** What the second look did to the image, whether or not its text was kept; null if there was none. */
  secondLook: v.nullable(v.string())
})

/** The result of one image. */
export type Row = v.InferOutput<typeof rowSchema>

/** The fields of a row, in order; no group of `key-pattern` may have the same name. */
export const rowColumns: readonly string[] = Object.keys(rowSchema.entries)

/** Parses one line of `results.jsonl`; null if it is not a row, such as the truncated last line of a killed run. */
export function parseRow(line: string): Row | null {
  try {
    const parsed = v.safeParse(rowSchema, JSON.parse(line))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

/** The row of an image that was not read: empty but for what is known of it. */
export const unreadRow = ({ image, ...known }: Pick<Row, 'image'> & Partial<Row>): Row => ({
  image,
  status: 'failed',
  identity: null,
  key: null,
  bytes: 0,
  format: null,
  width: null,
  height: null,
  pages: 0,
  words: 0,
  confidence: null,
  text: null,
  keys: {},
  error: null,
  task: null,
  node: null,
  slot: null,
  attempt: 0,
  startedAt: null,
  seconds: 0,
  prepareSeconds: 0,
  recognizeSeconds: 0,
  look: 1,
  secondLook: null,
  ...known
})

/** Compares rows by path in code unit order, which is the same on every machine. */
export const byImage = (a: { image: string }, b: { image: string }): number =>
  a.image < b.image ? -1 : a.image > b.image ? 1 : 0
