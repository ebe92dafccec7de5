import type { ErrorCode } from '../results/row.ts'

/** Why one image could not be read: it becomes the error of its row. The message is a whole sentence. */
export class ImageFailure extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What a program said, short enough for a row: the last lines, on one line. */
export function lastWords(stderr: string, most = 240): string {
  const words = stderr
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(
      (line) =>
        line !== '' &&
        !/^Page \d+( :|$)/.test(line) &&
        !/^(Estimating resolution|Detected \d+ diacritics)/.test(line)
    )
    .join('; ')
  return words.length > most ? `…${words.slice(-most)}` : words
}
