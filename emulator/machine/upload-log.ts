import { appendFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The two files in which a node tells of a task's uploads. A line that cannot be written is no reason to fail. */
export interface UploadLog {
  info(sentence: string): Promise<void>
  error(sentence: string): Promise<void>
}

/** Begins both files anew in the task's folder. */
export async function openUploadLog(folder: string): Promise<UploadLog> {
  const [out, err] = [join(folder, 'fileuploadout.txt'), join(folder, 'fileuploaderr.txt')]
  for (const path of [out, err]) {
    // The task may have left anything there, a pipe that nobody reads for one.
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
