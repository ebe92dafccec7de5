import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { csvTable } from './csv.ts'
import { outputPath } from './names.ts'
import { FORMAT_FILES, FORMATS, type Format } from './records.ts'
import { byImage, parseRow, type Row } from './row.ts'

/**
 * The results folder, which a run writes and the next one reuses. Rows are appended as they become known, so that none is
 * lost if the run is killed. Files are written under a temporary name and renamed, so that none is ever half written.
 */
export class ResultsFolder {
  /** Absolute. */
  readonly path: string
  /** The open file of the table while rows are added to it. */
  #rows: number | null = null
  /** The records that are already in `metadata/`. */
  #recorded = new WeakSet<object>()

  constructor(path: string) {
    this.path = path
  }

  /** The rows of an earlier run by image; the last row of an image counts, and invalid lines are ignored. */
  earlierRows(): Map<string, Row> {
    const lines = this.has('results.jsonl')
      ? readFileSync(join(this.path, 'results.jsonl'), 'utf8').split('\n')
      : []
    const rows = lines.map(parseRow).filter((row) => row !== null)
    return new Map(rows.map((row) => [row.image, row]))
  }

  /** Whether a file exists, by its path within the folder. */
  has(path: string): boolean {
    return existsSync(join(this.path, path))
  }

  /** The bytes of a file, by its path within the folder. */
  read(path: string): Buffer {
    return readFileSync(join(this.path, path))
  }

  /** Writes an image's file of one format and returns its path within the folder. */
  writeOutput(format: Format, image: string, content: Buffer): string {
    const path = outputPath(format, image)
    this.write(path, content)
    return path
  }

  /** Writes a file completely or not at all, by its path within the folder. */
  write(path: string, content: Buffer | string): void {
    const target = this.#absolute(path)
    const temporary = `${target}.part`
    inExistingFolder(target, () => writeFileSync(temporary, content))
    renameSync(temporary, target)
  }

  /** Moves a file on the same file system to a path within the folder. */
  moveIn(file: string, path: string): void {
    const target = this.#absolute(path)
    inExistingFolder(target, () => renameSync(file, target))
  }

  #absolute(path: string): string {
    const target = join(this.path, path)
    if (relative(this.path, target).startsWith(`..${sep}`))
      throw new Error(`${path} is outside the results folder.`)
    return target
  }

  /**
   * Copies files within the folder. All are copied to temporary names before the first is renamed, since the target of
   * one may be the source of another.
   */
  copyAll(
    copies: readonly { readonly from: string; readonly to: string }[],
    beforeRename: () => void
  ): void {
    const temporary = (path: string) => `${path}.copy.part`
    for (const { from, to } of copies) this.write(temporary(to), this.read(from))
    beforeRename()
    for (const { to } of copies) renameSync(join(this.path, temporary(to)), join(this.path, to))
  }

  /** Writes a record of `metadata/` as readable JSON. An object that was already written is not written again. */
  writeRecord(name: string, record: object): void {
    if (this.#recorded.has(record)) return
    this.write(`metadata/${name}.json`, `${JSON.stringify(record, null, 2)}\n`)
    this.#recorded.add(record)
  }

  /** All records in a folder of `metadata/`, sorted by name. */
  records(folder: 'tasks' | 'nodes'): unknown[] {
    const parent = join(this.path, 'metadata', folder)
    if (!existsSync(parent)) return []
    return readdirSync(parent)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(join(parent, name), 'utf8')))
  }

  /** Starts the table of a run with the rows that are already known. */
  beginRows(rows: readonly Row[]): void {
    this.#writeRows(rows)
  }

  /** Adds a row to the table, which stays open until it is written again. */
  appendRow(row: Row): void {
    this.#rows ??= openSync(join(this.path, 'results.jsonl'), 'a')
    appendFileSync(this.#rows, `${JSON.stringify(row)}\n`)
  }

  #writeRows(rows: readonly Row[]): void {
    if (this.#rows !== null) closeSync(this.#rows)
    this.#rows = null
    this.write('results.jsonl', jsonLines(rows))
  }

  /** Adds lines to the log of a task. */
  appendLog(task: string, name: string, text: string): void {
    const file = join(this.path, 'metadata', 'logs', task, name)
    mkdirSync(dirname(file), { recursive: true })
    appendFileSync(file, text)
  }

  /** Writes the tables of a run that has ended, sorted by path. `columns` are those that `key-pattern` makes. */
  writeTables(rows: readonly Row[], columns: readonly string[]): void {
    const sorted = [...rows].sort(byImage)
    this.#writeRows(sorted)
    this.write('results.csv', csvTable(sorted, columns))
  }

  /** Removes the files of images, except those of some formats, and the folders that become empty. */
  removeOutputs(images: Iterable<string>, except: readonly Format[] = []): void {
    const existing = FORMATS.filter(
      (format) => !except.includes(format) && this.has(FORMAT_FILES[format].folder)
    )
    if (existing.length === 0) return
    for (const image of images)
      for (const format of existing) this.#removeFile(join(this.path, outputPath(format, image)))
  }

  #removeFile(path: string): void {
    if (!existsSync(path)) return
    rmSync(path)
    for (
      let folder = dirname(path);
      folder !== this.path && isEmpty(folder);
      folder = dirname(folder)
    )
      rmdirSync(folder)
  }

  /** Removes the records and the report of an earlier run. */
  clearRecords(): void {
    this.#recorded = new WeakSet()
    rmSync(join(this.path, 'metadata'), { recursive: true, force: true })
    rmSync(join(this.path, 'report.html'), { force: true })
  }
}

/** Puts a file in its folder, which is only made if it turns out to be missing. */
function inExistingFolder(target: string, put: () => void): void {
  try {
    put()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(dirname(target), { recursive: true })
    put()
  }
}

const jsonLines = (rows: readonly Row[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('')

const isEmpty = (folder: string): boolean => readdirSync(folder).length === 0
