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

/** Why one image has no text, and in a sentence what happened and what to do. */
export type RowError = v.InferOutput<typeof rowErrorSchema>

const counted = v.pipe(v.number(), v.integer(), v.minValue(0))
const measured = v.pipe(v.number(), v.minValue(0))

/** What is known of one image: one line of `results.jsonl`. Times in seconds, sizes in bytes and pixels. */
export const rowSchema = v.object({
  /** The image's path with forward slashes, relative to the working directory (or to the folder named, outside it). */
  image: v.string(),
  status: v.picklist(['recognized', 'reused', 'empty', 'failed']),
  /** `sha256:` and the digest of the bytes; null where they could not be read. */
  identity: v.nullable(v.string()),
  /** Identity and engine together: same key, same text. */
  key: v.nullable(v.string()),
  bytes: counted,
  format: v.nullable(v.string()),
  width: v.nullable(counted),
  height: v.nullable(counted),
  pages: counted,
  words: counted,
  /** Mean confidence of the words, 0 to 100; null where there are none. */
  confidence: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  /** Path of the text within the results folder; null where the image failed. */
  text: v.nullable(v.string()),
  /** The named groups of `key-pattern`; a group that did not take part is null. */
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
  /** Which look at the image its text came from. */
  look: v.picklist([1, 2]),
  /** What the second look did to the image, in words, whether or not its text was kept; null where there was none. */
  secondLook: v.nullable(v.string())
})

/** What is known of one image. */
export type Row = v.InferOutput<typeof rowSchema>

/** The columns of the table, in their order; a `key-pattern` may not name a group like one of them. */
export const rowColumns: readonly string[] = Object.keys(rowSchema.entries)

/** Reads one line of `results.jsonl`; null where it is no row, such as the torn last line of a killed run. */
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

/** Orders rows as the tables show them: by path, code unit by code unit, the same on every machine. */
export const byImage = (a: { image: string }, b: { image: string }): number =>
  a.image < b.image ? -1 : a.image > b.image ? 1 : 0
