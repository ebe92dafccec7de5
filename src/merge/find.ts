import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import * as v from 'valibot'
import { isWithin } from '../images/walk.ts'
import { outputPath } from '../results/folder.ts'
import type { Format } from '../results/records.ts'
import { isName, pathInArtifact } from './names.ts'

/** Which of the folders that were named hold results, they or the folders in them. */
export interface FoundFolders {
  readonly folders: readonly ForeignFolder[]
  /** Folders in those named that hold none. */
  readonly others: readonly string[]
  /** Why a folder that was named will not do, in sentences. */
  readonly problems: readonly string[]
}

/**
 * Finds the folders that hold results: each one named, or those right below it.
 *
 * @param cwd absolute: where relative paths start
 * @param target absolute: the folder to merge into, which is no source
 */
export function findFolders(named: readonly string[], cwd: string, target: string): FoundFolders {
  const home = existsSync(target) ? realpathSync(target) : target
  const found = named.map((shown) => lookInto(resolve(cwd, shown), shown, home))
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

function lookInto(path: string, shown: string, home: string): FoundFolders {
  const nothing = { folders: [], others: [], problems: [] }
  if (!isFolder(path)) return { ...nothing, problems: [`There is no folder ${shown}.`] }
  const top = new ForeignFolder(path, shown)
  if (top.holdsResults()) return { ...nothing, folders: [top] }
  const below = foldersBelow(top).filter((one) => one.path !== home)
  const folders = below.filter((one) => one.holdsResults())
  if (folders.length === 0) return { ...nothing, problems: [noResults(shown)] }
  const others = below.filter((one) => !folders.includes(one)).map((one) => one.shown)
  return { ...nothing, folders, others }
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

const foldersBelow = (top: ForeignFolder): ForeignFolder[] =>
  top
    .names('.', 'folders')
    .filter((name) => !name.startsWith('.'))
    .map((name) => new ForeignFolder(join(top.path, name), join(top.shown, name)))

const noResults = (shown: string): string =>
  `${shown} holds no results: neither results.jsonl nor metadata/run.json is there, or in a folder right below it.`

const overlap = ({ shown }: ForeignFolder, home: string): string =>
  `${shown} and the results folder ${home} lie in one another: a merge only reads its folders; name another folder by \`results\`.`

/**
 * A folder that somebody else wrote, or that came from afar. It is only read; links in it are not followed, and what is
 * no plain file is not there.
 */
export class ForeignFolder {
  /** Absolute, without links. */
  readonly path: string
  /** As people know it. */
  readonly shown: string

  /** @throws where there is no such folder */
  constructor(path: string, shown: string) {
    this.path = realpathSync(path)
    this.shown = shown
  }

  /** The folder's own name. */
  get name(): string {
    return basename(this.path)
  }

  /** The absolute path of a plain file, by its path within the folder; null where there is none. */
  file(path: string): string | null {
    const place = join(this.path, path)
    try {
      return realpathSync(place) === place && lstatSync(place).isFile() ? place : null
    } catch {
      return null
    }
  }

  /** The absolute path of an image's file of one format; null where there is none. */
  output(format: Format, image: string): string | null {
    const path = outputPath(format, image)
    return this.file(path) ?? this.file(pathInArtifact(path))
  }

  /** The names of the plain files, or of the folders, right below a path, sorted; none where it is no folder. */
  names(path: string, kind: 'files' | 'folders'): string[] {
    const place = join(this.path, path)
    try {
      if (realpathSync(place) !== place) return []
      return readdirSync(place, { withFileTypes: true })
        .filter((entry) => (kind === 'files' ? entry.isFile() : entry.isDirectory()))
        .map(({ name }) => name)
        .sort()
    } catch {
      return []
    }
  }

  /** The text of a file; null where there is none that we may read. */
  text(path: string): string | null {
    const file = this.file(path)
    try {
      return file && readFileSync(file, 'utf8')
    } catch {
      return null
    }
  }

  /** A record of `metadata/`; null where there is none, or none of this kind. */
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

  /** Every record of tasks or of nodes that bears its file's name, and how many files are no such record. */
  records<T extends { readonly id: string }>(
    folder: 'tasks' | 'nodes',
    schema: v.GenericSchema<unknown, T>
  ): { readonly records: readonly T[]; readonly others: number } {
    const files = this.names(`metadata/${folder}`, 'files').filter((name) => name.endsWith('.json'))
    const records = files
      .map((file) => file.slice(0, -'.json'.length))
      .filter(isName)
      .map((name) => {
        const found = this.record(`${folder}/${name}`, schema)
        return found?.id === name ? found : null
      })
      .filter((record) => record !== null)
    return { records, others: files.length - records.length }
  }

  /** Whether a run left something here: its table, its record, or both. */
  holdsResults(): boolean {
    return this.file('results.jsonl') !== null || this.file('metadata/run.json') !== null
  }
}
