import * as v from 'valibot'

/** The versions and languages of the programs that read on a node. */
export const engineRecordSchema = v.object({
  tesseract: v.nullable(v.string()),
  leptonica: v.nullable(v.string()),
  imageMagick: v.nullable(v.string()),
  poppler: v.nullable(v.string()),
  languages: v.array(v.string()),
  /** Digests of the models that were used, by language. */
  models: v.optional(v.record(v.string(), v.nullable(v.string())), {})
})

/** The versions and languages of the programs that read on a node. */
export type EngineRecord = v.InferOutput<typeof engineRecordSchema>

/** A machine that ran tasks: `metadata/nodes/<node>.json`. Times are ISO 8601, in UTC. */
export const nodeRecordSchema = v.object({
  id: v.string(),
  kind: v.string(),
  host: v.string(),
  os: v.string(),
  arch: v.string(),
  cpu: v.string(),
  cores: v.number(),
  memoryBytes: v.number(),
  vmSize: v.nullable(v.string()),
  dedicated: v.nullable(v.boolean()),
  engine: engineRecordSchema,
  tasks: v.number(),
  images: v.number(),
  busySeconds: v.number(),
  firstTaskAt: v.nullable(v.string()),
  lastTaskAt: v.nullable(v.string())
})

/** A machine that ran tasks. */
export type NodeRecord = v.InferOutput<typeof nodeRecordSchema>

const attemptSchema = v.object({
  node: v.string(),
  start: v.string(),
  end: v.string(),
  exitCode: v.nullable(v.number()),
  /** Why the attempt did not finish; null if it did. */
  reason: v.nullable(v.string())
})

const countsSchema = v.object({
  recognized: v.number(),
  reused: v.number(),
  empty: v.number(),
  failed: v.number()
})

/** How many images have each status. */
export type Counts = v.InferOutput<typeof countsSchema>

/** A task and its outcome: `metadata/tasks/<task>.json`. */
export const taskRecordSchema = v.object({
  id: v.string(),
  partition: v.object({
    images: v.array(v.string()),
    bytes: v.number(),
    estimatedSeconds: v.number()
  }),
  node: v.nullable(v.string()),
  slot: v.nullable(v.number()),
  attempts: v.array(attemptSchema),
  seconds: v.number(),
  counts: countsSchema
})

/** A task and its outcome. */
export type TaskRecord = v.InferOutput<typeof taskRecordSchema>

/** Totals of a run: `images` is the sum of the counts. */
export const totalsSchema = v.object({
  ...countsSchema.entries,
  images: v.number(),
  pages: v.number(),
  words: v.number(),
  bytes: v.number(),
  confidence: v.nullable(v.number()),
  otherFiles: v.number(),
  nodes: v.number(),
  tasks: v.number(),
  taskSeconds: v.number()
})

/** Totals of a run. */
export type Totals = v.InferOutput<typeof totalsSchema>

/** A whole run: `metadata/run.json`. */
export const runRecordSchema = v.object({
  id: v.string(),
  backend: v.string(),
  start: v.string(),
  /** Null while the run is in progress, or if it was killed. */
  end: v.nullable(v.string()),
  seconds: v.number(),
  /** `cancelled` if a signal ended it early, `failed` if an error did. */
  outcome: v.picklist(['running', 'done', 'cancelled', 'failed']),
  /** Why it failed, in sentences; null if it did not. */
  problem: v.optional(v.nullable(v.string()), null),
  settings: v.record(v.string(), v.unknown()),
  totals: totalsSchema,
  /** Seconds of all tasks ÷ wall seconds; null if no task ran. */
  speedup: v.nullable(v.number()),
  plan: v.object({
    slots: v.number(),
    estimatedSeconds: v.number(),
    partitions: v.array(
      v.object({
        task: v.string(),
        images: v.number(),
        bytes: v.number(),
        estimatedSeconds: v.number()
      })
    )
  }),
  repository: v.nullable(v.string()),
  commit: v.nullable(v.string()),
  /** URL of the workflow run on GitHub; null elsewhere. */
  workflowRun: v.nullable(v.string())
})

/** A whole run. */
export type RunRecord = v.InferOutput<typeof runRecordSchema>

/** The formats an image's text can be written in, by their names in the input `formats`. */
export const FORMATS = ['txt', 'hocr', 'tsv', 'alto', 'pdf'] as const

/** A format in which the text of an image can be written. */
export type Format = (typeof FORMATS)[number]

/** Each format's file extension, which is Tesseract's own, and its folder in the results folder. */
export const FORMAT_FILES: Readonly<
  Record<Format, { readonly folder: string; readonly extension: string }>
> = {
  txt: { folder: 'text', extension: '.txt' },
  hocr: { folder: 'hocr', extension: '.hocr' },
  tsv: { folder: 'tsv', extension: '.tsv' },
  alto: { folder: 'alto', extension: '.xml' },
  pdf: { folder: 'pdf', extension: '.pdf' }
}

/** What is known of a run when it begins: enough to finish it in another process. */
export const originSchema = v.object({
  /** Id of the run. */
  id: v.string(),
  backend: v.string(),
  /** ISO 8601, in UTC. */
  start: v.string(),
  /** The settings, without secrets. */
  settings: v.record(v.string(), v.unknown()),
  /** The columns that `key-pattern` makes: its named groups. */
  groups: v.array(v.string()),
  /** Files in the folder that are not images. */
  otherFiles: v.number(),
  repository: v.nullable(v.string()),
  commit: v.nullable(v.string()),
  workflowRun: v.nullable(v.string())
})

/** What is known of a run when it begins. */
export type Origin = v.InferOutput<typeof originSchema>
