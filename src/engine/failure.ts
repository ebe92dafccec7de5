import type { ErrorCode } from '../results/row.ts'

/** Why one image could not be read: it becomes the error of its row. The message is a whole sentence. */
export class ImageFailure extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/**
 * Lines that say nothing about the image: what begins a page, and what follows from the line before. Leptonica
 * 1.84 says its name before some, and in them that of the file, which need not be the image's.
 */
const EMPTY_WORDS =
  /^(Page \d+( :|$)|Estimating resolution|Detected \d+ diacritics|Image too small to scale|Line cannot be recognized|Error during processing|Image file .* cannot be read!|.*no images defined|(Leptonica )?Error in pixRead(Stream)?: )/

/** What a program said, short enough for a row: without its own name, its source lines and our folders. */
export function lastWords(stderr: string, most = 240): string {
  const lines = stderr
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !EMPTY_WORDS.test(line))
    .map((line) =>
      line
        .replace(/^[\w.-]+: /, (name) => (/^(convert|magick)/.test(name) ? '' : name))
        .replace(/ @ \w+\/[\w.-]+\/\w+\/\d+\.?$/, '')
        .replace(/[`']?\/[^\s'`]*\/([^/\s'`]+)[`']?/g, '$1')
    )
  const words = [...new Set(lines)].join('; ').replace(/\.+$/, '')
  return words.length > most ? `…${words.slice(-most)}` : words || 'it did not say why'
}
