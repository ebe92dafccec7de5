import { expect, test } from '@jest/globals'
import { isName, isPlainPath, pathInArtifact, shardArtifact } from '../../src/merge/names.ts'

test.each([
  ['ocr-text-2-of-4', 'ocr', 'text', 2, 4, 1],
  ['ocr-metadata-1-of-1', 'ocr', 'metadata', 1, 1, 1],
  ['ocr-text-10-of-12-attempt-3', 'ocr', 'text', 10, 12, 3],
  ['ocr-text-2-of-4-a1b2c3', 'ocr', 'text', 2, 4, 1],
  ['a-text-1-of-2-text-2-of-4', 'a-text-1-of-2', 'text', 2, 4, 1]
])('the artifact %s is a shard’s', (name, prefix, kind, index, count, attempt) => {
  expect(shardArtifact(name)).toEqual({ prefix, kind, shard: { index, count }, attempt })
})

test.each([
  ...['ocr-text', 'ocr-text-2', 'ocr-text-0-of-4', 'ocr-text-5-of-4', '-text-1-of-2'],
  ...['ocr-text-1-of-2-more', 'ocr-log-1-of-2', 'ocr-text-1-of-99999', '']
])('the artifact %j is no shard’s', (name) => {
  expect(shardArtifact(name)).toBeNull()
})

test('what GitHub refuses in the paths of artifacts stands there by its number', () => {
  expect(pathInArtifact('a/b "c" <d>: e|f*g?h\\i\r\n.txt')).toBe(
    'a/b %22c%22 %3Cd%3E%3A e%7Cf%2Ag%3Fh%5Ci%0D%0A.txt'
  )
  expect(pathInArtifact('text/Zählerstand №1 %.txt')).toBe('text/Zählerstand №1 %.txt')
})

test.each(['task-0001', 'shard-1-task-0001', 'tvm-1.x_2'])(
  '%j names a task, node or log',
  (name) => {
    expect(isName(name)).toBe(true)
  }
)

test.each(['', '.', '..', '.hidden', '-dash', 'a/b', 'a\\b', 'a b', 'a\n', 'x'.repeat(129)])(
  '%j names none',
  (name) => {
    expect(isName(name)).toBe(false)
  }
)

test.each(['a.png', 'a/..b/c..png', '...', 'C:\\x.png', ' a'])('%j is an image’s path', (path) => {
  expect(isPlainPath(path)).toBe(true)
})

test.each(['', '/', '/a', 'a/', 'a//b', '.', '..', 'a/../b', './a', 'a\0'])(
  '%j is no image’s path',
  (path) => {
    expect(isPlainPath(path)).toBe(false)
  }
)
