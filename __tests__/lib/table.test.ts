import { expect, test } from '@jest/globals'
import { columns } from '../../src/lib/table.ts'

test('columns are as wide as their widest cell, numbers to the right, no space at the end', () => {
  const table = columns([
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

test('no row makes no text', () => {
  expect(columns([])).toBe('')
})
