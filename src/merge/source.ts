import * as v from 'valibot'
import { outputPath } from '../results/folder.ts'
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
import type { ForeignFolder } from './find.ts'
import { isName, isPlainPath, isShard, shardArtifact } from './names.ts'

/** What one shard left: its table and texts, its records, or only one of both where the other did not come. */
export interface Source {
  /** As people know it. */
  readonly shown: string
  /** Null where nothing in it says which part it is. */
  readonly shard: Shard | null
  /** What the table and the records of one attempt at a shard have in common, should they come in two folders. */
  readonly mark: string
  readonly table: { readonly folder: ForeignFolder; readonly rows: readonly Row[] } | null
  readonly records: SourceRecords | null
  /** What in it is not believed, in phrases. */
  readonly odd: readonly string[]
}

/** The records that one shard left. */
export interface SourceRecords {
  readonly folder: ForeignFolder
  readonly run: RunRecord
  readonly tasks: readonly TaskRecord[]
  readonly nodes: readonly NodeRecord[]
}

/** Reads what a folder holds. */
export function readSource(folder: ForeignFolder): Source {
  const { table, odd: oddRows } = tableIn(folder)
  const { records, odd: oddRecords } = recordsIn(folder)
  const named = shardArtifact(folder.name)
  const shard = records ? shardOfRun(records.run) : (named?.shard ?? null)
  const index = shard?.index ?? indexOfRows(table?.rows ?? [])
  return {
    shown: folder.shown,
    shard,
    mark: named ? `${named.prefix} ${index} ${named.attempt}` : String(index),
    table,
    records,
    odd: [...oddRows, ...oddRecords]
  }
}

/** Ids of tasks begin with their shard, where there is more than one. */
const indexOfRows = (rows: readonly Row[]): number =>
  Number(/^shard-(\d+)-/.exec(rows.find(({ task }) => task !== null)?.task ?? '')?.[1] ?? 1)

function tableIn(folder: ForeignFolder): Pick<Source, 'table' | 'odd'> {
  const text = folder.text('results.jsonl')
  if (text === null) return { table: null, odd: [] }
  const lines = text.split('\n').filter(Boolean)
  const parsed = lines.map(parseRow).filter((row) => row !== null)
  const sound = parsed.filter(isSound)
  const odd = lines.length - sound.length
  // The last word on an image counts.
  const rows = new Map(sound.map((row) => [row.image, { ...row, text: textOf(row) }]))
  return {
    table: { folder, rows: [...rows.values()] },
    odd: odd === 0 ? [] : [`${odd} ${odd === 1 ? 'line' : 'lines'} of results.jsonl`]
  }
}

/** Names in a row become names of files; whatever else they may be, ours are plain. */
const isSound = ({ image, task, node }: Row): boolean =>
  isPlainPath(image) && [task, node].every((name) => name === null || isName(name))

const textOf = ({ status, image }: Row): string | null =>
  status === 'failed' ? null : outputPath('txt', image)

function recordsIn(folder: ForeignFolder): Pick<Source, 'records' | 'odd'> {
  const run = folder.record('run', soundRunSchema)
  if (run === null) {
    const isThere = folder.file('metadata/run.json') !== null
    return { records: null, odd: isThere ? ['metadata/run.json'] : [] }
  }
  const tasks = folder.records('tasks', soundTaskSchema)
  const nodes = folder.records('nodes', soundNodeSchema)
  const odd = tasks.others + nodes.others
  return {
    records: { folder, run, tasks: tasks.records, nodes: nodes.records },
    odd: odd === 0 ? [] : [`${odd} ${odd === 1 ? 'record' : 'records'} of tasks and nodes`]
  }
}

/** Moments are compared and subtracted; those of our records are in UTC. */
const isMoment = (text: string | null): boolean =>
  text === null || (text.endsWith('Z') && !Number.isNaN(Date.parse(text)))

const soundRunSchema = v.pipe(
  runRecordSchema,
  v.check((run) => isMoment(run.start) && isMoment(run.end) && shardOfRun(run) !== null)
)

const soundTaskSchema = v.pipe(
  taskRecordSchema,
  v.check(({ partition }) => partition.images.every(isPlainPath)),
  v.check(({ attempts }) => attempts.every(({ start, end }) => isMoment(start) && isMoment(end)))
)

const soundNodeSchema = v.pipe(
  nodeRecordSchema,
  v.check(({ firstTaskAt, lastTaskAt }) => isMoment(firstTaskAt) && isMoment(lastTaskAt))
)

const shardSchema = v.optional(v.object({ index: v.number(), count: v.number() }), {
  index: 1,
  count: 1
})

/** The part of a whole that a run says it is. */
function shardOfRun({ settings }: Pick<RunRecord, 'settings'>): Shard | null {
  const shard = v.safeParse(shardSchema, settings['shard'])
  return shard.success && isShard(shard.output) ? shard.output : null
}
