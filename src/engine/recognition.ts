import type { Format } from '../results/records.ts'
import { ImageFailure, lastWords } from './failure.ts'
import { rowsOfPage, type Word, wordsOf } from './tesseract/tsv.ts'

/** What Tesseract read on one page. */
export interface PageReading {
  /** Exactly the bytes that Tesseract writes for this page. */
  readonly text: Buffer
  /** The page's rows of Tesseract's table, with page number 1. */
  readonly tsv: string
  readonly words: readonly Word[]
  /** The resolution that Tesseract assumed because the image says none; null where it says one. */
  readonly estimatedDpi: number | null
}

/** What one recognition made: a reading a page, and the files of other formats where they were asked for. */
export interface Recognition {
  readonly pages: readonly PageReading[]
  readonly files: Readonly<Partial<Record<Format, Buffer>>>
}

/** How Tesseract is asked to read, the same for every image of a run. */
export interface ReadingOptions {
  readonly languages: readonly string[]
  readonly pageSegmentationMode: number | null
  /** Dots per inch to assume; null: as the image says, or as Tesseract estimates. */
  readonly dpi: number | null
}

/** The options as Tesseract's arguments. */
export const readingArguments = (options: ReadingOptions): string[] => [
  '-l',
  // How a page lies is told by a model of its own; asked of a language, Tesseract answers nonsense.
  options.pageSegmentationMode === 0 ? 'osd' : options.languages.join('+'),
  ...(options.pageSegmentationMode === null ? [] : ['--psm', String(options.pageSegmentationMode)]),
  ...(options.dpi === null ? [] : ['--dpi', String(options.dpi)])
]

/** A page's reading from what a process wrote and said about it. `page` is the page's number in the table, from 1. */
export function pageReading(
  text: Buffer,
  table: string,
  page: number,
  stderr: string
): PageReading {
  const tsv = rowsOfPage(table, page, 1)
  const words = wordsOf(tsv)
  assertWhole(text, tsv)
  const estimate = /Estimating resolution as (\d+)/.exec(stderr)?.[1]
  return { text, tsv, words, estimatedDpi: estimate === undefined ? null : Number(estimate) }
}

/** Marks of writing direction stand in the text and not in the table. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * Tesseract exits 0 when the disk is full and its files end early (facts: a full standard output, silent). The text
 * and the table tell the same letters, in scripts of either direction: when the table's last row is torn, or the text
 * has another number of them, something was lost.
 */
function assertWhole(text: Buffer, tsv: string): void {
  const rows = tsv.replace(/\n$/, '').split('\n')
  const last = rows.at(-1)?.split('\t') ?? []
  const isTorn = last.length !== 12 || !['1', '5'].includes(last[0] ?? '')
  const told = rows.flatMap((row) => (row.startsWith('5\t') ? row.split('\t').slice(11) : []))
  if (!isTorn && lettersIn(text.toString('utf8')) === lettersIn(told.join(''))) return
  throw new ImageFailure(
    'engine-failed',
    'Tesseract could not write all of its result. Is the disk of the temporary folder full?'
  )
}

const lettersIn = (text: string): number =>
  text.replace(DIRECTION_MARKS, '').replace(/\s/g, '').length

/** What Tesseract and its image library say when they could not read an image, whatever the exit code. */
const UNREADABLE =
  /Error in (pixRead|findFileFormat|fopenReadStream|freadHeader|pixaReadMem|pixReadMem)|cannot be read!|Error, cannot read input file|read fail at line|is not supported/

/** Why a recognition cannot be trusted, by what Tesseract said; null where nothing speaks against it. */
export function failureIn(stderr: string): ImageFailure | null {
  const tooLarge = /Image too large: \((\d+), (\d+)\)/.exec(stderr)
  if (tooLarge) {
    return new ImageFailure(
      'too-large',
      `Tesseract takes no image with a side of more than 32767 pixels; this one has ${tooLarge[1]} × ${tooLarge[2]}. Cut or scale it.`
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
      `Tesseract has no model of the language ${language}; install it, or take it from languages.`
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
