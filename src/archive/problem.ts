/** An archive cannot be written, or is not valid. The message is a complete sentence. */
export class ArchiveProblem extends Error {}

/** Whether the file system failed. Streams have error codes of their own, but no `errno`. */
export const isFileSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  typeof (error as NodeJS.ErrnoException | null)?.errno === 'number'

/** An error of the file system as a sentence about an archive; any other error unchanged. */
export function fileProblem(what: string, error: unknown): unknown {
  if (!isFileSystemError(error)) return error
  const { code, message } = error
  const remedy =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? ' The disk is full: free some space, or use a larger disk.'
      : ''
  return new ArchiveProblem(`${what} (${message}).${remedy}`, { cause: error })
}

/** Text from an archive, made safe for a log: one line, without control characters, and not too long. */
export const printable = (text: string): string =>
  text
    .slice(0, MAX_LENGTH)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => JSON.stringify(character).slice(1, -1))
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD')

const MAX_LENGTH = 300
