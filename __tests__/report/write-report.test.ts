import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { writeReport } from '../../src/report/write-report.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { Scratch } from '../support/command.ts'
import { node, report, row, task } from './sample-report.ts'

let scratch: Scratch
let folder: ResultsFolder
beforeEach(() => {
  scratch = new Scratch()
  folder = new ResultsFolder(join(scratch.work, 'results'))
})
afterEach(() => {
  jest.restoreAllMocks()
  scratch[Symbol.dispose]()
})

const finished = report([row('a.png', { keys: { phone: '+254' } })], {
  nodes: [node('n-1')],
  tasks: [task('t-1', { from: 0, to: 1 })]
})
const header = () => folder.read('results.csv').toString().split('\r\n')[0]

test('Tables, records and the page are written, and the run record after all of them', () => {
  const write = jest.spyOn(folder, 'write')
  writeReport(folder, finished)
  expect(write.mock.calls.map(([path]) => path)).toEqual([
    ...['results.jsonl', 'results.csv', 'metadata/nodes/n-1.json', 'metadata/tasks/t-1.json'],
    ...['report.html', 'metadata/run.json']
  ])
  expect(JSON.parse(folder.read('metadata/run.json').toString())).toEqual(finished.run)
})

test('A run whose report cannot be written is still recorded as running', () => {
  folder.writeRecord('run', { ...finished.run, outcome: 'running' })
  const { write } = folder
  jest.spyOn(folder, 'write').mockImplementation((path, content) => {
    if (path === 'report.html') throw new Error('disk full')
    write.call(folder, path, content)
  })
  expect(() => writeReport(folder, finished)).toThrow('disk full')
  expect(JSON.parse(folder.read('metadata/run.json').toString()).outcome).toBe('running')
})

test('The table has the columns of the rows, or those of the run if they are given', () => {
  writeReport(folder, finished)
  expect(header()).toContain(',text,phone,error,')
  writeReport(folder, report([]), ['phone', 'day'])
  expect(header()).toContain(',text,phone,day,error,')
})
