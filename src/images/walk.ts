import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'

/** A file, or something else that is not a folder, found by a walk. */
export interface Entry {
  /** Absolute; a Buffer if the name is not UTF-8. */
  readonly file: string | Buffer
  /** Absolute, for messages and patterns: bytes that are not UTF-8 are shown as `%FF`. */
  readonly shown: string
  readonly kind: 'file' | 'special' | 'escape'
}

/** A folder that could not be listed, and the file system's error code. */
export interface Unlisted {
  readonly folder: string
  readonly reason: string
}

/** The entries that a walk found, in a stable order, and the folders it could not list. */
export interface Walk {
  readonly entries: readonly Entry[]
  readonly unlisted: readonly Unlisted[]
}

/**
 * Walks a folder in code unit order, without hidden names and those that `skip` matches. A link to a file is followed if
 * it stays within the folder; otherwise it is an `escape`. Links to folders are not entered: a target within the folder
 * is found at its own path.
 */
export function walk(root: string, skip: (shown: string) => boolean): Walk {
  const home = realpathSync(root)
  const entries: Entry[] = []
  const unlisted: Unlisted[] = []
  const visit = (folder: Buffer, shownFolder: string): void => {
    for (const dirent of list(folder, shownFolder, unlisted)) {
      const name = showName(dirent.name)
      const shown = join(shownFolder, name)
      if (name.startsWith('.') || skip(shown)) continue
      const path = Buffer.concat([folder, Buffer.from(sep), dirent.name])
      if (dirent.isDirectory()) visit(path, shown)
      else entries.push({ file: asPath(path), shown, kind: kindOf(dirent, path, home) })
    }
  }
  visit(Buffer.from(resolve(root)), resolve(root))
  return { entries: entries.filter((entry) => !isFolderLink(entry)), unlisted }
}

function list(folder: Buffer, shown: string, unlisted: Unlisted[]): Dirent<Buffer>[] {
  try {
    return readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).sort((a, b) =>
      Buffer.compare(a.name, b.name)
    )
  } catch (error) {
    unlisted.push({ folder: shown, reason: (error as NodeJS.ErrnoException).code ?? String(error) })
    return []
  }
}

function kindOf(dirent: Dirent<Buffer>, path: Buffer, home: string): Entry['kind'] {
  if (dirent.isFile()) return 'file'
  return dirent.isSymbolicLink() ? linkKind(path, home) : 'special'
}

/** The kind of a link's target; a broken link counts as leaving the folder. */
function linkKind(path: Buffer, home: string): Entry['kind'] {
  try {
    const target = realpathSync(path)
    if (!isWithin(home, target)) return 'escape'
    return statSync(path).isFile() ? 'file' : 'special'
  } catch {
    return 'escape'
  }
}

function isFolderLink(entry: Entry): boolean {
  if (entry.kind !== 'special') return false
  try {
    return lstatSync(entry.file).isSymbolicLink() && statSync(entry.file).isDirectory()
  } catch {
    return false
  }
}

/** Whether a path is the folder itself or lies within it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const steps = relative(folder, path)
  return steps === '' || !(steps === '..' || steps.startsWith(`..${sep}`) || isAbsolute(steps))
}

const asPath = (path: Buffer): string | Buffer => {
  const text = path.toString('utf8')
  return Buffer.from(text, 'utf8').equals(path) ? text : path
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** A name as text: valid UTF-8 as it is; otherwise each byte that is not ASCII as `%FF`. */
function showName(name: Buffer): string {
  try {
    return decoder.decode(name)
  } catch {
    return [...name]
      .map((byte) =>
        byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`
      )
      .join('')
  }
}
