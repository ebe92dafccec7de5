import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { csvColumns, csvTable } from '../../src/results/csv.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { outputPath } from '../../src/results/names.ts'
import { FORMATS } from '../../src/results/records.ts'
import { ERROR_CODES, parseRow, type Row, rowColumns } from '../../src/results/row.ts'
import { countsOf, totalsOf } from '../../src/results/totals.ts'
import { temporaryFolder } from '../support/images.ts'

const top = temporaryFolder('results')
let count = 0
const fresh = () => new ResultsFolder(join(top, String(++count)))

const row = (changes: Partial<Row> = {}): Row => ({
  image: 'images/a.png',
  status: 'recognized',
  identity: 'sha256:1',
  key: 'sha256:2',
  bytes: 10,
  format: 'png',
  width: 3,
  height: 4,
  pages: 1,
  words: 2,
  confidence: 91.5,
  text: 'text/images/a.png.txt',
  keys: {},
  error: null,
  task: 'task-0001',
  node: 'local',
  slot: 0,
  attempt: 1,
  startedAt: '2026-01-01T00:00:00.000Z',
  seconds: 0.5,
  prepareSeconds: 0.1,
  recognizeSeconds: 0.3,
  look: 1,
  secondLook: null,
  ...changes
})

const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    '=1+1',
    '+254712345678.jpg',
    '-x',
    '@a',
    '\tx',
    '\rx',
    'a"b',
    'a,b',
    'a\nb',
    "a'b",
    'a;b'
  )
)
const rows = fc.record({
  image: name,
  status: fc.constantFrom('recognized' as const, 'reused' as const, 'empty' as const),
  keys: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.option(name)),
  confidence: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
  bytes: fc.nat(),
  error: fc.option(fc.record({ code: fc.constantFrom(...ERROR_CODES), message: name }))
})

describe('A line of results.jsonl', () => {
  test('is parsed to the row that was written', () => {
    void fc.assert(
      fc.property(rows, (changes) => {
        const one = row(changes)
        const line = JSON.stringify(one)
        expect(line).not.toContain('\n')
        expect(parseRow(line)).toEqual(JSON.parse(line))
      })
    )
  })

  test('is not a row if it is truncated anywhere', () => {
    const line = JSON.stringify(row({ image: 'ä"b\\c.png' }))
    for (let length = 0; length < line.length; length++)
      expect(parseRow(line.slice(0, length))).toBeNull()
    expect(parseRow(line)).not.toBeNull()
  })

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '"row"',
    JSON.stringify({ ...row(), status: 'fine' }),
    JSON.stringify({ ...row(), bytes: -1 }),
    JSON.stringify({ ...row(), confidence: 101 }),
    JSON.stringify({ ...row(), error: { code: 'odd', message: '' } })
  ])('is not a row: %j', (line) => expect(parseRow(line)).toBeNull())
})

describe('The rows of an earlier run', () => {
  test('are read again, where the last row of an image counts and a truncated line is ignored', () => {
    const folder = fresh()
    expect(folder.earlierRows().size).toBe(0)
    folder.beginRows([row({ image: 'a' }), row({ image: 'b', words: 1 })])
    folder.appendRow(row({ image: 'b', words: 2 }))
    appendFileSync(join(folder.path, 'results.jsonl'), '{"image":"c","sta')
    expect([...folder.earlierRows()].map(([image, { words }]) => [image, words])).toEqual([
      ['a', 2],
      ['b', 2]
    ])
  })

  test('are kept if a row is added after a truncated line', () => {
    const folder = fresh()
    folder.beginRows([row({ image: 'a' })])
    appendFileSync(join(folder.path, 'results.jsonl'), '{"image":"cut')
    const again = new ResultsFolder(folder.path)
    again.beginRows([...again.earlierRows().values()])
    again.appendRow(row({ image: 'c' }))
    expect([...again.earlierRows().keys()]).toEqual(['a', 'c'])
  })
})

test('A record is written again after the records were cleared', () => {
  const folder = fresh()
  const record = { id: 'task-0001' }
  for (let time = 0; time < 2; time++) {
    folder.clearRecords()
    expect(folder.records('tasks')).toEqual([])
    folder.writeRecord('tasks/task-0001', record)
    folder.writeRecord('tasks/task-0001', record)
    expect(folder.records('tasks')).toEqual([record])
  }
})

describe('The CSV table', () => {
  const cells = (table: string) => parsed(table)

  test.each([
    '=1+1',
    '+254712345678',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    "=cmd|' /C calc'!A0",
    '＝1'
  ])('never has a cell that begins like a formula: %j', (text) => {
    const table = csvTable(
      [
        row({
          image: text,
          keys: { phone: text },
          error: { code: 'lost', message: text },
          secondLook: text
        })
      ],
      ['phone']
    )
    const [, ...lines] = cells(table)
    expect(lines.flat().filter((cell) => /^[=+\-@\t\r＝]/.test(cell))).toEqual([])
    expect(lines.flat().filter((cell) => cell === `'${text}`)).toHaveLength(4)
  })

  test('has any other text unchanged: quotes, commas, line breaks', () => {
    void fc.assert(
      fc.property(rows, (changes) => {
        const columns = Object.keys(changes.keys)
        const [head, first] = cells(csvTable([row(changes)], columns))
        const cell = (column: string) => first?.[head?.indexOf(column) ?? -1]?.replace(/^'/, '')
        expect(cell('image')).toBe(changes.image.replace(/^'/, ''))
        expect(cell('bytes')).toBe(String(changes.bytes))
        expect(first).toHaveLength(head?.length ?? 0)
      })
    )
  })

  test('has the fields of a row, the error in two columns, and one column for each named group', () => {
    const columns = csvColumns(['phone', 'date'])
    expect(columns).toEqual(
      expect.arrayContaining(['image', 'phone', 'date', 'error', 'errorMessage'])
    )
    expect(columns.filter((column) => !rowColumns.includes(column))).toEqual([
      'phone',
      'date',
      'errorMessage'
    ])
    const [head, ...body] = cells(
      csvTable([row({ keys: { phone: '1', date: null } })], ['phone', 'date'])
    )
    expect(head).toEqual(columns)
    expect(body).toHaveLength(1)
  })

  test('has its header even without rows', () => {
    expect(cells(csvTable([], []))).toEqual([csvColumns([])])
    expect(csvTable([], [])).toBe(stringify([csvColumns([])], { record_delimiter: '\r\n' }))
  })
})

/** A CSV parser after RFC 4180, independent of the library that writes the table. */
function parsed(table: string): string[][] {
  const lines: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy
  for (let match = cell.exec(table); match && match[0] !== ''; match = cell.exec(table)) {
    const text = match[1] ?? ''
    lines.at(-1)?.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text)
    if (match[2] === '\r\n') lines.push([])
  }
  return lines.filter((line) => line.length > 0)
}

describe('The file of an image', () => {
  test("is in its format's folder, under the path of the image", () => {
    expect(outputPath('txt', 'images/a b.png')).toBe('text/images/a b.png.txt')
    expect(outputPath('alto', 'a.png')).toBe('alto/a.png.xml')
  })

  test.each(['x'.repeat(255), 'ä'.repeat(127), '😀'.repeat(63), `${'y'.repeat(251)}.png`])(
    'can be written for the longest names that file systems allow (%#)',
    (long) => {
      const folder = fresh()
      for (const format of FORMATS) {
        const path = folder.writeOutput(format, `deep/${long}`, Buffer.from('text'))
        expect(folder.read(path).toString()).toBe('text')
      }
    }
  )

  test('differs for two long names that differ only at the end', () => {
    const [one, two] = [`${'x'.repeat(250)}1`, `${'x'.repeat(250)}2`]
    expect(outputPath('txt', one)).not.toBe(outputPath('txt', two))
  })

  test('is never shared by two images', () => {
    void fc.assert(
      fc.property(name, name, fc.constantFrom(...FORMATS), (one, two, format) => {
        const clean = (text: string) => text.replaceAll('/', '_').replaceAll('\0', '_')
        fc.pre(
          clean(one) !== clean(two) && !/^\.\.?$/.test(clean(one)) && !/^\.\.?$/.test(clean(two))
        )
        expect(outputPath(format, clean(one))).not.toBe(outputPath(format, clean(two)))
      })
    )
  })

  test.each([
    '../../outside.png',
    '../../../etc/cron.d/x',
    'a/../../../x.png',
    '..'.concat('/..'.repeat(20))
  ])('is never outside the folder: %s', (image) => {
    const folder = new ResultsFolder(join(top, 'walls', String(++count), 'in'))
    expect(() => folder.writeOutput('txt', image, Buffer.from('x'))).toThrow('outside')
    expect(existsSync(join(top, 'walls', String(count)))).toBe(false)
  })

  test.each(['/etc/passwd', 'C:/x.png', '~/x.png', '-x', 'a\\..\\b', '%2e%2e/x'])(
    'with an unusual path is within the folder: %s',
    (image) => {
      const folder = fresh()
      expect(folder.read(folder.writeOutput('txt', image, Buffer.from('x'))).toString()).toBe('x')
      expect(readdirSync(folder.path)).toEqual(['text'])
    }
  )

  test('is complete, without temporary files next to it', () => {
    const folder = fresh()
    folder.writeOutput('txt', 'a.png', Buffer.from('first'))
    folder.writeOutput('txt', 'a.png', Buffer.from('second'))
    expect(readdirSync(join(folder.path, 'text'))).toEqual(['a.png.txt'])
    expect(readFileSync(join(folder.path, 'text/a.png.txt'), 'utf8')).toBe('second')
  })

  test('is removed with the folders that become empty, and no others', () => {
    const folder = fresh()
    for (const image of ['a/b/c.png', 'a/d.png']) folder.writeOutput('txt', image, Buffer.from('x'))
    folder.writeOutput('pdf', 'a/b/c.png', Buffer.from('x'))
    folder.removeOutputs(['a/b/c.png'])
    expect(readdirSync(folder.path)).toEqual(['text'])
    expect(readdirSync(join(folder.path, 'text/a'))).toEqual(['d.png.txt'])
    expect(() => folder.removeOutputs(['never/was.png'])).not.toThrow()
  })
})

describe('Totals', () => {
  test('count every row once, and weight the confidence by words', () => {
    const some = [
      row({ words: 10, confidence: 90 }),
      row({ words: 30, confidence: 50, status: 'reused' }),
      row({ words: 0, confidence: null, status: 'empty' }),
      row({ words: 0, confidence: null, status: 'failed', pages: 7 })
    ]
    expect(countsOf(some)).toEqual({ recognized: 1, reused: 1, empty: 1, failed: 1 })
    expect(totalsOf(some, { otherFiles: 2, nodes: [], tasks: [] })).toMatchObject({
      images: 4,
      pages: 3,
      words: 40,
      confidence: 60,
      otherFiles: 2
    })
    expect(totalsOf([], { otherFiles: 0, nodes: [], tasks: [] }).confidence).toBeNull()
  })
})
