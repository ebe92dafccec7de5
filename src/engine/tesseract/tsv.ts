/** One word as Tesseract's table tells it. */
export interface Word {
  readonly text: string
  /** 0 to 100. */
  readonly confidence: number
  /** Its box, in pixels from the page's upper left corner. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Block, paragraph and line: the same for the words of one line. */
  readonly line: string
}

/** The first line of Tesseract's table. */
export const TSV_HEADER =
  'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n'

/** How a row of a word begins; other levels are pages, blocks, paragraphs and lines. */
const WORD_LEVEL = '5\t'

/** The rows of one page, with the page's number set to another; `page` counts from 1. */
export function rowsOfPage(table: string, page: number, renumbered: number): string {
  const [theirs, ours] = [`\t${page}`, `\t${renumbered}`]
  let kept = ''
  for (const line of table.split('\n')) {
    const level = line.indexOf('\t')
    const end = level + theirs.length
    const isOfPage =
      level > 0 && line.startsWith(theirs, level) && (end === line.length || line[end] === '\t')
    if (isOfPage) kept += `${line.slice(0, level)}${ours}${line.slice(end)}\n`
  }
  return kept
}

/** The words in rows of Tesseract's table; what has no letter or a confidence below zero is no word. */
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

/** Mean confidence of words, 0 to 100 with two decimals; null where there are none. */
export function meanConfidence(words: readonly Word[]): number | null {
  if (words.length === 0) return null
  const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length
  return Math.round(mean * 100) / 100
}
