import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'
import { type Entry, isWithin, type Unlisted, walk } from './walk.ts'

/** A file that the patterns select. */
export interface Selected extends Entry {
  /** The image's path, with forward slashes, relative to the working directory or, outside of it, to the named folder. */
  readonly path: string
  /** Whether a pattern names this very file, so that it is expected to be an image, whatever its name. */
  readonly named: boolean
}

/** The files that the patterns select, sorted by path. */
export interface Selection {
  readonly files: readonly Selected[]
  readonly unlisted: readonly Unlisted[]
}

/** A pattern names a folder or file that does not exist. The message is a complete sentence. */
export class PatternError extends Error {}

const GLOB = { dot: false, nonegate: true } as const

/**
 * Selects files by patterns: a folder (everything in it), a file, or a glob; lines that begin with `!` exclude.
 *
 * @param patterns the lines of the input
 * @param cwd absolute working directory
 * @param results absolute results folder, which is never read
 * @throws PatternError with every folder and file that does not exist
 */
export function select(patterns: readonly string[], cwd: string, results: string): Selection {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'))
  const roots = wanted.map((pattern) => rootOf(pattern, cwd))
  const missing = roots.map((root) => root.base).filter((base) => !exists(base))
  if (missing.length > 0 || wanted.length === 0) throw new PatternError(missingMessage(missing))

  const base = commonBase(roots, cwd)
  const pathOf = (shown: string) =>
    relative(isWithin(cwd, shown) ? cwd : base, shown)
      .split(sep)
      .join('/')
  const excluded = excluder(patterns, cwd)
  const files = new Map<string, Selected>()
  const unlisted: Unlisted[] = []
  for (const root of roots) {
    const found = entriesOf(root, realPath(results))
    unlisted.push(...found.unlisted)
    for (const entry of found.entries) {
      if (!root.matches(entry.shown) || excluded(entry.shown)) continue
      const path = uniquePath(pathOf(entry.shown), entry, files)
      files.set(path, { ...entry, path, named: root.isFile || files.get(path)?.named === true })
    }
  }
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { files: sorted, unlisted }
}

/** A path that no other file has: two files may have the same one, from two folders or as bytes that are not UTF-8. */
function uniquePath(path: string, entry: Entry, files: ReadonlyMap<string, Selected>): string {
  const isTaken = (name: string) => {
    const other = files.get(name)
    return other !== undefined && !Buffer.from(other.file).equals(Buffer.from(entry.file))
  }
  let name = path
  for (let n = 2; isTaken(name); n++) name = path.replace(/(\.[^./]*)?$/, `~${n}$1`)
  return name
}

interface Root {
  /** Absolute: the folder to walk, or the file itself. */
  readonly base: string
  readonly isFile: boolean
  matches(shown: string): boolean
}

function rootOf(pattern: string, cwd: string): Root {
  const path = resolve(cwd, pattern)
  if (exists(path) || !picomatch.scan(pattern).isGlob) {
    const isFile = !existsSync(path) || !statSync(path).isDirectory()
    return { base: path, isFile, matches: () => true }
  }
  const { base, glob } = picomatch.scan(pattern)
  const folder = resolve(cwd, base || '.')
  const matches = picomatch(glob, GLOB)
  return {
    base: folder,
    isFile: false,
    matches: (shown) => matches(relative(folder, shown).split(sep).join('/'))
  }
}

/** Whether there is something at this path, even a broken link. */
const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

function entriesOf(root: Root, results: string) {
  if (!root.isFile) {
    const home = realPath(root.base)
    return walk(root.base, (shown) => join(home, relative(root.base, shown)) === results)
  }
  const home = realpathSync(dirname(root.base))
  let kind: Entry['kind'] = 'escape'
  try {
    const inside = isWithin(home, realpathSync(root.base))
    kind = !inside ? 'escape' : statSync(root.base).isFile() ? 'file' : 'special'
  } catch {
    // A broken link is treated like one that leaves the folder.
  }
  return { entries: [{ file: root.base, shown: root.base, kind }], unlisted: [] }
}

/** The path with all links resolved; unchanged if it does not exist yet. */
const realPath = (path: string): string => (existsSync(path) ? realpathSync(path) : path)

function excluder(patterns: readonly string[], cwd: string): (shown: string) => boolean {
  const tests = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => pattern.slice(1).trim())
    .map((pattern) => excludes(pattern, cwd))
  return (shown) => tests.some((test) => test(shown))
}

/** An exclude is a folder, a file or a glob; a glob without a slash matches names at any depth, as in .gitignore. */
function excludes(pattern: string, cwd: string): (shown: string) => boolean {
  const path = resolve(cwd, pattern)
  if (existsSync(path)) return (shown) => isWithin(path, shown)
  if (!pattern.includes('/')) {
    const matches = picomatch(pattern, GLOB)
    return (shown) => shown.split(sep).some((part) => matches(part))
  }
  const { base, glob } = picomatch.scan(pattern)
  const folder = resolve(cwd, base || '.')
  const matches = picomatch(glob || basename(pattern), GLOB)
  return (shown) => isWithin(folder, shown) && matches(relative(folder, shown).split(sep).join('/'))
}

/** Images outside the working directory have paths relative to the folder that all patterns out there share. */
function commonBase(roots: readonly Root[], cwd: string): string {
  const outside = roots.map((root) => root.base).filter((base) => !isWithin(cwd, base))
  let common = dirname(outside[0] ?? join(cwd, '_'))
  while (!outside.every((base) => isWithin(common, dirname(base)))) common = dirname(common)
  return common
}

const missingMessage = (missing: readonly string[]): string =>
  missing.length === 0
    ? 'Input `images` names nothing to read; name a folder, a file or a glob.'
    : missing
        .map((path) => `Input \`images\` names ${path}, which does not exist; check the path.`)
        .join('\n')
