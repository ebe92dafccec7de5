import type { PageReading } from '../engine.ts'
import { ImageFailure, lastWords } from '../failure.ts'
import { neededModels } from './models.ts'
import { rowsOfPage, wordsOf } from './tsv.ts'

/** The settings that Tesseract gets as arguments. */
export interface ReadingOptions {
  readonly languages: readonly string[]
  readonly pageSegmentationMode: number | null
  /** Resolution to assume, in dots per inch; null to use the one that the image states, or Tesseract's estimate. */
  readonly dpi: number | null
}

/** The options as Tesseract's arguments. */
export const readingArguments = (options: ReadingOptions): string[] => [
  '-l',
  neededModels(options).join('+'),
  ...(options.pageSegmentationMode === null ? [] : ['--psm', String(options.pageSegmentationMode)]),
  ...(options.dpi === null ? [] : ['--dpi', String(options.dpi)])
]

/**
 * A page's reading from the output of a process.
 *
 * @param page the page's number in the table, from 1
 * @throws ImageFailure if the output is incomplete
 */
export function pageReading(
  text: Buffer,
  table: string,
  page: number,
  stderr: string
): PageReading {
  const tsv = rowsOfPage(table, page, 1)
  const words = wordsOf(tsv)
  assertComplete(text, tsv)
  const estimate = /Estimating resolution as (\d+)/.exec(stderr)?.[1]
  return { text, tsv, words, estimatedDpi: estimate === undefined ? null : Number(estimate) }
}

/** Marks of writing direction appear in the text but not in the table. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * Tesseract exits with 0 even if the disk is full and its files are cut short. Text and table contain the same
 * letters, in scripts of either direction: if the last row of the table is incomplete, or the counts of letters differ,
 * output was lost.
 */
function assertComplete(text: Buffer, tsv: string): void {
  const rows = tsv.replace(/\n$/, '').split('\n')
  const last = rows.at(-1)?.split('\t') ?? []
  const isCutShort = last.length !== 12 || !['1', '5'].includes(last[0] ?? '')
  const inTable = rows.flatMap((row) => (row.startsWith('5\t') ? row.split('\t').slice(11) : []))
  if (!isCutShort && letterCount(text.toString('utf8')) === letterCount(inTable.join(''))) return
  throw new ImageFailure(
    'engine-failed',
    'Tesseract could not write all of its result. Is the disk of the temporary folder full?'
  )
}

const letterCount = (text: string): number =>
  text.replace(DIRECTION_MARKS, '').replace(/\s/g, '').length

/** Messages of Tesseract and its image library for an image that cannot be read; the exit code may still be 0. */
const UNREADABLE =
  /Error in (pixRead|findFileFormat|fopenReadStream|freadHeader|pixaReadMem|pixReadMem)|cannot be read!|Error, cannot read input file|read fail at line|is not supported/

/** The failure that Tesseract reports on standard error; null if it reports none. */
export function failureIn(stderr: string): ImageFailure | null {
  const tooLarge = /Image too large: \((\d+), (\d+)\)/.exec(stderr)
  if (tooLarge) {
    return new ImageFailure(
      'too-large',
      `Tesseract does not read images with a side of more than 32767 pixels; this one has ${tooLarge[1]} × ${tooLarge[2]}. Split it or scale it down.`
    )
  }
  if (UNREADABLE.test(stderr)) {
    return new ImageFailure(
      'unreadable-image',
      `Tesseract could not read the image: ${lastWords(stderr)}.`
    )
  }
  const language = /Failed loading language '([^']+)'/.exec(stderr)?.[1]
  if (language !== undefined) {
    return new ImageFailure(
      'engine-failed',
      `Tesseract has no model for the language ${language}; install the model, or remove the language from \`languages\`.`
    )
  }
  if (/could not create|No space left/i.test(stderr)) {
    return new ImageFailure(
      'engine-failed',
      `Tesseract could not write its result: ${lastWords(stderr)}.`
    )
  }
  return null
}
