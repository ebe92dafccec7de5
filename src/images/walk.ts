import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'

/** One thing found in a folder. */
export interface Entry {
  /** Absolute; a Buffer where the name is not UTF-8. */
  readonly file: string | Buffer
  /** Absolute, for people and patterns: bytes that are not UTF-8 stand as `%FF`. */
  readonly shown: string
  readonly kind: 'file' | 'special' | 'escape'
}

/** A file system's word on a folder that could not be listed. */
export interface Unlisted {
  readonly folder: string
  readonly reason: string
}

/** What a walk found: entries in a stable order, and the folders it could not look into. */
export interface Walk {
  readonly entries: readonly Entry[]
  readonly unlisted: readonly Unlisted[]
}

/**
 * Walks a folder: hidden names and `skip` left out, in the order of code units. A link to a file is followed where it
 * stays within the folder and is an `escape` where it leaves it; a link to a folder is not entered, because what it
 * shows inside the folder is found at its own place.
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

/** Where a link leads: a link that leads nowhere counts as leaving, since nothing inside answers to it. */
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
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}

const asPath = (path: Buffer): string | Buffer => {
  const text = path.toString('utf8')
  return Buffer.from(text, 'utf8').equals(path) ? text : path
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** A name for people: valid UTF-8 as it is, else each foreign byte as `%FF`. */
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
