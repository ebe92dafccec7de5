import { existsSync, readdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { ResultsFolder } from '../results/folder.ts'
import { outputPath } from '../results/names.ts'
import { FORMATS, type NodeRecord, type TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import { logName, NODE_NAME, outputName, ROWS_NAME, TASK_NAME } from './names.ts'
import { type PackedFile, pack } from './pack.ts'

/** The results of a task. */
export interface TaskResults {
  /** Paths of the images, in the order's sequence. */
  readonly images: readonly string[]
  /** The rows of those images that were read. */
  readonly rows: readonly Row[]
  readonly task: TaskRecord
  readonly node: NodeRecord
  /** Contains the output files and logs. */
  readonly folder: ResultsFolder
}

/**
 * Writes the archive of a task's results: rows, records, logs, and the output files of all images that have a row.
 *
 * @throws ArchiveProblem if it cannot be written
 */
export async function resultsArchive(archive: string, results: TaskResults): Promise<void> {
  await pack(archive, contents(results))
}

async function* contents({
  images,
  rows,
  task,
  node,
  folder
}: TaskResults): AsyncGenerator<PackedFile> {
  yield { name: NODE_NAME, content: json(node) }
  yield { name: TASK_NAME, content: json(task) }
  yield {
    name: ROWS_NAME,
    content: Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  }
  const logs = join(folder.path, 'metadata', 'logs', task.id)
  for (const log of existsSync(logs) ? readdirSync(logs).sort() : [])
    yield { name: logName(log), content: await open(join(logs, log), 'r') }
  const read = new Set(rows.map(({ image }) => image))
  for (const [index, image] of images.entries()) {
    if (!read.has(image)) continue
    for (const format of FORMATS) {
      const path = outputPath(format, image)
      if (folder.has(path))
        yield {
          name: outputName(index + 1, format),
          content: await open(join(folder.path, path), 'r')
        }
    }
  }
}

const json = (record: unknown): Buffer => Buffer.from(JSON.stringify(record))
