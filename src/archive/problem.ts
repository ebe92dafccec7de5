/** An archive cannot be written, or is not what it should be. The message is a whole sentence. */
export class ArchiveProblem extends Error {}

/** Whether it is the file system that failed; streams have codes of their own for having been destroyed. */
export const isOfFiles = (error: unknown): error is NodeJS.ErrnoException =>
  typeof (error as NodeJS.ErrnoException | null)?.errno === 'number'

/** The reason that the file system gave, as a sentence about an archive; anything else as it is. */
export function fileTrouble(what: string, error: unknown): unknown {
  if (!isOfFiles(error)) return error
  const { code, message } = error
  const cure = code === 'ENOSPC' || code === 'EDQUOT' ? ' The disk is full: give it more room.' : ''
  return new ArchiveProblem(`${what} (${message}).${cure}`, { cause: error })
}

/** What an archive says, fit for a log: on one line, without signs that steer a terminal, and not longer than a few lines. */
export const printable = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) => JSON.stringify(sign).slice(1, -1))
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD')

const LONGEST = 300
