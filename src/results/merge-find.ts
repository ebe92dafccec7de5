import { existsSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isWithin } from '../images/walk.ts'
import { ForeignFolder } from './merge-folder.ts'

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
