import { realpath } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'

/** Resolves a relative path in a folder; null if it is empty or absolute, or leaves the folder. */
export function below(folder: string, path: string): string | null {
  if (path === '' || isAbsolute(path) || path.includes('\0')) return null
  const target = resolve(folder, path)
  return isBelow(folder, target) ? target : null
}

/** Whether a path is in a folder, judged by the paths alone. */
export function isBelow(folder: string, path: string): boolean {
  const relativePath = relative(folder, path)
  return (
    relativePath !== '' &&
    relativePath !== '..' &&
    !relativePath.startsWith(`..${sep}`) &&
    !isAbsolute(relativePath)
  )
}

/** Whether a path exists and, with links resolved, is in a folder. */
export async function reallyBelow(folder: string, path: string): Promise<boolean> {
  try {
    return isBelow(await realpath(folder), await realpath(path))
  } catch {
    return false
  }
}
