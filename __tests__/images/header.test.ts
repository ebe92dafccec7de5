import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { types } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Bytes, bytesOf, withBytes } from '../../src/images/bytes.ts'
import type { ImageFormat } from '../../src/images/format.ts'
import { type Header, readHeader } from '../../src/images/header.ts'
import { readTiff } from '../../src/images/tiff.ts'
import { drawPage, exifBlock, magick, tagOrientation, temporaryFolder } from '../support/images.ts'

const folder = temporaryFolder('header')
const headerOf = (format: ImageFormat, file: string): Header =>
  withBytes(file, (bytes) => readHeader(format, bytes))

describe('The size of an image is read from its header', () => {
  test.each<readonly [string, ImageFormat]>([
    ['png', 'png'],
    ['jpeg', 'jpeg'],
    ['gif', 'gif'],
    ['bmp', 'bmp'],
    ['bmp2', 'bmp'],
    ['webp', 'webp'],
    ['pbm', 'pnm'],
    ['pgm', 'pnm'],
    ['ppm', 'pnm'],
    ['jp2', 'jp2'],
    ['j2k', 'j2k'],
    ['heic', 'heic'],
    ['avif', 'avif'],
    ['tiff', 'tiff'],
    ['tiff64', 'bigtiff'],
    ['ptif', 'tiff']
  ])('written by ImageMagick as %s', (coder, format) => {
    const file = drawPage(`${coder}:${join(folder, coder)}`, 'x', { size: '124x78' })
    expect(headerOf(format, file)).toMatchObject({ format, width: 124, height: 78, orientation: 1 })
  })

  test('of a lossless WebP, which has it elsewhere', () => {
    const lossless = drawPage(`webp:${join(folder, 'lossless')}`, 'x', {
      size: '321x45',
      operations: ['-define', 'webp:lossless=true']
    })
    expect(headerOf('webp', lossless)).toMatchObject({ width: 321, height: 45 })
  })

  test('behind a megabyte of profiles', () => {
    const file = drawPage(join(folder, 'profile.jpg'), 'x', { size: '90x60' })
    const jpeg = readFileSync(file)
    const segment = Buffer.concat([Buffer.from([0xff, 0xee, 0xff, 0xff]), Buffer.alloc(0xffff - 2)])
    const many = Array.from({ length: 20 }, () => segment)
    writeFileSync(file, Buffer.concat([jpeg.subarray(0, 2), ...many, jpeg.subarray(2)]))
    const header = attempt(() => headerOf('jpeg', file))
    expect(typeof header === 'string' ? header : [header.width, header.height]).toEqual([90, 60])
  })

  test('except for a PDF, which has no pixels until it is rasterized', () => {
    expect(readHeader('pdf', bytesOf(Buffer.from('%PDF-1.4')))).toMatchObject({
      pixels: 0,
      pages: 1
    })
  })
})

describe('The header of a TIFF has', () => {
  test('the number of its pages and the pixels of all', () => {
    const file = join(folder, 'pages.tif')
    magick('-size', '30x20', 'xc:white', '-size', '50x40', 'xc:white', 'xc:white', file)
    expect(headerOf('tiff', file)).toMatchObject({
      width: 30,
      height: 20,
      pages: 3,
      pixels: 30 * 20 + 2 * 50 * 40,
      oddity: null
    })
  })

  test.each([
    ['tiled', ['-define', 'tiff:tile-geometry=64x64']],
    ['float', ['-depth', '32', '-define', 'quantum:format=floating-point', '-compress', 'zip']]
  ])('the property %s', (oddity, then) => {
    const odd = drawPage(join(folder, `${oddity}.tif`), 'x', {
      operations: ['-colorspace', 'Gray', ...then]
    })
    expect(headerOf('tiff', odd).oddity).toBe(oddity)
    expect(headerOf('tiff', drawPage(join(folder, 'plain.tif'), 'x')).oddity).toBeNull()
  })

  test.each([2, 3, 4, 5, 6, 7, 8])('its orientation: %d', (orientation) => {
    const names = [
      '',
      '',
      'TopRight',
      'BottomRight',
      'BottomLeft',
      'LeftTop',
      'RightTop',
      'RightBottom',
      'LeftBottom'
    ]
    const file = drawPage(join(folder, `orientation-${orientation}.tif`), 'x', {
      operations: ['-orient', names[orientation] ?? '']
    })
    expect(headerOf('tiff', file).orientation).toBe(orientation)
  })

  test.each([
    ['PixelsPerInch', 240, 240],
    ['PixelsPerCentimeter', 100, 254]
  ])('its resolution in %s', (unit, density, dpi) => {
    for (const coder of ['tiff', 'tiff64'] as const) {
      const file = `${folder}/density-${unit}-${coder}`
      magick(
        '-size',
        '20x20',
        'xc:white',
        '-units',
        unit,
        '-density',
        String(density),
        `${coder}:${file}`
      )
      expect(headerOf(coder === 'tiff' ? 'tiff' : 'bigtiff', file).dpi).toBe(dpi)
    }
  })
})

describe('An orientation tag', () => {
  test.each(
    (['jpeg', 'png', 'webp'] as const).flatMap((format) =>
      [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => [format, orientation] as const)
    )
  )('is found in a %s: %d', (format, orientation) => {
    const file = drawPage(`${format}:${join(folder, `camera-${format}-${orientation}`)}`, 'x', {
      size: '60x40'
    })
    tagOrientation(file, orientation)
    expect(headerOf(format, file)).toMatchObject({ width: 60, height: 40, orientation })
  })

  test.each([0, 9, 255, 65535])('that is not valid counts as upright: %d', (orientation) => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const file = drawPage(`${format}:${join(folder, `odd-${format}-${orientation}`)}`, 'x', {
        size: '60x40'
      })
      tagOrientation(file, orientation)
      expect([format, headerOf(format, file).orientation]).toEqual([format, 1])
    }
  })

  test('is found in a WebP whose EXIF starts with "Exif"', () => {
    const block = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifBlock(6)])
    const chunk = (type: string, data: Buffer) => {
      const head = Buffer.alloc(8)
      head.write(type, 'latin1')
      head.writeUInt32LE(data.length, 4)
      return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
    }
    const extended = Buffer.from('08000000' + '3b0000' + '270000', 'hex')
    const body = Buffer.concat([Buffer.from('WEBP'), chunk('VP8X', extended), chunk('EXIF', block)])
    const file = join(folder, 'exif.webp')
    writeFileSync(file, chunk('RIFF', body))
    expect(headerOf('webp', file)).toMatchObject({ width: 60, height: 40, orientation: 6 })
  })
})

describe('The resolution', () => {
  test.each([
    ['png', 'PixelsPerInch', 300, 300],
    ['png', 'PixelsPerCentimeter', 100, 254],
    ['jpeg', 'PixelsPerInch', 150, 150],
    ['jpeg', 'PixelsPerCentimeter', 100, 254],
    ['bmp', 'PixelsPerInch', 96, 96]
  ] as const)('of a %s in %s is converted to dots per inch', (format, unit, density, dpi) => {
    const file = join(folder, `dpi-${format}-${unit}`)
    magick(
      '-size',
      '20x20',
      'xc:white',
      '-units',
      unit,
      '-density',
      String(density),
      `${format}:${file}`
    )
    expect(headerOf(format, file).dpi).toBe(dpi)
  })

  test.each(['png', 'gif', 'webp'] as const)('is unknown if a %s has none', (format) => {
    const file = join(folder, `none-${format}`)
    magick('-size', '20x20', 'xc:white', '-strip', '+set', 'density', `${format}:${file}`)
    expect(headerOf(format, file).dpi).toBeNull()
  })
})

describe('A damaged header', () => {
  const whole = (() => {
    const files = ['tiff', 'tiff64'].map((coder) => {
      const file = join(folder, `mutant-${coder}`)
      magick('-size', '16x16', 'xc:white', 'xc:black', 'xc:gray', `${coder}:${file}`)
      return readFileSync(file)
    })
    return files
  })()

  test('of a TIFF ends in a header or an Error, after few reads, in 2,000 mutations', () => {
    const change = fc.tuple(fc.nat(), fc.constantFrom(0, 1, 2, 3, 8, 0x7f, 0x80, 0xfe, 0xff))
    void fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(change, { minLength: 1, maxLength: 40 }),
        fc.option(fc.nat(), { freq: 4 }),
        (original, changes, cut) => {
          const bytes = Buffer.from(original)
          // The header is at the start and the directories are at the end, with pixels between them.
          for (const [at, value] of changes) {
            const where =
              at % 3 === 0 ? at % 16 : bytes.length - 1 - (at % Math.min(bytes.length, 900))
            bytes[where] = value
          }
          const shown = cut === null ? bytes : bytes.subarray(0, cut % bytes.length)
          attempt(() => readTiff(counted(shown)))
          attempt(() => readHeader('tiff', counted(shown)))
        }
      ),
      { numRuns: 2000 }
    )
  })

  test.each<readonly [ImageFormat, string]>([
    ['png', 'png'],
    ['jpeg', 'jpeg'],
    ['gif', 'gif'],
    ['bmp', 'bmp3'],
    ['webp', 'webp'],
    ['jp2', 'jp2'],
    ['j2k', 'j2k'],
    ['heic', 'heic'],
    ['avif', 'avif'],
    ['pnm', 'pgm']
  ])('of a %s ends in a header or an Error, after few reads', (format, coder) => {
    const file = drawPage(`${coder}:${join(folder, `mutant-${coder}`)}`, 'x', { size: '40x30' })
    const original = readFileSync(file)
    const change = fc.tuple(fc.nat(600), fc.nat(255))
    void fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), fc.nat(), (changes, cut) => {
        const bytes = Buffer.from(original)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        const shown = cut % 2 === 0 ? bytes : bytes.subarray(0, cut % bytes.length)
        attempt(() => readHeader(format, counted(shown)))
      }),
      { numRuns: 300 }
    )
  })
})

/** Bytes that fail the test, not just the reader, if they are read so often that the reader seems to be in a loop. */
function counted(buffer: Buffer): Bytes {
  const bytes = bytesOf(buffer)
  let reads = 0
  return {
    length: bytes.length,
    at: (offset, count) => {
      // Not an Error, which would count as the answer to a damaged file.
      if (++reads > MOST_READS) throw `more than ${MOST_READS} reads`
      return bytes.at(offset, count)
    }
  }
}

/** Far more than a damaged file of a few kilobytes needs: each directory and each entry is read once. */
const MOST_READS = 1_000_000

/** The result of the work, or the message of its Error; anything else that is thrown fails the test. */
function attempt<T>(work: () => T): T | string {
  try {
    return work()
  } catch (error) {
    if (!types.isNativeError(error)) throw new Error(`not an Error: ${error}`)
    return error.message
  }
}
