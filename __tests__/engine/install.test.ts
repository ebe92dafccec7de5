import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { missingPackages } from '../../src/engine/install.ts'
import { temporaryFolder, toolbox } from '../support/images.ts'

const bare = { tesseract: null, imageMagick: null, poppler: null, languages: [], env: {} }

const packageOf = (language: string) =>
  missingPackages(bare, { models: [language], pdf: false, heic: false }).find(
    (name) => !['tesseract-ocr', 'tesseract-ocr-osd', 'imagemagick'].includes(name)
  )

/** All script models that Tesseract publishes (tessdata/script), and the codes in their Debian packages. */
const SCRIPTS = `Arabic arab, Armenian armn, Bengali beng, Canadian_Aboriginal cans, Cherokee cher, Cyrillic cyrl,
Devanagari deva, Ethiopic ethi, Fraktur frak, Georgian geor, Greek grek, Gujarati gujr, Gurmukhi guru, Hangul hang,
Hangul_vert hang-vert, HanS hans, HanS_vert hans-vert, HanT hant, HanT_vert hant-vert, Hebrew hebr, Japanese jpan,
Japanese_vert jpan-vert, Khmer khmr, Kannada knda, Lao laoo, Latin latn, Malayalam mlym, Myanmar mymr, Oriya orya,
Sinhala sinh, Syriac syrc, Tamil taml, Telugu telu, Thaana thaa, Thai thai, Tibetan tibt, Vietnamese viet`

describe('The Debian package', () => {
  test.each(SCRIPTS.split(/,\s+/).map((pair) => pair.split(' ')))(
    'of the script %s is tesseract-ocr-script-%s',
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

describe('The HEIC decoder', () => {
  const folder = temporaryFolder('codecs')
  const libraries = (name: string, ...files: readonly string[]): string => {
    const root = join(folder, name)
    for (const file of files) {
      mkdirSync(join(root, file, '..'), { recursive: true })
      writeFileSync(join(root, file), '')
    }
    return root
  }
  const dav1d = 'x86_64-linux-gnu/libheif/plugins/libheif-dav1d.so'
  const libde265 = 'x86_64-linux-gnu/libheif/plugins/libheif-libde265.so'

  test.each([
    ['is missing if libheif is installed without it', libraries('without', dav1d), true, true],
    ['is not needed without HEIC images', libraries('unasked', dav1d), false, false],
    ['is not missing if its codec is installed', libraries('with', dav1d, libde265), true, false],
    [
      'is not missing if libheif has no separate codecs',
      libraries('old', 'libheif.so.1'),
      true,
      false
    ],
    ['is not missing if libheif is not found', libraries('none'), true, false]
  ])('%s', (_, root, heic, isMissing) => {
    const missing = missingPackages(toolbox, { models: ['eng'], pdf: false, heic }, root)
    expect(missing).toEqual(isMissing ? ['libheif-plugin-libde265'] : [])
  })
})
