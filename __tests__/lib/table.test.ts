import { expect, test } from '@jest/globals'
import { textTable } from '../../src/lib/table.ts'

test('Columns are as wide as their widest cell, with numbers on the right and no trailing spaces', () => {
  const table = textTable([
    ['task', 'images', 'first'],
    ['task-0001', 7, 'a.png'],
    ['b', 12, '']
  ])
  expect(table.split('\n')).toEqual([
    'task       images  first',
    'task-0001       7  a.png',
    'b              12'
  ])
})

test('A table without rows is empty', () => {
  expect(textTable([])).toBe('')
})
