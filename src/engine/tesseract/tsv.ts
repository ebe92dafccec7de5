import type { Word } from '../engine.ts'

/** Start of a word's row; the other levels are pages, blocks, paragraphs and lines. */
const WORD_LEVEL = '5\t'

/** The rows of one page, with another page number; `page` counts from 1. */
export function rowsOfPage(table: string, page: number, renumbered: number): string {
  const [before, after] = [`\t${page}`, `\t${renumbered}`]
  let kept = ''
  for (const line of table.split('\n')) {
    const level = line.indexOf('\t')
    const end = level + before.length
    const isOfPage =
      level > 0 && line.startsWith(before, level) && (end === line.length || line[end] === '\t')
    if (isOfPage) kept += `${line.slice(0, level)}${after}${line.slice(end)}\n`
  }
  return kept
}

/** The words in rows of Tesseract's table, without those that are blank or have a negative confidence. */
export function wordsOf(rows: string): Word[] {
  const words: Word[] = []
  for (const line of rows.split('\n')) {
    if (!line.startsWith(WORD_LEVEL)) continue
    const fields = line.split('\t')
    const confidence = Number(fields[10])
    const text = fields.slice(11).join('\t').trim()
    if (text === '' || !(confidence >= 0)) continue
    words.push({
      text,
      confidence: Math.min(100, confidence),
      left: Number(fields[6]),
      top: Number(fields[7]),
      width: Number(fields[8]),
      height: Number(fields[9]),
      line: fields.slice(2, 5).join('.')
    })
  }
  return words
}
