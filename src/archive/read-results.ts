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

/** The task whose results are expected. */
export interface ExpectedTask {
  readonly task: string
  /** Paths of the images, in the order's sequence. */
  readonly images: readonly string[]
  /** The attempt, from 1; the node does not know it. */
  readonly attempt: number
}

/** The rows and records of a task, whose output files and logs are in the results folder. */
export interface ReadResults {
  readonly rows: readonly Row[]
  readonly task: TaskRecord
  readonly node: NodeRecord
}

/**
 * Reads the results archive of a task into the results folder: logs, and the output files of each image with a row. It
 * takes all or nothing, and may be repeated.
 *
 * The archive is not trusted, because a node processes images from anywhere: only rows of the task's own images are
 * accepted, and the path of each file is derived from the known path of its image.
 *
 * @throws ArchiveProblem if the archive is incomplete, damaged, or of another task; what the source throws; the signal's
 *   reason
 */
export async function readResultsArchive(
  source: Readable,
  expected: ExpectedTask,
  folder: ResultsFolder,
  signal: AbortSignal
): Promise<ReadResults> {
  // Inside the results folder, so that files are moved and not copied; the next run clears `metadata`.
  const parent = join(folder.path, 'metadata')
  mkdirSync(parent, { recursive: true })
  const stage = mkdtempSync(join(parent, `${expected.task}-`))
  try {
    await unpack(source, (name) => targetIn(stage, name), signal)
    const node = nodeIn(stage)
    const task = taskIn(stage, expected)
    const packedRows = rowsIn(stage, expected)
    moveOutputs(stage, expected, packedRows, folder)
    for (const log of namesIn(join(stage, 'logs')))
      folder.moveIn(
        join(stage, 'logs', log),
        `metadata/logs/${task.id}/${log.slice(0, -PART.length)}`
      )
    const { attempt } = expected
    const rows = packedRows.map((row) => ({ ...row, task: task.id, node: node.id, attempt }))
    return { rows, task: { ...task, node: node.id, counts: countsOf(rows) }, node }
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

/** Suffix of staged files: if this process is killed, they are not mistaken for results. */
const PART = '.part'

const targetIn = (stage: string, name: string): string | null =>
  [ROWS_NAME, TASK_NAME, NODE_NAME].includes(name) || logOf(name) || outputOf(name)
    ? join(stage, `${name}${PART}`)
    : null

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])

/** Maximum bytes of the rows or of a record: a row has about one thousand, and a task has some thousands of rows. */
const MAX_TEXT_BYTES = 64 * 1024 * 1024

function textIn(stage: string, name: string): string {
  const file = join(stage, `${name}${PART}`)
  if (!existsSync(file)) throw new ArchiveProblem(`The archive has no ${name}.`)
  const { size } = statSync(file)
  if (size <= MAX_TEXT_BYTES) return readFileSync(file, 'utf8')
  throw new ArchiveProblem(`The archive's ${name} is too large (${size} bytes).`)
}

function recordIn<T>(stage: string, name: string, schema: v.GenericSchema<unknown, T>): T {
  const text = textIn(stage, name)
  try {
    return v.parse(schema, JSON.parse(text))
  } catch (cause) {
    throw new ArchiveProblem(
      `The archive's ${name} is not a valid record (${printable((cause as Error).message)}).`,
      { cause }
    )
  }
}

/** The node's record. Its id must be safe as a file name. */
function nodeIn(stage: string): NodeRecord {
  const node = recordIn(stage, NODE_NAME, nodeRecordSchema)
  if (isRecordName(node.id)) return node
  throw new ArchiveProblem(
    `The archive names the node ${printable(JSON.stringify(node.id))}, which is not a valid node name.`
  )
}

function taskIn(stage: string, { task, images }: ExpectedTask): TaskRecord {
  const found = recordIn(stage, TASK_NAME, taskRecordSchema)
  if (found.id === task) return { ...found, partition: { ...found.partition, images: [...images] } }
  throw new ArchiveProblem(
    `The archive is of ${printable(JSON.stringify(found.id))}, not of ${task}.`
  )
}

/** The rows. Each must be of an image of the task, and its text file, if it names one, must be in the archive. */
function rowsIn(stage: string, { task, images }: ExpectedTask): Row[] {
  const numbers = new Map(images.map((image, index) => [image, index + 1]))
  const rows = new Map<string, Row>()
  for (const line of textIn(stage, ROWS_NAME).split('\n').filter(Boolean)) {
    const row = parseRow(line)
    const number = row ? numbers.get(row.image) : undefined
    if (!row || number === undefined || !hasTextFile(stage, row, number))
      throw new ArchiveProblem(
        `The archive of ${task} has a line that is not a row of this task: ${printable(line)}`
      )
    rows.set(row.image, row)
  }
  return [...rows.values()]
}

const hasTextFile = (stage: string, row: Row, number: number): boolean =>
  row.text === null ||
  (row.text === outputPath('txt', row.image) &&
    existsSync(join(stage, `${outputName(number, 'txt')}${PART}`)))

function moveOutputs(
  stage: string,
  { images }: ExpectedTask,
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
