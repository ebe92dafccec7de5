import type { Word } from '../engine/tesseract/tsv.ts'

/** What the boxes and confidences of a page's words say about how the page lies. */
export interface Layout {
  /** Mean confidence of the words, 0 to 100; 0 where there are none. */
  readonly confidence: number
  /** Letters and digits in words that are read surely: the more of them, the better the text. */
  readonly sureLetters: number
  /** Words of three characters and more: on fewer than three of them nothing can be founded. */
  readonly longWords: number
  /** Most words stand higher than wide: the page lies on its side. */
  readonly tall: boolean
  /** Median height of the words, in pixels; null where there are none to measure. */
  readonly letterHeight: number | null
  /** Degrees by which the lines fall to the right; of a page on its side, by which they would if it were upright. */
  readonly slope: number
}

/** From this confidence on a word counts as read surely. */
const SURE = 80

/** Measures a page by its words. */
export function layoutOf(words: readonly Word[]): Layout {
  const long = words.filter(({ text }) => [...text].length >= 3)
  const tall =
    long.length >= 3 && 2 * long.filter(({ width, height }) => height > width).length > long.length
  const measured = words.filter(({ text }) => [...text].length >= 2)
  return {
    confidence: words.reduce((sum, { confidence }) => sum + confidence, 0) / (words.length || 1),
    sureLetters: words
      .filter(({ confidence }) => confidence > SURE)
      .reduce((sum, { text }) => sum + letters(text), 0),
    longWords: long.length,
    tall,
    letterHeight: median(measured.map(({ width, height }) => Math.min(width, height))),
    slope: slopeOf(tall ? words.map(upended) : words)
  }
}

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** The box of a word as it stands when the page is turned upright. */
const upended = (word: Word): Word => ({
  ...word,
  left: word.top,
  top: -word.left - word.width,
  width: word.height,
  height: word.width
})

/** A line shorter than this many of its heights tells its slope badly. */
const LEAST_EXTENT = 4

/**
 * The slope of the page's lines: of each line the straight one through the middles of its words, and of these the
 * median, the longer lines weighing more. Confidence is blind to skew, and this is not: a page 3° askew loses words and
 * keeps its confidence, and its slope is told within a tenth of a degree.
 */
function slopeOf(words: readonly Word[]): number {
  const lines = new Map<string, Word[]>()
  for (const word of words) {
    if (word.height > 3 * Math.max(1, word.width)) continue
    lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  }
  const slopes = [...lines.values()].map(lineSlope).filter((slope) => slope !== null)
  const half = slopes.reduce((sum, { extent }) => sum + extent, 0) / 2
  let passed = 0
  for (const { degrees, extent } of slopes.sort((a, b) => a.degrees - b.degrees)) {
    passed += extent
    if (passed >= half) return degrees
  }
  return 0
}

function lineSlope(
  words: readonly Word[]
): { readonly degrees: number; readonly extent: number } | null {
  if (words.length < 3) return null
  const middles = words.map(({ left, top, width, height }) => ({
    x: left + width / 2,
    y: top + height / 2
  }))
  const xs = middles.map(({ x }) => x)
  const extent = Math.max(...xs) - Math.min(...xs)
  if (extent < LEAST_EXTENT * (median(words.map(({ height }) => height)) ?? 0)) return null
  const meanX = mean(xs)
  const meanY = mean(middles.map(({ y }) => y))
  const spread = middles.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  const common = middles.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0)
  return spread === 0 ? null : { degrees: (Math.atan(common / spread) * 180) / Math.PI, extent }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const median = (values: readonly number[]): number | null =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
