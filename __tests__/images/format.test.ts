import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bytesOf, withBytes } from '../../src/images/bytes.ts'
import { isNamedLikeImage, type Sniffed, sniff } from '../../src/images/format.ts'
import { drawPage, temporaryFolder } from '../support/images.ts'

const folder = temporaryFolder('format')
const sniffed = (content: string | Buffer): Sniffed =>
  sniff(bytesOf(typeof content === 'string' ? Buffer.from(content, 'latin1') : content))
const kindOf = (sniffed: Sniffed): string => ('format' in sniffed ? sniffed.format : sniffed.kind)

describe('The first bytes decide the format, whatever the name', () => {
  test.each([
    ['png', 'png'],
    ['jpeg', 'jpeg'],
    ['tiff', 'tiff'],
    ['tiff64', 'bigtiff'],
    ['gif', 'gif'],
    ['gif87', 'gif'],
    ['bmp', 'bmp'],
    ['bmp2', 'bmp'],
    ['bmp3', 'bmp'],
    ['webp', 'webp'],
    ['pbm', 'pnm'],
    ['pgm', 'pnm'],
    ['ppm', 'pnm'],
    ['jp2', 'jp2'],
    ['j2k', 'j2k'],
    ['heic', 'heic'],
    ['avif', 'avif'],
    ['psd', 'psd']
  ])('a file written by ImageMagick as %s is %s', (coder, format) => {
    for (const name of ['a.png', 'b.jpg', 'c.txt', 'noname']) {
      const file = drawPage(`${coder}:${join(folder, `${coder}-${name}`)}`, 'x', { size: '60x40' })
      expect(kindOf(withBytes(file, sniff))).toBe(format)
      if (coder !== 'png') break
    }
  })

  test.each([
    ['%PDF-1.7\n', 'pdf'],
    ['II*\0\x08\0\0\0', 'tiff'],
    ['MM\0*\0\0\0\x08', 'tiff'],
    ['MM\0+\0\x08\0\0', 'bigtiff'],
    ['P1\n# made by hand\n2 2\n1 0 0 1\n', 'pnm'],
    ['P2 # one # two\n3 4 255\n', 'pnm'],
    ['\0\0\0\x1cftypheic\0\0\0\0mif1heic', 'heic'],
    ['\0\0\0\x1cftypmif1\0\0\0\0avifmif1', 'avif'],
    ['\xff\x0a\xff', 'jxl'],
    ['AT&TFORM\0\0\0\0DJVU', 'djvu'],
    ['<?xml version="1.0"?>\n<!-- note -->\n<svg xmlns="x">', 'svg'],
    ['version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n', 'git-lfs-pointer']
  ])('%j is %s', (content, format) => {
    expect(kindOf(sniffed(content))).toBe(format)
  })

  test.each([
    '',
    'P',
    'P5',
    'P5 words that follow',
    'P1 is the first prize\n',
    'P9 10 10 255\n',
    'P6 12\n',
    'BM',
    'BMW drives 10 cars and they are all of the same colour',
    'BM\0\0\0\0\0\0\0\0\0\0\0\0\x63\0\0\0\x01\0\0\0\x01\0\0\0',
    'GIF88a',
    'RIFF\0\0\0\0WAVE',
    'RIFF',
    'II',
    'II*',
    'MM are two letters',
    '\x89PNG',
    '\xff\xd8',
    '\0\0\0\x1cftypisom\0\0\0\0mp42',
    '%PDF',
    'hello <svg is a word',
    '#!/bin/sh\nexit 1\n',
    '/home/you/photo.png\n'
  ])('%j is not an image', (content) => {
    expect(sniffed(content)).toEqual({ kind: 'unknown' })
  })

  test('a long text that begins like a Git LFS pointer is not one', () => {
    const text = `version https://git-lfs.github.com/spec/v1\n${'x'.repeat(2000)}`
    expect(sniffed(text)).toEqual({ kind: 'unknown' })
  })

  test('no bytes make it throw', () => {
    void fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (content) => {
        expect(typeof sniffed(Buffer.from(content)).kind).toBe('string')
      }),
      { numRuns: 2000 }
    )
  })

  test('plain text is never taken for an image', () => {
    void fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z ][A-Za-z0-9 ,.\n]{0,200}$/), (text) => {
        fc.pre(!/^P[1-6]\s+\d+\s+\d+\s/.test(text))
        expect(sniffed(text)).toEqual({ kind: 'unknown' })
      }),
      { numRuns: 2000 }
    )
  })
})

describe('A file name looks like that of an image', () => {
  test.each(['a.png', 'a.JPG', 'a.jpeg', 'x/y.tiff', 'a b.heic', '.png', 'scan.PDF', 'a.jp2'])(
    'if it is %s',
    (name) => expect(isNamedLikeImage(name)).toBe(true)
  )
  test.each(['a.txt', 'png', 'a.png.txt', 'a.png~', 'README', 'a.pngx', 'jpg/readme.md'])(
    'but not if it is %s',
    (name) => expect(isNamedLikeImage(name)).toBe(false)
  )
})
