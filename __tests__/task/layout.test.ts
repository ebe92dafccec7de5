import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Word } from '../../src/engine/engine.ts'
import { layoutOf } from '../../src/task/layout.ts'

/** Lines of words with boxes as in Tesseract's table, falling to the right by some degrees. */
function page(degrees: number, { lines = 12, words = 8, confidence = 95 } = {}): Word[] {
  const fall = Math.tan((degrees * Math.PI) / 180)
  return Array.from({ length: lines * words }, (_, index) => {
    const line = Math.floor(index / words)
    const left = 100 + (index % words) * 130
    const top = 100 + line * 60 + fall * left
    return { text: 'water', confidence, left, top, width: 110, height: 30, line: `1.1.${line}` }
  })
}

/** The same page, turned clockwise by 90°. */
const quarterTurned = (words: readonly Word[]): Word[] =>
  words.map((word) => ({
    ...word,
    left: 2000 - word.top - word.height,
    top: word.left,
    width: word.height,
    height: word.width
  }))

describe('The layout of a page', () => {
  test('gives the slope of the lines within a tenth of a degree', () => {
    void fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (degrees) => {
        expect(layoutOf(page(degrees)).slope).toBeCloseTo(degrees, 1)
      })
    )
  })

  test('gives the slope of a page on its side, too', () => {
    const layout = layoutOf(quarterTurned(page(3)))
    expect(layout.tall).toBe(true)
    expect(layout.slope).toBeCloseTo(3, 1)
  })

  test('has no slope without a line to measure', () => {
    expect(layoutOf(page(5, { words: 2 })).slope).toBe(0)
    expect(layoutOf([])).toEqual({
      confidence: 0,
      confidentLetters: 0,
      longWords: 0,
      tall: false,
      letterHeight: null,
      slope: 0
    })
  })

  test('counts only letters in words of high confidence', () => {
    expect(layoutOf(page(0, { lines: 1, words: 4 })).confidentLetters).toBe(20)
    expect(layoutOf(page(0, { lines: 1, words: 4, confidence: 60 })).confidentLetters).toBe(0)
  })
})
