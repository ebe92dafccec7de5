import { expect, test } from '@jest/globals'
import { pathInArtifact, shardArtifact } from '../../src/merge/artifact-names.ts'

test.each([
  ['ocr-text-2-of-4', 'ocr', 'text', 2, 4, 1],
  ['ocr-metadata-1-of-1', 'ocr', 'metadata', 1, 1, 1],
  ['ocr-text-10-of-12-attempt-3', 'ocr', 'text', 10, 12, 3],
  ['ocr-text-2-of-4-a1b2c3', 'ocr', 'text', 2, 4, 1],
  ['a-text-1-of-2-text-2-of-4', 'a-text-1-of-2', 'text', 2, 4, 1]
])('%s is the artifact of a shard', (name, prefix, kind, index, count, attempt) => {
  expect(shardArtifact(name)).toEqual({ prefix, kind, shard: { index, count }, attempt })
})

test.each([
  ...['ocr-text', 'ocr-text-2', 'ocr-text-0-of-4', 'ocr-text-5-of-4', '-text-1-of-2'],
  ...['ocr-text-1-of-2-more', 'ocr-log-1-of-2', 'ocr-text-1-of-99999', '']
])('%j is not the artifact of a shard', (name) => {
  expect(shardArtifact(name)).toBeNull()
})

test('Characters that GitHub rejects in artifact paths are percent-encoded', () => {
  expect(pathInArtifact('a/b "c" <d>: e|f*g?h\\i\r\n.txt')).toBe(
    'a/b %22c%22 %3Cd%3E%3A e%7Cf%2Ag%3Fh%5Ci%0D%0A.txt'
  )
  expect(pathInArtifact('text/Zählerstand №1 %.txt')).toBe('text/Zählerstand №1 %.txt')
})
