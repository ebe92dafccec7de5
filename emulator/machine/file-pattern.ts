import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { hasWildcard, nameTest } from './wildcards.ts'

/** A parsed file pattern. */
export interface FilePattern {
  /** Whether it names a single file. */
  readonly single: boolean
  /** The folder before the first wildcard, to which the names of files are relative. */
  readonly base: string
  /** The segments after the base. */
  readonly parts: readonly string[]
}

/** A file that matches a pattern. */
export interface FoundFile {
  readonly path: string
  /** Relative to the base of the pattern, with slashes. */
  readonly name: string
}

/**
 * Parses the pattern of an output file and expands environment variables.
 *
 * @param folder the folder to which the pattern is relative
 */
export function filePattern(
  pattern: string,
  folder: string,
  environment: Readonly<Record<string, string>>
): FilePattern {
  const whole = expanded(pattern, environment)
  const parts = whole.split('/').filter((part) => part !== '' && part !== '.')
  const first = parts.findIndex(hasWildcard)
  const split = first < 0 ? Math.max(parts.length - 1, 0) : first
  const base = [...(whole.startsWith('/') ? ['/'] : []), ...parts.slice(0, split)]
  return { single: first < 0, base: resolve(folder, join(...base)), parts: parts.slice(split) }
}

const expanded = (pattern: string, environment: Readonly<Record<string, string>>): string =>
  pattern.replace(/\$\{(\w+)\}|\$(\w+)|%(\w+)%/g, (whole, braced, plain, percent) => {
    return environment[braced ?? plain ?? percent] ?? whole
  })

/** The files that match a pattern, without duplicates, ordered by path. `**` does not follow links. */
export async function findFiles({ base, parts }: FilePattern): Promise<FoundFile[]> {
  const found = new Set<string>()
  await walk(base, parts, found)
  return [...found].sort().map((path) => ({ path, name: relative(base, path) }))
}

async function walk(
  folder: string,
  [part, ...rest]: readonly string[],
  found: Set<string>
): Promise<void> {
  if (part === undefined) return
  if (part === '**') return walkBelow(folder, rest, found)
  for (const path of await meant(folder, part)) {
    if (rest.length > 0) await walk(path, rest, found)
    else if (await isFile(path)) found.add(path)
  }
}

/** `**`: this folder and all below. At the end of a pattern it means all files that are there. */
async function walkBelow(
  folder: string,
  rest: readonly string[],
  found: Set<string>
): Promise<void> {
  await walk(folder, rest.length > 0 ? rest : ['*'], found)
  for (const entry of await entries(folder)) {
    const shown = entry.isDirectory() && !entry.name.startsWith('.')
    if (shown) await walkBelow(join(folder, entry.name), rest, found)
  }
}

async function meant(folder: string, part: string): Promise<string[]> {
  if (!hasWildcard(part)) return [join(folder, part)]
  const fits = nameTest(part)
  const names = (await entries(folder)).map(({ name }) => name)
  return names.filter(fits).map((name) => join(folder, name))
}

const entries = (folder: string): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch(() => [])

const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isFile() ?? false
