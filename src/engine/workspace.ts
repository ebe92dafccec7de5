import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

/** A folder for what is made on the way and not kept: one a slot, one an image. */
export interface Workspace {
  /** A path in the folder that nothing else has had. */
  fresh(name: string): string
  /** Removes the folder and all in it. */
  remove(): void
}

/** Opens a workspace under a folder such as the system's temporary one; it is made when it is first needed. */
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

/** Printable, and short enough for the line buffers of the programs that get it. */
const PLAIN = /^[\x20-\x7e\u00a0-\uffff]{1,1000}$/

/**
 * A path that any program takes as it stands: the file's own where it is harmless, else a link to it in the
 * workspace. Names come from strangers, and both programs give meaning to some (`[0]`, `%d`, a line break).
 */
export function harmlessPath(file: string | Buffer, workspace: Workspace): string {
  return typeof file === 'string' && PLAIN.test(file) ? file : linked(file, workspace)
}

/** A link in the workspace to a file, under a name of ours. */
export function linked(file: string | Buffer, workspace: Workspace): string {
  const link = workspace.fresh('source')
  try {
    symlinkSync(file, link)
  } catch {
    copyFileSync(file, link)
  }
  return link
}
