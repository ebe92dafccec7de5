import type { Word } from '../engine/engine.ts'

/** What the boxes and confidences of a page's words reveal about the page. */
export interface Layout {
  /** Mean confidence of the words, 0 to 100; 0 if there are none. */
  readonly confidence: number
  /** Letters and digits in words of high confidence: the more, the better the text. */
  readonly confidentLetters: number
  /** Words of three or more characters; fewer than three such words are no basis for a decision. */
  readonly longWords: number
  /** Most words are higher than wide: the page is on its side. */
  readonly tall: boolean
  /** Median height of the words, in pixels; null if there are none to measure. */
  readonly letterHeight: number | null
  /** Degrees by which the lines fall to the right; for a page on its side, by which they would if it were upright. */
  readonly slope: number
}

/** Above this confidence a word counts as read correctly. */
const HIGH_CONFIDENCE = 80

/** Measures a page by its words. */
export function layoutOf(words: readonly Word[]): Layout {
  const long = words.filter(({ text }) => [...text].length >= 3)
  const tall =
    long.length >= 3 && 2 * long.filter(({ width, height }) => height > width).length > long.length
  const measured = words.filter(({ text }) => [...text].length >= 2)
  return {
    confidence: words.reduce((sum, { confidence }) => sum + confidence, 0) / (words.length || 1),
    confidentLetters: words
      .filter(({ confidence }) => confidence > HIGH_CONFIDENCE)
      .reduce((sum, { text }) => sum + letterCount(text), 0),
    longWords: long.length,
    tall,
    letterHeight: median(measured.map(({ width, height }) => Math.min(width, height))),
    slope: slopeOf(tall ? words.map(turnedUpright) : words)
  }
}

const letterCount = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

const turnedUpright = (word: Word): Word => ({
  ...word,
  left: word.top,
  top: -word.left - word.width,
  width: word.height,
  height: word.width
})

/** The slope of a line that is shorter than this many of its heights is too inaccurate. */
const MIN_EXTENT = 4

/**
 * The slope of the page's lines: for each line, the regression line through the centers of its words; of those, the
 * median weighted by length. Confidence does not show skew, but this does: a page skewed by 3° loses words and keeps
 * its confidence, while its slope is measured to a tenth of a degree.
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
  const centers = words.map(({ left, top, width, height }) => ({
    x: left + width / 2,
    y: top + height / 2
  }))
  const xs = centers.map(({ x }) => x)
  const extent = Math.max(...xs) - Math.min(...xs)
  if (extent < MIN_EXTENT * (median(words.map(({ height }) => height)) ?? 0)) return null
  const meanX = mean(xs)
  const meanY = mean(centers.map(({ y }) => y))
  const variance = centers.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  const covariance = centers.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0)
  if (variance === 0) return null
  return { degrees: (Math.atan(covariance / variance) * 180) / Math.PI, extent }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const median = (values: readonly number[]): number | null =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
