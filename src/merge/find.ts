import { existsSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isWithin } from '../images/walk.ts'
import { SourceFolder } from './source-folder.ts'

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
  const results = existsSync(target) ? realpathSync(target) : target
  const found = named.map((shown) => search(resolve(cwd, shown), shown, results))
  const folders = new Map(found.flatMap(({ folders }) => folders).map((one) => [one.path, one]))
  const overlaps = [...folders.values()].filter(
    ({ path }) => isWithin(path, results) || isWithin(results, path)
  )
  return {
    folders: [...folders.values()],
    others: found.flatMap(({ others }) => others),
    problems: [
      ...found.flatMap(({ problems }) => problems),
      ...overlaps.map((one) => overlap(one, results))
    ]
  }
}

function search(path: string, shown: string, results: string): FoundFolders {
  const nothing = { folders: [], others: [], problems: [] }
  if (!isFolder(path)) return { ...nothing, problems: [`There is no folder ${shown}.`] }
  const top = new SourceFolder(path, shown)
  if (top.holdsResults()) return { ...nothing, folders: [top] }
  const below = foldersBelow(top).filter((one) => one.path !== results)
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

const overlap = ({ shown }: SourceFolder, results: string): string =>
  `${shown} and the results folder ${results} overlap: a merge does not write to the folders it reads; set \`results\` to another folder.`
