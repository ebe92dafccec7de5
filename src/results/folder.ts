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
 * The results folder: what a run leaves, and what the next one reuses. Rows are appended as they become known, so that
 * a run that is killed loses none; files are written aside and renamed, so that none is ever half there.
 */
export class ResultsFolder {
  /** Absolute. */
  readonly path: string
  /** The table's file as rows are added to it. */
  #rows: number | null = null
  /** The records that stand in `metadata/` as they are. */
  #recorded = new WeakSet<object>()

  constructor(path: string) {
    this.path = path
  }

  /** Rows of an earlier run by their image; the last word on an image counts. Lines that are no rows are passed over. */
  earlierRows(): Map<string, Row> {
    const lines = this.has('results.jsonl')
      ? readFileSync(join(this.path, 'results.jsonl'), 'utf8').split('\n')
      : []
    const rows = lines.map(parseRow).filter((row) => row !== null)
    return new Map(rows.map((row) => [row.image, row]))
  }

  /** Whether a file is there, by its path within the folder. */
  has(path: string): boolean {
    return existsSync(join(this.path, path))
  }

  /** The bytes of a file, by its path within the folder. */
  read(path: string): Buffer {
    return readFileSync(join(this.path, path))
  }

  /** Writes an image's file of one format and gives its path within the folder. */
  writeOutput(format: Format, image: string, content: Buffer): string {
    const path = outputPath(format, image)
    this.write(path, content)
    return path
  }

  /** Writes a file whole or not at all, by its path within the folder. */
  write(path: string, content: Buffer | string): void {
    const target = this.#placeFor(path)
    const aside = `${target}.part`
    inItsFolder(target, () => writeFileSync(aside, content))
    renameSync(aside, target)
  }

  /** Moves a file of the same file system to a path within the folder. */
  moveIn(file: string, path: string): void {
    const target = this.#placeFor(path)
    inItsFolder(target, () => renameSync(file, target))
  }

  #placeFor(path: string): string {
    const target = join(this.path, path)
    if (relative(this.path, target).startsWith(`..${sep}`))
      throw new Error(`${path} lies outside of the results folder.`)
    return target
  }

  /**
   * Copies files within the folder. All are copied aside before the first is put in place, since the target of one may
   * be the source of another.
   */
  copyAll(
    copies: readonly { readonly from: string; readonly to: string }[],
    beforePlacing: () => void
  ): void {
    const aside = (path: string) => `${path}.copy.part`
    for (const { from, to } of copies) this.write(aside(to), this.read(from))
    beforePlacing()
    for (const { to } of copies) renameSync(join(this.path, aside(to)), join(this.path, to))
  }

  /** Writes a record of `metadata/` as JSON that a person can read. One that was written before is left as it stands. */
  writeRecord(name: string, record: object): void {
    if (this.#recorded.has(record)) return
    this.write(`metadata/${name}.json`, `${JSON.stringify(record, null, 2)}\n`)
    this.#recorded.add(record)
  }

  /** Every record of a folder of `metadata/`, in the order of their names. */
  records(folder: 'tasks' | 'nodes'): unknown[] {
    const home = join(this.path, 'metadata', folder)
    if (!existsSync(home)) return []
    return readdirSync(home)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(join(home, name), 'utf8')))
  }

  /** Begins the table of a run with the rows that are known already. */
  beginRows(rows: readonly Row[]): void {
    this.#writeRows(rows)
  }

  /** Adds a row as soon as it is known. The table stays open until it is written anew. */
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

  /** Writes the tables of a run that has ended: sorted by path. `groups` are the columns of `key-pattern`. */
  writeTables(rows: readonly Row[], groups: readonly string[]): void {
    const sorted = [...rows].sort(byImage)
    this.#writeRows(sorted)
    this.write('results.csv', csvTable(sorted, groups))
  }

  /** Removes what an earlier run wrote of images but for some formats, and the folders that become empty by it. */
  removeOutputs(images: Iterable<string>, except: readonly Format[] = []): void {
    const there = FORMATS.filter(
      (format) => !except.includes(format) && this.has(FORMAT_FILES[format].folder)
    )
    if (there.length === 0) return
    for (const image of images)
      for (const format of there) this.#removeFile(join(this.path, outputPath(format, image)))
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

  /** Removes the records of an earlier run, which this one makes anew. */
  clearRecords(): void {
    this.#recorded = new WeakSet()
    rmSync(join(this.path, 'metadata'), { recursive: true, force: true })
    rmSync(join(this.path, 'report.html'), { force: true })
  }
}

/** Does what puts a file in its place; the folder is made when it turns out not to be there. */
function inItsFolder(target: string, put: () => void): void {
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
