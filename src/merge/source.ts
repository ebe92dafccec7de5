import * as v from 'valibot'
import { isPlainPath, isRecordName, outputPath } from '../results/names.ts'
import {
  type NodeRecord,
  nodeRecordSchema,
  type RunRecord,
  runRecordSchema,
  type TaskRecord,
  taskRecordSchema
} from '../results/records.ts'
import { parseRow, type Row } from '../results/row.ts'
import type { Shard } from '../settings/parse.ts'
import { isShard, shardArtifact } from './artifact-names.ts'
import type { SourceFolder } from './source-folder.ts'

/** The results of one shard: its table and texts, its records, or only one of the two. */
export interface Source {
  /** Its name in messages. */
  readonly shown: string
  /** Null if nothing in it says which shard it is. */
  readonly shard: Shard | null
  /** The attempt at a shard it is from: the same for a table and records in two folders that belong together. */
  readonly origin: string
  readonly table: { readonly folder: SourceFolder; readonly rows: readonly Row[] } | null
  readonly records: SourceRecords | null
  /** What in it is ignored because it is not valid, in phrases. */
  readonly ignored: readonly string[]
}

/** The records of one shard. */
export interface SourceRecords {
  readonly folder: SourceFolder
  readonly run: RunRecord
  readonly tasks: readonly TaskRecord[]
  readonly nodes: readonly NodeRecord[]
}

/** Reads the results in a folder. */
export function readSource(folder: SourceFolder): Source {
  const { table, ignored: ignoredRows } = tableIn(folder)
  const { records, ignored: ignoredRecords } = recordsIn(folder)
  const named = shardArtifact(folder.name)
  const shard = records ? shardOfRun(records.run) : (named?.shard ?? null)
  const index = shard?.index ?? indexOfRows(table?.rows ?? [])
  return {
    shown: folder.shown,
    shard,
    origin: named ? `${named.prefix} ${index} ${named.attempt}` : String(index),
    table,
    records,
    ignored: [...ignoredRows, ...ignoredRecords]
  }
}

/** Task ids begin with their shard if there is more than one. */
const indexOfRows = (rows: readonly Row[]): number =>
  Number(/^shard-(\d+)-/.exec(rows.find(({ task }) => task !== null)?.task ?? '')?.[1] ?? 1)

function tableIn(folder: SourceFolder): Pick<Source, 'table' | 'ignored'> {
  const text = folder.text('results.jsonl')
  if (text === null) return { table: null, ignored: [] }
  const lines = text.split('\n').filter(Boolean)
  const parsed = lines.map(parseRow).filter((row) => row !== null)
  const valid = parsed.filter(isSafe)
  const ignored = lines.length - valid.length
  // The last row of an image counts.
  const rows = new Map(valid.map((row) => [row.image, { ...row, text: textOf(row) }]))
  return {
    table: { folder, rows: [...rows.values()] },
    ignored:
      ignored === 0 ? [] : [`${ignored} ${ignored === 1 ? 'line' : 'lines'} of results.jsonl`]
  }
}

/** Names in a row become file names, and those that a run writes are always plain. */
const isSafe = ({ image, task, node }: Row): boolean =>
  isPlainPath(image) && [task, node].every((name) => name === null || isRecordName(name))

const textOf = ({ status, image }: Row): string | null =>
  status === 'failed' ? null : outputPath('txt', image)

function recordsIn(folder: SourceFolder): Pick<Source, 'records' | 'ignored'> {
  const run = folder.record('run', safeRunSchema)
  if (run === null) {
    const exists = folder.file('metadata/run.json') !== null
    return { records: null, ignored: exists ? ['metadata/run.json'] : [] }
  }
  const tasks = folder.records('tasks', safeTaskSchema)
  const nodes = folder.records('nodes', safeNodeSchema)
  const ignored = tasks.ignored + nodes.ignored
  return {
    records: { folder, run, tasks: tasks.records, nodes: nodes.records },
    ignored:
      ignored === 0 ? [] : [`${ignored} ${ignored === 1 ? 'record' : 'records'} of tasks and nodes`]
  }
}

/** Times are compared and subtracted; all records have them in UTC. */
const isTime = (text: string | null): boolean =>
  text === null || (text.endsWith('Z') && !Number.isNaN(Date.parse(text)))

const safeRunSchema = v.pipe(
  runRecordSchema,
  v.check((run) => isTime(run.start) && isTime(run.end) && shardOfRun(run) !== null)
)

const safeTaskSchema = v.pipe(
  taskRecordSchema,
  v.check(({ partition }) => partition.images.every(isPlainPath)),
  v.check(({ attempts }) => attempts.every(({ start, end }) => isTime(start) && isTime(end)))
)

const safeNodeSchema = v.pipe(
  nodeRecordSchema,
  v.check(({ firstTaskAt, lastTaskAt }) => isTime(firstTaskAt) && isTime(lastTaskAt))
)

const shardSchema = v.optional(v.object({ index: v.number(), count: v.number() }), {
  index: 1,
  count: 1
})

/** The shard that a run's record says it is; null if it is not a valid one. */
function shardOfRun({ settings }: Pick<RunRecord, 'settings'>): Shard | null {
  const shard = v.safeParse(shardSchema, settings['shard'])
  return shard.success && isShard(shard.output) ? shard.output : null
}
