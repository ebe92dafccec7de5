import { appendFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The log of a task's uploads, in two files as on a real node. Write errors are ignored. */
export interface UploadLog {
  info(sentence: string): Promise<void>
  error(sentence: string): Promise<void>
}

/** Creates both files in the task's folder, replacing old ones. */
export async function openUploadLog(folder: string): Promise<UploadLog> {
  const [out, err] = [join(folder, 'fileuploadout.txt'), join(folder, 'fileuploaderr.txt')]
  for (const path of [out, err]) {
    // The task may have left anything there, such as a pipe without a reader.
    await rm(path, { recursive: true, force: true }).catch(() => {})
    await writeFile(path, '', { flag: 'wx' }).catch(() => {})
  }
  const write = (path: string, level: string, sentence: string) =>
    appendFile(path, `${new Date().toISOString()} - ${level} - ${sentence}\n`).catch(() => {})
  return {
    info: (sentence) => write(out, 'INFO', sentence),
    error: (sentence) => write(err, 'ERROR', sentence)
  }
}
