import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { ResultsFolder } from '../../src/results/folder.ts'
import { filesBelow, rowsOf } from '../e2e/folders.ts'
import { row } from '../report/sample-report.ts'
import { Scratch } from '../support/command.ts'
import { leaveShard, merge } from './shards.ts'

/** A shard that an attacker wrote; a secret is outside the working directory. */
let scratch: Scratch
let shard: ResultsFolder
let vault: string
let secret: string
beforeEach(() => {
  scratch = new Scratch()
  vault = join(scratch.folder, 'vault')
  secret = join(vault, 'a.png.txt')
  mkdirSync(vault)
  writeFileSync(secret, 'SECRET')
  shard = leaveShard(at('one'), { shard: '1/1', read: ['a.png', 'b.png'] })
})
afterEach(() => scratch[Symbol.dispose]())

const at = (...path: readonly string[]) => join(scratch.work, ...path)

/** Merges, and checks that nothing outside the merged folder changed and that nothing in it has the secret. */
async function mergeSafely() {
  const outside = () =>
    filesBelow(scratch.folder).filter((path) => !path.startsWith('work/merged/'))
  const before = outside()
  const result = await merge(scratch.work, 'one')
  expect(outside()).toEqual(before)
  expect(readFileSync(secret, 'utf8')).toBe('SECRET')
  for (const path of filesBelow(at('merged')))
    expect(readFileSync(at('merged', path), 'utf8')).not.toContain('SECRET')
  return result
}

/** Appends rows to the table. */
const addRows = (...images: readonly string[]) => {
  for (const image of images) shard.appendRow(row(image))
}

test.each([
  '../../../vault/a.png',
  '../metadata/run.json',
  '..',
  '/../../vault/a.png',
  '/etc/passwd',
  'a/./b.png',
  'a//b.png',
  '',
  'nul\0.png'
])('A row of the image %j is ignored', async (image) => {
  addRows(image)
  const { warnings, finished } = await mergeSafely()
  expect(finished.rows.map(({ image }) => image)).toEqual(['a.png', 'b.png'])
  expect(warnings).toEqual([
    'Ignored in one, because this action did not write it: 1 line of results.jsonl.'
  ])
})

test.each([
  ['task', { task: '../../x' }],
  ['node', { node: 'a/b' }]
])('A row whose %s is a path is ignored', async (_, change) => {
  shard.appendRow(row('c.png', change))
  const { finished } = await mergeSafely()
  expect(finished.rows.map(({ image }) => image)).toEqual(['a.png', 'b.png'])
})

test('The path of a text comes from its image, whatever its row says', async () => {
  shard.appendRow(row('a.png', { text: '../../vault/a.png.txt' }))
  const { finished } = await mergeSafely()
  expect(finished.rows[0]).toMatchObject({ image: 'a.png', text: 'text/a.png.txt' })
  expect(readFileSync(at('merged/text/a.png.txt'), 'utf8')).toBe('text of a.png')
})

test.each([
  ['a text', () => at('one/text/a.png.txt'), () => secret],
  ['the folder of texts', () => at('one/text'), () => vault],
  ['the records of tasks', () => at('one/metadata/tasks'), () => vault],
  ['a record', () => at('one/metadata/tasks/shard.json'), () => secret],
  ['the logs', () => at('one/metadata/logs'), () => vault],
  ['a log', () => at('one/metadata/logs/task-0001/own.log'), () => secret]
])('A link in place of %s is not followed', async (_, link, target) => {
  rmSync(link(), { recursive: true, force: true })
  mkdirSync(dirname(link()), { recursive: true })
  symlinkSync(target(), link())
  await mergeSafely()
})

test('A link to a folder is not searched', async () => {
  mkdirSync(at('shards'))
  renameSync(at('one'), at('elsewhere'))
  leaveShard(at('shards/one'), { shard: '1/1', read: ['c.png'] })
  symlinkSync(at('elsewhere'), at('shards/two'))
  const { finished } = await merge(scratch.work, 'shards')
  expect(finished.rows.map(({ image }) => image)).toEqual(['c.png'])
})

test('A pipe in place of a text or a log is ignored and does not block', async () => {
  rmSync(at('one/text/a.png.txt'))
  for (const path of ['one/text/a.png.txt', 'one/metadata/logs/task-0001/pipe.log'])
    execFileSync('mkfifo', [at(path)])
  const { finished } = await mergeSafely()
  expect(finished.rows[0]).toMatchObject({ image: 'a.png', status: 'failed' })
  expect(readdirSync(at('merged/metadata/logs/task-0001'))).toEqual(['tesseract.log'])
})

test('Invalid records are ignored and reported', async () => {
  const record = JSON.parse(readFileSync(at('one/metadata/tasks/task-0001.json'), 'utf8'))
  const write = (name: string, content: unknown) =>
    writeFileSync(
      at('one/metadata', name),
      typeof content === 'string' ? content : JSON.stringify(content)
    )
  write('tasks/truncated.json', '{"id": "to')
  write('tasks/-dash.json', { ...record, id: '-dash' })
  write('tasks/another.json', { ...record, id: '../../another' })
  write('tasks/planned.json', { ...record, id: 'planned', partition: { images: ['../../x'] } })
  write('tasks/late.json', { ...record, id: 'late', attempts: [{ node: 'n', start: 'soon' }] })
  write('nodes/foreign.json', { id: 'foreign' })
  mkdirSync(at('one/metadata/logs/..hidden'), { recursive: true })
  writeFileSync(at('one/metadata/logs/..hidden/x.log'), '')
  const { finished, warnings } = await mergeSafely()
  expect(finished.tasks.map(({ id }) => id)).toEqual(['task-0001'])
  expect(warnings).toEqual([
    'Ignored in one, because this action did not write it: 6 records of tasks and nodes.'
  ])
  expect(existsSync(at('merged/metadata/logs/..hidden'))).toBe(false)
})

test.each([
  ['truncated', (text: string) => text.slice(0, 50)],
  [
    'without a valid start',
    (text: string) => text.replace(/"start": "[^"]*"/, '"start": "yesterday"')
  ],
  ['of shard 3 of 2', (text: string) => text.replace(/"index": 1/, '"index": 3')],
  ['of a billion shards', (text: string) => text.replace(/"count": 1/, '"count": 1e9')]
])('A run record that is %s is ignored', async (_, spoil) => {
  const file = at('one/metadata/run.json')
  writeFileSync(file, spoil(readFileSync(file, 'utf8')))
  await expect(merge(scratch.work, 'one')).rejects.toThrow('No folder holds metadata/run.json')
})

test('A hostile name stays text in the merged report', async () => {
  const image = '<script>alert(1)<／script>.png'
  shard.appendRow(row(image, { text: shard.writeOutput('txt', image, Buffer.from('x')) }))
  await mergeSafely()
  expect(rowsOf(at('merged'))).toHaveLength(3)
  expect(readFileSync(at('merged/report.html'), 'utf8')).not.toContain('<script>alert')
})
