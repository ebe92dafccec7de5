import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import * as v from 'valibot'
import { isWithin } from '../images/walk.ts'
import { isRecordName, outputPath } from '../results/names.ts'
import type { Format } from '../results/records.ts'
import { pathInArtifact } from './artifact-names.ts'

/** The folders with results, among those named and the folders in them. */
export interface FoundFolders {
  readonly folders: readonly SourceFolder[]
  /** Folders without results in those named. */
  readonly others: readonly string[]
  /** Why a named folder cannot be merged, in sentences. */
  readonly problems: readonly string[]
}

/**
 * Finds the folders that hold results: each named folder, or those directly in it.
 *
 * @param cwd absolute: the base of relative paths
 * @param target absolute: the folder to merge into, which cannot be a source
 */
export function findFolders(named: readonly string[], cwd: string, target: string): FoundFolders {
  const home = existsSync(target) ? realpathSync(target) : target
  const found = named.map((shown) => search(resolve(cwd, shown), shown, home))
  const folders = new Map(found.flatMap(({ folders }) => folders).map((one) => [one.path, one]))
  const overlaps = [...folders.values()].filter(
    ({ path }) => isWithin(path, home) || isWithin(home, path)
  )
  return {
    folders: [...folders.values()],
    others: found.flatMap(({ others }) => others),
    problems: [
      ...found.flatMap(({ problems }) => problems),
      ...overlaps.map((one) => overlap(one, home))
    ]
  }
}

function search(path: string, shown: string, home: string): FoundFolders {
  const nothing = { folders: [], others: [], problems: [] }
  if (!isFolder(path)) return { ...nothing, problems: [`There is no folder ${shown}.`] }
  const top = new SourceFolder(path, shown)
  if (top.holdsResults()) return { ...nothing, folders: [top] }
  const below = foldersBelow(top).filter((one) => one.path !== home)
  const folders = below.filter((one) => one.holdsResults())
  if (folders.length === 0) return { ...nothing, problems: [noResults(shown)] }
  const others = below.filter((one) => !folders.includes(one)).map((one) => one.shown)
  return { ...nothing, folders, others }
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

const foldersBelow = (top: SourceFolder): SourceFolder[] =>
  top
    .names('.', 'folders')
    .filter((name) => !name.startsWith('.'))
    .map((name) => new SourceFolder(join(top.path, name), join(top.shown, name)))

const noResults = (shown: string): string =>
  `${shown} holds no results: there is no results.jsonl or metadata/run.json in it or in the folders directly in it.`

const overlap = ({ shown }: SourceFolder, home: string): string =>
  `${shown} and the results folder ${home} overlap: a merge does not write to the folders it reads; set \`results\` to another folder.`

/**
 * A folder to merge from, which anyone may have written. It is only read; links are not followed, and anything but a
 * regular file or folder is treated as missing.
 */
export class SourceFolder {
  /** Absolute, without links. */
  readonly path: string
  /** Its name in messages. */
  readonly shown: string

  /** @throws if there is no such folder */
  constructor(path: string, shown: string) {
    this.path = realpathSync(path)
    this.shown = shown
  }

  /** The folder's own name. */
  get name(): string {
    return basename(this.path)
  }

  /** The absolute path of a regular file, by its path within the folder; null if there is none. */
  file(path: string): string | null {
    const target = join(this.path, path)
    try {
      return realpathSync(target) === target && lstatSync(target).isFile() ? target : null
    } catch {
      return null
    }
  }

  /** The absolute path of an image's file of one format; null if there is none. */
  output(format: Format, image: string): string | null {
    const path = outputPath(format, image)
    return this.file(path) ?? this.file(pathInArtifact(path))
  }

  /** The names of the regular files, or of the folders, directly in a folder, sorted; empty if it does not exist. */
  names(path: string, kind: 'files' | 'folders'): string[] {
    const target = join(this.path, path)
    try {
      if (realpathSync(target) !== target) return []
      return readdirSync(target, { withFileTypes: true })
        .filter((entry) => (kind === 'files' ? entry.isFile() : entry.isDirectory()))
        .map(({ name }) => name)
        .sort()
    } catch {
      return []
    }
  }

  /** The text of a file; null if it does not exist or cannot be read. */
  text(path: string): string | null {
    const file = this.file(path)
    try {
      return file && readFileSync(file, 'utf8')
    } catch {
      return null
    }
  }

  /** A record of `metadata/`; null if it does not exist or does not match the schema. */
  record<T>(name: string, schema: v.GenericSchema<unknown, T>): T | null {
    const text = this.text(`metadata/${name}.json`)
    if (text === null) return null
    try {
      const parsed = v.safeParse(schema, JSON.parse(text))
      return parsed.success ? parsed.output : null
    } catch {
      return null
    }
  }

  /** The valid records of tasks or nodes, each named by its id, and how many other files are ignored. */
  records<T extends { readonly id: string }>(
    folder: 'tasks' | 'nodes',
    schema: v.GenericSchema<unknown, T>
  ): { readonly records: readonly T[]; readonly ignored: number } {
    const files = this.names(`metadata/${folder}`, 'files').filter((name) => name.endsWith('.json'))
    const records = files
      .map((file) => file.slice(0, -'.json'.length))
      .filter(isRecordName)
      .map((name) => {
        const found = this.record(`${folder}/${name}`, schema)
        return found?.id === name ? found : null
      })
      .filter((record) => record !== null)
    return { records, ignored: files.length - records.length }
  }

  /** Whether it has the table of a run, its record, or both. */
  holdsResults(): boolean {
    return this.file('results.jsonl') !== null || this.file('metadata/run.json') !== null
  }
}
