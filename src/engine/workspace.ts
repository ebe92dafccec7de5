import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

/** A folder for temporary files: one per slot, and one per image. */
export interface Workspace {
  /** A path in the folder that was not used before. */
  fresh(name: string): string
  /** Removes the folder and its files. */
  remove(): void
}

/** Opens a workspace under a folder such as the system's temporary folder. It is created on first use. */
export function openWorkspace(parent: string): Workspace {
  let folder: string | null = null
  let count = 0
  const home = (): string => {
    if (folder === null) {
      mkdirSync(parent, { recursive: true })
      folder = mkdtempSync(join(parent, 'ocr-'))
    }
    return folder
  }
  return {
    fresh: (name) => join(home(), `${++count}-${name}`),
    remove: () => {
      if (folder !== null) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
      folder = null
    }
  }
}

/** Printable, and short enough for the line buffers of the programs. */
const SAFE_PATH = /^[\x20-\x7e\u00a0-\uffff]{1,1000}$/

/**
 * A path that is safe to pass to any program: the file's own path, or a link in the workspace. File names are not
 * trusted, and the programs interpret some of them (`[0]`, `%d`, line breaks).
 */
export function safePath(file: string | Buffer, workspace: Workspace): string {
  return typeof file === 'string' && SAFE_PATH.test(file) ? file : linked(file, workspace)
}

/** A link to a file, with a safe name in the workspace; a copy if the file system has no links. */
export function linked(file: string | Buffer, workspace: Workspace): string {
  const link = workspace.fresh('source')
  try {
    symlinkSync(file, link)
  } catch {
    copyFileSync(file, link)
  }
  return link
}
