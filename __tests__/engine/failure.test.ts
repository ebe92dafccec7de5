import { describe, expect, test } from '@jest/globals'
import { lastWords } from '../../src/engine/failure.ts'

describe('The error summary of a program', () => {
  test.each([
    [
      'Leptonica 1.82',
      'libpng error: Read Error\nError in pixReadStreamPng: internal png error\nError in pixReadStream: png: no pix returned\nError in pixRead: pix not read\n'
    ],
    [
      'Leptonica 1.84, which prints the path of the file on the node',
      'libpng error: Read Error\nError in pixReadStreamPng: internal png error\nLeptonica Error in pixRead: pix not read: /tmp/batch-ocr/000002\nImage file /tmp/batch-ocr/000002 cannot be read!\n'
    ]
  ])('is the same for a damaged image: %s', (_, stderr) => {
    expect(lastWords(stderr)).toBe(
      'libpng error: Read Error; Error in pixReadStreamPng: internal png error'
    )
  })
})
