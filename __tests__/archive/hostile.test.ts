import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { ArchiveProblem } from '../../src/archive/problem.ts'
import { readTaskArchive } from '../../src/archive/read-results.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { temporaryFolder } from '../support/images.ts'
import {
  answer,
  arriving,
  type Entry,
  filesIn,
  nodeRecord,
  onward,
  rowOf,
  tarOf,
  taskRecord
} from './travel.ts'

const home = temporaryFolder('hostile')
let made = 0
const fresh = (): ResultsFolder => {
  const folder = new ResultsFolder(join(home, String(++made)))
  mkdirSync(folder.path)
  return folder
}

const read = (bytes: Buffer | Readable, folder: ResultsFolder, signal = onward) =>
  readTaskArchive(
    Buffer.isBuffer(bytes) ? arriving(bytes) : bytes,
    { task: 'task-0001', images: ['a.png'], attempt: 1 },
    folder,
    signal
  )

const problemOf = async (bytes: Buffer | Readable, folder: ResultsFolder): Promise<unknown> =>
  read(bytes, folder).then(
    () => 'no problem',
    (error: unknown) => error
  )

const lines = (...rows: unknown[]): Entry => [
  'results.jsonl',
  rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('')
]
const TEXT = 'text/a.png.txt'

test('an honest archive is read', async () => {
  const folder = fresh()
  const { rows } = await read(await tarOf(...answer()), folder)
  expect(rows).toEqual([rowOf('a.png', { text: TEXT })])
  expect(filesIn(folder.path)).toEqual([TEXT])
  expect(folder.read(TEXT).toString()).toBe('text 1')
})

describe('an archive is refused in a sentence, and leaves nothing in the results folder', () => {
  const strange: [string, RegExp, Entry[]][] = [
    ['a name that climbs', /holds "\.\.\/\.\.\/x" \(file\)/, [['../../x', 'x']]],
    ['an absolute name', /holds "\/tmp\/x"/, [['/tmp/x', 'x']]],
    ['a number that climbs', /holds/, [['outputs/../x.txt', 'x']]],
    ['a format that is none', /holds/, [['outputs/000001.sh', 'x']]],
    ['a log that climbs', /holds/, [['logs/../../x.log', 'x']]],
    ['a name that ends anew', /holds "task\.json\\n"/, [['task.json\n', 'x']]],
    ['a name that colours the log', /holds "\\u001b\[31m"/, [['\u001b[31m', 'x']]],
    ['a name that turns the line', /holds "�x"/, [['\u202Ex', 'x']]],
    [
      'a symlink',
      /\(symlink\)/,
      [['outputs/000001.txt', '', { type: 'symlink', linkname: '/etc/passwd' }]]
    ],
    ['a hard link', /\(link\)/, [['outputs/000001.txt', '', { type: 'link', linkname: '/etc/x' }]]],
    [
      'a device',
      /\(character-device\)/,
      [['outputs/000001.txt', '', { type: 'character-device' }]]
    ],
    ['a pipe', /\(fifo\)/, [['outputs/000001.txt', '', { type: 'fifo' }]]],
    ['a folder', /\(directory\)/, [['outputs/000001.txt', '', { type: 'directory' }]]],
    [
      'an end that is a symlink',
      /"end" \(symlink\)/,
      [['end', '', { type: 'symlink', linkname: '/x' }]]
    ],
    [
      'a file told twice',
      /could not be unpacked.*EEXIST/,
      [
        ['outputs/000001.txt', 'x'],
        ['outputs/000001.txt', 'y']
      ]
    ],
    ['something after its end', /goes on after its end/, [['end', '']]],
    ['no JSON', /task\.json is no such record/, [['task.json', 'x']]],
    ['JSON with commands for GitHub', /^[^\n]*$/, [['task.json', '\n::stop-commands::x\n']]],
    ['no record', /node\.json is no such record/, [['node.json', '{}']]],
    [
      'another task',
      /is of "task-0002", not of task-0001/,
      [['task.json', JSON.stringify({ ...taskRecord([]), id: 'task-0002' })]]
    ],
    ...['../x', 'a/b', '', '.', '..', '.x', 'a\nb', 'ü', 'x'.repeat(200)].map(
      (id): [string, RegExp, Entry[]] => [
        `a node called ${JSON.stringify(id).slice(0, 20)}`,
        /which is no name of a node/,
        [['node.json', JSON.stringify(nodeRecord(id))]]
      ]
    ),
    [
      'a line that is none',
      /has a line that is no row of it: hello\\r::warning/,
      [lines('hello\r::warning::x')]
    ],
    ['a torn row', /no row of it/, [lines('{"image":"a.pn')]],
    ['the row of another image', /no row of it/, [lines(rowOf('b.png'))]],
    ['a text elsewhere', /no row of it/, [lines(rowOf('a.png', { text: '../../etc/passwd' }))]],
    [
      'a text of another image',
      /no row of it/,
      [lines(rowOf('a.png', { text: 'text/b.png.txt' }))]
    ],
    ['numbers that are none', /no row of it/, [lines({ ...rowOf('a.png'), words: -1 })]]
  ]
  test.each(strange)('%s', async (_, says, told) => {
    const folder = fresh()
    const problem = await problemOf(await tarOf(...answer(told)), folder)
    expect(problem).toBeInstanceOf(ArchiveProblem)
    expect((problem as Error).message).toMatch(says)
    expect((problem as Error).message.length).toBeLessThan(600)
    expect(filesIn(folder.path)).toEqual([])
  })

  test.each(['node.json', 'task.json', 'results.jsonl'])('no %s', async (name) => {
    const folder = fresh()
    const lacking = answer().filter(([told]) => told !== name)
    const problem = await problemOf(await tarOf(...lacking), folder)
    expect(problem).toEqual(new ArchiveProblem(`The archive has no ${name}.`))
    expect(filesIn(folder.path)).toEqual([])
  })

  test('a text that did not come along', async () => {
    const folder = fresh()
    const lacking = answer().filter(([name]) => !name.startsWith('outputs/'))
    expect(await problemOf(await tarOf(...lacking), folder)).toBeInstanceOf(ArchiveProblem)
    expect(filesIn(folder.path)).toEqual([])
  })

  test('more rows than anybody takes into memory', async () => {
    const folder = fresh()
    const problem = await problemOf(
      await tarOf(...answer([['results.jsonl', '\n'.repeat(64 * 1024 * 1024 + 1)]])),
      folder
    )
    expect(problem).toEqual(
      new ArchiveProblem("The archive's results.jsonl has 67108865 bytes: no task tells so much.")
    )
    expect(filesIn(folder.path)).toEqual([])
  })

  test.each([
    ['a file', 0],
    ['a long name', 'L'.charCodeAt(0)],
    ['attributes', 'x'.charCodeAt(0)]
  ])('%s that claims to have gigabytes', async (_, type) => {
    const bytes = await tarOf(['outputs/000001.txt', 'x'], ['end', ''])
    bytes.write('77777777777\0', 124)
    if (type) bytes[156] = type
    bytes.write('        ', 148)
    const sum = bytes.subarray(0, 512).reduce((all, one) => all + one, 0)
    bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    const folder = fresh()
    const before = process.memoryUsage().rss
    const problem = await problemOf(bytes, folder)
    expect(problem).toBeInstanceOf(ArchiveProblem)
    expect((problem as Error).message).toMatch(/torn off/)
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6)
    expect(filesIn(folder.path)).toEqual([])
  })
})

test('an archive that is torn off anywhere is refused, and leaves nothing', async () => {
  const whole = await tarOf(...answer())
  // Its last blocks are the header of `end`, and two of zeros that say no more than that.
  const needed = whole.length - 1024
  const places = [0, 1, 100, 511, 512, 513, needed - 513, needed - 512, needed - 511, needed - 1]
  for (let at = 700; at < needed; at += 379) places.push(at)
  for (const at of places) {
    const folder = fresh()
    expect([at, await problemOf(whole.subarray(0, at), folder)]).toEqual([
      at,
      expect.any(ArchiveProblem)
    ])
    expect(filesIn(folder.path)).toEqual([])
  }
})

test('an archive in which any one byte of a header is another is refused, or read as it was', async () => {
  const whole = await tarOf(...answer())
  for (let at = 0; at < 512; at += 7) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 0x15
    const folder = fresh()
    const end = await problemOf(bytes, folder)
    if (end === 'no problem') expect(filesIn(folder.path)).toEqual([TEXT])
    else {
      expect(end).toBeInstanceOf(ArchiveProblem)
      expect(filesIn(folder.path)).toEqual([])
    }
  }
})

test('bytes that are no archive at all are refused', async () => {
  for (const bytes of [Buffer.alloc(5000, 'x'), Buffer.from('<html>'), Buffer.alloc(4096)])
    expect(await problemOf(bytes, fresh())).toBeInstanceOf(ArchiveProblem)
})

test('a file of an image that has no text, or of none, stays outside', async () => {
  const folder = fresh()
  const failed = rowOf('a.png', {
    status: 'failed',
    error: { code: 'timeout', message: 'It took too long.' }
  })
  const told: Entry[] = [lines(failed), ['outputs/000002.txt', 'x'], ['outputs/000001.pdf', 'x']]
  const { rows, task } = await read(await tarOf(...answer(told)), folder)
  expect(rows).toEqual([failed])
  expect(task.counts).toEqual({ recognized: 0, reused: 0, empty: 0, failed: 1 })
  expect(filesIn(folder.path)).toEqual([])
})

test('a row is of the task, the node and the attempt that we know of, whatever it says', async () => {
  const folder = fresh()
  const lying = rowOf('a.png', { task: '../x', node: '../y', attempt: 99 })
  const { rows } = await read(await tarOf(...answer([lines(lying, lying)])), folder)
  expect(rows).toEqual([rowOf('a.png')])
})

test('the trouble of a connection is told as it is', async () => {
  const folder = fresh()
  const whole = await tarOf(...answer())
  const lost = new Error('The connection is lost.')
  const source = Readable.from(
    (async function* () {
      yield whole.subarray(0, 700)
      throw lost
    })()
  )
  expect(await problemOf(source, folder)).toBe(lost)
  expect(filesIn(folder.path)).toEqual([])
})

test.each([0, 700, 2000])(
  'a run that is cancelled after %i bytes ends with the reason',
  async (at) => {
    const folder = fresh()
    const whole = await tarOf(...answer())
    const stop = new AbortController()
    const source = Readable.from(
      (async function* () {
        yield whole.subarray(0, at)
        stop.abort(new Error('cancelled'))
        await new Promise(() => {})
      })()
    )
    const end = await read(source, folder, stop.signal).catch((error: unknown) => error)
    expect(end).toBe(stop.signal.reason)
    expect(filesIn(folder.path)).toEqual([])
  }
)
