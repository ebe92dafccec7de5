import { describe, expect, test } from '@jest/globals'
import { missingPackages } from '../../src/task/install.ts'

const bare = { tesseract: null, imageMagick: null, poppler: null, languages: [], env: {} }

const packageOf = (language: string) =>
  missingPackages(bare, { languages: [language], pdf: false }).find(
    (name) => !['tesseract-ocr', 'tesseract-ocr-osd', 'imagemagick'].includes(name)
  )

/** Every model of a script that Tesseract publishes (tessdata/script), and Debian's package of it. */
const SCRIPTS = `Arabic arab, Armenian armn, Bengali beng, Canadian_Aboriginal cans, Cherokee cher, Cyrillic cyrl,
Devanagari deva, Ethiopic ethi, Fraktur frak, Georgian geor, Greek grek, Gujarati gujr, Gurmukhi guru, Hangul hang,
Hangul_vert hang-vert, HanS hans, HanS_vert hans-vert, HanT hant, HanT_vert hant-vert, Hebrew hebr, Japanese jpan,
Japanese_vert jpan-vert, Khmer khmr, Kannada knda, Lao laoo, Latin latn, Malayalam mlym, Myanmar mymr, Oriya orya,
Sinhala sinh, Syriac syrc, Tamil taml, Telugu telu, Thaana thaa, Thai thai, Tibetan tibt, Vietnamese viet`

describe('Debian’s package', () => {
  test.each(SCRIPTS.split(/,\s+/).map((pair) => pair.split(' ')))(
    'of the script %s is …-script-%s',
    (script, code) => {
      expect(packageOf(`script/${script}`)).toBe(`tesseract-ocr-script-${code}`)
    }
  )

  test.each([
    ['fra', 'tesseract-ocr-fra'],
    ['chi_sim', 'tesseract-ocr-chi-sim'],
    ['chi_tra_vert', 'tesseract-ocr-chi-tra-vert'],
    ['aze_cyrl', 'tesseract-ocr-aze-cyrl']
  ])('of %s is %s', (language, name) => {
    expect(packageOf(language)).toBe(name)
  })
})
