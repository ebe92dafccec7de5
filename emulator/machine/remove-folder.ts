import { chmod, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from './failures.ts'

/** Removes a folder recursively, even if a task has removed the write permission of a subfolder. */
export async function removeFolder(folder: string): Promise<void> {
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }
  try {
    await rm(folder, options)
  } catch (error) {
    if (systemCode(error) !== 'EACCES') throw error
    await unlock(folder)
    await rm(folder, options)
  }
}

async function unlock(folder: string): Promise<void> {
  await chmod(folder, 0o700)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await unlock(join(folder, entry.name))
  }
}
