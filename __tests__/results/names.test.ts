import { expect, test } from '@jest/globals'
import { isPlainPath, isRecordName } from '../../src/results/names.ts'

test.each(['task-0001', 'shard-1-task-0001', 'tvm-1.x_2'])('%j can name a record', (name) => {
  expect(isRecordName(name)).toBe(true)
})

test.each(['', '.', '..', '.hidden', '-dash', 'a/b', 'a\\b', 'a b', 'a\n', 'x'.repeat(129)])(
  '%j cannot name a record',
  (name) => {
    expect(isRecordName(name)).toBe(false)
  }
)

test.each(['a.png', 'a/..b/c..png', '...', 'C:\\x.png', ' a'])('%j is a plain path', (path) => {
  expect(isPlainPath(path)).toBe(true)
})

test.each(['', '/', '/a', 'a/', 'a//b', '.', '..', 'a/../b', './a', 'a\0'])(
  '%j is not a plain path',
  (path) => {
    expect(isPlainPath(path)).toBe(false)
  }
)
