import type { ErrorCode } from '../results/row.ts'

/** An image could not be read; becomes the error of its row. The message is a complete sentence. */
export class ImageFailure extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/**
 * Lines that say nothing about the image: the start of a page, and consequences of the line before. Leptonica 1.84
 * prefixes some with its name, and some contain a file name, which need not be the image's.
 */
const UNINFORMATIVE =
  /^(Page \d+( :|$)|Estimating resolution|Detected \d+ diacritics|Image too small to scale|Line cannot be recognized|Error during processing|Image file .* cannot be read!|.*no images defined|(Leptonica )?Error in pixRead(Stream)?: )/

/** A program's error messages, short enough for a row: without the program's name, source lines and our folders. */
export function lastWords(stderr: string, most = 240): string {
  const lines = stderr
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !UNINFORMATIVE.test(line))
    .map((line) =>
      line
        .replace(/^[\w.-]+: /, (name) => (/^(convert|magick)/.test(name) ? '' : name))
        .replace(/ @ \w+\/[\w.-]+\/\w+\/\d+\.?$/, '')
        .replace(/[`']?\/[^\s'`]*\/([^/\s'`]+)[`']?/g, '$1')
    )
  const messages = [...new Set(lines)].join('; ').replace(/\.+$/, '')
  return messages.length > most ? `…${messages.slice(-most)}` : messages || 'no reason given'
}
