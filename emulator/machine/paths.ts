import { realpath } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'

/** Where a relative path leads below a folder; null where it leads out, is absolute, or names nothing. */
export function below(folder: string, path: string): string | null {
  if (path === '' || isAbsolute(path) || path.includes('\0')) return null
  const target = resolve(folder, path)
  return isBelow(folder, target) ? target : null
}

/** Whether a path lies below a folder, by their names alone. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Whether what a path names, links followed, is there and lies below a folder. */
export async function reallyBelow(folder: string, path: string): Promise<boolean> {
  try {
    return isBelow(await realpath(folder), await realpath(path))
  } catch {
    return false
  }
}
