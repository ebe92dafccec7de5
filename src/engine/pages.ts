import type { PageReading, Word } from './engine.ts'

/** The texts of pages as one text, separated by form feeds. */
export const joinedText = (pages: readonly PageReading[]): Buffer =>
  Buffer.concat(
    pages.flatMap(({ text }, index) => (index === 0 ? [text] : [Buffer.from('\f'), text]))
  )

/** The first line of Tesseract's table, which is the format `tsv`. */
const TSV_HEADER =
  'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n'

/** The tables of pages as one table, with the pages numbered from 1. */
export const joinedTable = (pages: readonly PageReading[]): string =>
  TSV_HEADER + pages.map(({ tsv }, index) => renumbered(tsv, index + 1)).join('')

/** The second column of the table is the page number. */
const renumbered = (rows: string, page: number): string =>
  page === 1 ? rows : rows.replace(/^(\d+)\t\d+\t/gm, `$1\t${page}\t`)

/** Mean confidence of words, 0 to 100 with two decimals; null if there are no words. */
export function meanConfidence(words: readonly Word[]): number | null {
  if (words.length === 0) return null
  const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length
  return Math.round(mean * 100) / 100
}
