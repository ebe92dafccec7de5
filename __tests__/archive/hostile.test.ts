import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { ArchiveProblem } from '../../src/archive/problem.ts'
import { readResultsArchive } from '../../src/archive/read-results.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { temporaryFolder } from '../support/images.ts'
import {
  type Entry,
  filesIn,
  neverAborted,
  nodeRecord,
  resultEntries,
  rowOf,
  streamOf,
  tarOf,
  taskRecord
} from './archives.ts'

const home = temporaryFolder('hostile')
let made = 0
const fresh = (): ResultsFolder => {
  const folder = new ResultsFolder(join(home, String(++made)))
  mkdirSync(folder.path)
  return folder
}

const read = (bytes: Buffer | Readable, folder: ResultsFolder, signal = neverAborted) =>
  readResultsArchive(
    Buffer.isBuffer(bytes) ? streamOf(bytes) : bytes,
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

test('A valid archive is read', async () => {
  const folder = fresh()
  const { rows } = await read(await tarOf(...resultEntries()), folder)
  expect(rows).toEqual([rowOf('a.png', { text: TEXT })])
  expect(filesIn(folder.path)).toEqual([TEXT])
  expect(folder.read(TEXT).toString()).toBe('text 1')
})

describe('An archive is rejected with one sentence, and leaves nothing in the results folder', () => {
  const invalid: [string, RegExp, Entry[]][] = [
    ['a relative path to a parent folder', /holds "\.\.\/\.\.\/x" \(file\)/, [['../../x', 'x']]],
    ['an absolute path', /holds "\/tmp\/x"/, [['/tmp/x', 'x']]],
    ['a parent folder in the name of an output file', /holds/, [['outputs/../x.txt', 'x']]],
    ['an unknown format', /holds/, [['outputs/000001.sh', 'x']]],
    ['a parent folder in the name of a log', /holds/, [['logs/../../x.log', 'x']]],
    ['a name with a line break', /holds "task\.json\\n"/, [['task.json\n', 'x']]],
    ['a name with a color code', /holds "\\u001b\[31m"/, [['\u001b[31m', 'x']]],
    ['a name with a direction mark', /holds "�x"/, [['\u202Ex', 'x']]],
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
      'the same file twice',
      /could not be unpacked.*EEXIST/,
      [
        ['outputs/000001.txt', 'x'],
        ['outputs/000001.txt', 'y']
      ]
    ],
    ['a file after its end', /continues after its end/, [['end', '']]],
    ['invalid JSON', /task\.json is not a valid record/, [['task.json', 'x']]],
    ['JSON with workflow commands', /^[^\n]*$/, [['task.json', '\n::stop-commands::x\n']]],
    ['an invalid record', /node\.json is not a valid record/, [['node.json', '{}']]],
    [
      'another task',
      /is of "task-0002", not of task-0001/,
      [['task.json', JSON.stringify({ ...taskRecord([]), id: 'task-0002' })]]
    ],
    ...['../x', 'a/b', '', '.', '..', '.x', 'a\nb', 'ü', 'x'.repeat(200)].map(
      (id): [string, RegExp, Entry[]] => [
        `a node named ${JSON.stringify(id).slice(0, 20)}`,
        /which is not a valid node name/,
        [['node.json', JSON.stringify(nodeRecord(id))]]
      ]
    ),
    [
      'a line that is not a row',
      /has a line that is not a row of this task: hello\\r::warning/,
      [lines('hello\r::warning::x')]
    ],
    ['an incomplete row', /not a row of this task/, [lines('{"image":"a.pn')]],
    ['the row of another image', /not a row of this task/, [lines(rowOf('b.png'))]],
    [
      'a text at another path',
      /not a row of this task/,
      [lines(rowOf('a.png', { text: '../../etc/passwd' }))]
    ],
    [
      'a text of another image',
      /not a row of this task/,
      [lines(rowOf('a.png', { text: 'text/b.png.txt' }))]
    ],
    ['a negative count', /not a row of this task/, [lines({ ...rowOf('a.png'), words: -1 })]]
  ]
  test.each(invalid)('%s', async (_, message, entries) => {
    const folder = fresh()
    const problem = await problemOf(await tarOf(...resultEntries(entries)), folder)
    expect(problem).toBeInstanceOf(ArchiveProblem)
    expect((problem as Error).message).toMatch(message)
    expect((problem as Error).message.length).toBeLessThan(600)
    expect(filesIn(folder.path)).toEqual([])
  })

  test.each(['node.json', 'task.json', 'results.jsonl'])('a missing %s', async (name) => {
    const folder = fresh()
    const incomplete = resultEntries().filter((entry) => entry[0] !== name)
    const problem = await problemOf(await tarOf(...incomplete), folder)
    expect(problem).toEqual(new ArchiveProblem(`The archive has no ${name}.`))
    expect(filesIn(folder.path)).toEqual([])
  })

  test('a missing text', async () => {
    const folder = fresh()
    const incomplete = resultEntries().filter(([name]) => !name.startsWith('outputs/'))
    expect(await problemOf(await tarOf(...incomplete), folder)).toBeInstanceOf(ArchiveProblem)
    expect(filesIn(folder.path)).toEqual([])
  })

  test('rows that are too large for memory', async () => {
    const folder = fresh()
    const problem = await problemOf(
      await tarOf(...resultEntries([['results.jsonl', '\n'.repeat(64 * 1024 * 1024 + 1)]])),
      folder
    )
    expect(problem).toEqual(
      new ArchiveProblem("The archive's results.jsonl is too large (67108865 bytes).")
    )
    expect(filesIn(folder.path)).toEqual([])
  })

  test.each([
    ['a file', 0],
    ['a long name', 'L'.charCodeAt(0)],
    ['an attribute', 'x'.charCodeAt(0)]
  ])('%s that claims to be gigabytes long', async (_, type) => {
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
    expect((problem as Error).message).toMatch(/incomplete or damaged/)
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6)
    expect(filesIn(folder.path)).toEqual([])
  })
})

test('An archive that is cut off anywhere is rejected, and leaves nothing', async () => {
  const whole = await tarOf(...resultEntries())
  // The last blocks are the header of `end` and two blocks of zeros, which may be missing.
  const needed = whole.length - 1024
  const lengths = [0, 1, 100, 511, 512, 513, needed - 513, needed - 512, needed - 511, needed - 1]
  for (let at = 700; at < needed; at += 379) lengths.push(at)
  for (const at of lengths) {
    const folder = fresh()
    expect([at, await problemOf(whole.subarray(0, at), folder)]).toEqual([
      at,
      expect.any(ArchiveProblem)
    ])
    expect(filesIn(folder.path)).toEqual([])
  }
})

test('An archive with one changed byte in a header is rejected, or read unchanged', async () => {
  const whole = await tarOf(...resultEntries())
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

test('Bytes that are not an archive are rejected', async () => {
  for (const bytes of [Buffer.alloc(5000, 'x'), Buffer.from('<html>'), Buffer.alloc(4096)])
    expect(await problemOf(bytes, fresh())).toBeInstanceOf(ArchiveProblem)
})

test('Output files of a failed or unknown image are ignored', async () => {
  const folder = fresh()
  const failed = rowOf('a.png', {
    status: 'failed',
    error: { code: 'timeout', message: 'It took too long.' }
  })
  const entries: Entry[] = [lines(failed), ['outputs/000002.txt', 'x'], ['outputs/000001.pdf', 'x']]
  const { rows, task } = await read(await tarOf(...resultEntries(entries)), folder)
  expect(rows).toEqual([failed])
  expect(task.counts).toEqual({ recognized: 0, reused: 0, empty: 0, failed: 1 })
  expect(filesIn(folder.path)).toEqual([])
})

test('Rows get the known task, node and attempt, whatever they contain', async () => {
  const folder = fresh()
  const lying = rowOf('a.png', { task: '../x', node: '../y', attempt: 99 })
  const { rows } = await read(await tarOf(...resultEntries([lines(lying, lying)])), folder)
  expect(rows).toEqual([rowOf('a.png')])
})

test('An error of the connection is thrown unchanged', async () => {
  const folder = fresh()
  const whole = await tarOf(...resultEntries())
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
  'Reading that is cancelled after %i bytes throws the reason',
  async (at) => {
    const folder = fresh()
    const whole = await tarOf(...resultEntries())
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
