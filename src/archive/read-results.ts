import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync
} from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import * as v from 'valibot'
import type { ResultsFolder } from '../results/folder.ts'
import { isRecordName, outputPath } from '../results/names.ts'
import {
  type NodeRecord,
  nodeRecordSchema,
  type TaskRecord,
  taskRecordSchema
} from '../results/records.ts'
import { parseRow, type Row } from '../results/row.ts'
import { countsOf } from '../results/totals.ts'
import { logOf, NODE_NAME, outputName, outputOf, ROWS_NAME, TASK_NAME } from './names.ts'
import { ArchiveProblem, printable } from './problem.ts'
import { unpack } from './unpack.ts'

/** What is known of a task before its results are read: they must be of that and of nothing else. */
export interface AwaitedTask {
  readonly task: string
  /** Images of its order, by their paths and in its sequence. */
  readonly images: readonly string[]
  /** Which of its attempts this one was, from 1: the node itself is not told. */
  readonly attempt: number
}

/** What a task brought home. Its texts and logs are in the results folder. */
export interface BroughtHome {
  readonly rows: readonly Row[]
  readonly task: TaskRecord
  readonly node: NodeRecord
}

/**
 * Reads a task's results from its archive into the results folder: logs, and the files of each image that has a row.
 * All or nothing, and as often as wanted.
 *
 * A node reads what strangers drew, so what comes from it is believed no further than needed: a row counts for an image
 * of the task only, and where a file goes is decided by the image's path as we know it.
 *
 * @throws ArchiveProblem where the archive is torn off or damaged, or is not of this task; what the source throws; the
 *   signal's reason
 */
export async function readTaskArchive(
  source: Readable,
  awaited: AwaitedTask,
  folder: ResultsFolder,
  signal: AbortSignal
): Promise<BroughtHome> {
  // Within the results folder, so that files move without being copied; the next run clears `metadata`.
  const home = join(folder.path, 'metadata')
  mkdirSync(home, { recursive: true })
  const stage = mkdtempSync(join(home, `${awaited.task}-`))
  try {
    await unpack(source, (name) => placeIn(stage, name), signal)
    const node = nodeIn(stage)
    const task = taskIn(stage, awaited)
    const told = rowsIn(stage, awaited)
    moveOutputs(stage, awaited, told, folder)
    for (const log of namesIn(join(stage, 'logs')))
      folder.moveIn(
        join(stage, 'logs', log),
        `metadata/logs/${task.id}/${log.slice(0, -PART.length)}`
      )
    const { attempt } = awaited
    const rows = told.map((row) => ({ ...row, task: task.id, node: node.id, attempt }))
    return { rows, task: { ...task, node: node.id, counts: countsOf(rows) }, node }
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

/** Should we be killed, nobody takes what is called so for a result. */
const PART = '.part'

const placeIn = (stage: string, name: string): string | null =>
  [ROWS_NAME, TASK_NAME, NODE_NAME].includes(name) || logOf(name) || outputOf(name)
    ? join(stage, `${name}${PART}`)
    : null

const namesIn = (home: string): string[] => (existsSync(home) ? readdirSync(home) : [])

/** Bytes of rows or of a record that we take into memory: a row is about one thousand, and a task has some thousands. */
const LONGEST_TEXT = 64 * 1024 * 1024

function textIn(stage: string, name: string): string {
  const file = join(stage, `${name}${PART}`)
  if (!existsSync(file)) throw new ArchiveProblem(`The archive has no ${name}.`)
  const { size } = statSync(file)
  if (size <= LONGEST_TEXT) return readFileSync(file, 'utf8')
  throw new ArchiveProblem(`The archive's ${name} has ${size} bytes: no task tells so much.`)
}

function recordIn<T>(stage: string, name: string, schema: v.GenericSchema<unknown, T>): T {
  const text = textIn(stage, name)
  try {
    return v.parse(schema, JSON.parse(text))
  } catch (cause) {
    throw new ArchiveProblem(
      `The archive's ${name} is no such record (${printable((cause as Error).message)}).`,
      { cause }
    )
  }
}

/** The node's record. Its id names a file later on. */
function nodeIn(stage: string): NodeRecord {
  const node = recordIn(stage, NODE_NAME, nodeRecordSchema)
  if (isRecordName(node.id)) return node
  throw new ArchiveProblem(
    `The archive comes from ${printable(JSON.stringify(node.id))}, which is no name of a node.`
  )
}

function taskIn(stage: string, { task, images }: AwaitedTask): TaskRecord {
  const found = recordIn(stage, TASK_NAME, taskRecordSchema)
  if (found.id === task) return { ...found, partition: { ...found.partition, images: [...images] } }
  throw new ArchiveProblem(
    `The archive is of ${printable(JSON.stringify(found.id))}, not of ${task}.`
  )
}

/** The rows, each of an image of the task and each with its text where it says that there is one. */
function rowsIn(stage: string, { task, images }: AwaitedTask): Row[] {
  const numbers = new Map(images.map((image, index) => [image, index + 1]))
  const rows = new Map<string, Row>()
  for (const line of textIn(stage, ROWS_NAME).split('\n').filter(Boolean)) {
    const row = parseRow(line)
    const number = row ? numbers.get(row.image) : undefined
    if (!row || number === undefined || !hasItsText(stage, row, number))
      throw new ArchiveProblem(
        `The archive of ${task} has a line that is no row of it: ${printable(line)}`
      )
    rows.set(row.image, row)
  }
  return [...rows.values()]
}

const hasItsText = (stage: string, row: Row, number: number): boolean =>
  row.text === null ||
  (row.text === outputPath('txt', row.image) &&
    existsSync(join(stage, `${outputName(number, 'txt')}${PART}`)))

function moveOutputs(
  stage: string,
  { images }: AwaitedTask,
  rows: readonly Row[],
  folder: ResultsFolder
): void {
  const read = new Set(rows.filter(({ status }) => status !== 'failed').map(({ image }) => image))
  for (const file of namesIn(join(stage, 'outputs'))) {
    const output = outputOf(`outputs/${file.slice(0, -PART.length)}`)
    const image = output && images[output.number - 1]
    if (image && read.has(image))
      folder.moveIn(join(stage, 'outputs', file), outputPath(output.format, image))
  }
}
