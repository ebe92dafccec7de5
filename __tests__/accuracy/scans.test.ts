import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Row } from '../../src/results/row.ts'
import { type Accuracy, compare, wordAgreement } from '../support/accuracy.ts'

/** Folder of real scans with known text; without it, these tests are skipped. */
const SCANS = process.env['OCR_TEST_IMAGES']

interface Scan {
  readonly group: string
  readonly image: string
  readonly known: string
  readonly psm: string
}

interface Read {
  readonly text: string
  readonly seconds: number
  readonly look: number
}

const home = mkdtempSync(join(tmpdir(), 'ocr-scans-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const scans = SCANS === undefined ? [] : manifest(SCANS)
const read: Record<'plain' | 'first' | 'second', Map<string, Read>> = {
  plain: new Map(),
  first: new Map(),
  second: new Map()
}

/** Reads scans with the bundled command line, each in its page segmentation mode. */
function readWith(into: Map<string, Read>, some: readonly Scan[], ...options: string[]): void {
  for (const psm of new Set(some.map((scan) => scan.psm))) {
    const own = some.filter((scan) => scan.psm === psm)
    const folder = mkdtempSync(join(home, 'images-'))
    for (const { image } of own) {
      mkdirSync(join(folder, 'scans', dirname(image)), { recursive: true })
      execFileSync('cp', [join(SCANS as string, image), join(folder, 'scans', image)])
    }
    const mode = psm === '' ? [] : ['--page-segmentation-mode', psm]
    execFileSync(
      process.execPath,
      [
        join(process.cwd(), 'dist/cli/index.js'),
        'run',
        'scans',
        '--fail-on',
        'never',
        ...mode,
        ...options
      ],
      { cwd: folder, stdio: 'pipe' }
    )
    const rows = readFileSync(join(folder, 'ocr-results/results.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
    for (const row of rows) {
      const text =
        row.text === null ? '' : readFileSync(join(folder, 'ocr-results', row.text), 'utf8')
      into.set(row.image.replace(/^scans\//, ''), { text, seconds: row.seconds, look: row.look })
    }
  }
}

function readPlain(): void {
  for (const { image, psm } of scans) {
    const start = performance.now()
    const args = [
      join(SCANS as string, image),
      'stdout',
      '-l',
      'eng',
      ...(psm === '' ? [] : ['--psm', psm])
    ]
    const text = execFileSync('tesseract', args, {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: ['ignore', 'pipe', 'ignore']
    }).toString()
    read.plain.set(image, { text, seconds: (performance.now() - start) / 1000, look: 1 })
  }
}

const describeScans = SCANS === undefined ? describe.skip : describe
describeScans('Real scans with known text', () => {
  beforeAll(() => {
    readPlain()
    readWith(read.second, scans)
    // Of the other scans, the second look kept the text of the first one, or was not taken.
    const replaced = scans.filter(({ image }) => read.second.get(image)?.look !== 1)
    readWith(read.first, replaced, '--no-second-look')
    process.stdout.write(`${table()}\n`)
  }, 600_000)

  test('have the same text as with plain Tesseract if there is no second look', () => {
    for (const { image } of scans) {
      const first = read.first.get(image) ?? read.second.get(image)
      expect([image, first?.look, first?.text]).toEqual([image, 1, read.plain.get(image)?.text])
    }
  })

  test.each([...new Set(scans.map(({ group }) => group))])(
    'of the group %s are read no worse than with plain Tesseract',
    (group) => {
      expect(mean(group, 'second', 'f1')).toBeGreaterThanOrEqual(mean(group, 'plain', 'f1'))
    }
  )

  test('that are forms gain at least 8 percentage points of words', () => {
    expect(mean('funsd', 'second', 'f1') - mean('funsd', 'plain', 'f1')).toBeGreaterThanOrEqual(
      0.08
    )
  })

  test('that are single lines do not change with a second look', () => {
    const lines = scans.filter(({ group }) => group === 'uw3-lines')
    expect(
      lines.every(({ image }) => read.second.get(image)?.text === read.plain.get(image)?.text)
    ).toBe(true)
  })
})

describeScans('Real scans that are rotated', () => {
  /** One page of each group for each angle, and two pages of each group in all: recognizing them takes long. */
  const pages = [90, 180, 270].flatMap((angle, index) =>
    ['songbooks', 'sroie', 'funsd'].flatMap((group) => {
      const scan = scans.filter((one) => one.group === group)[index % 2]
      if (scan === undefined) return []
      const { image, known } = scan
      return [{ angle, image, known, file: `turned/${angle}-${basename(image)}` }]
    })
  )
  const folder = mkdtempSync(join(home, 'turned-'))
  beforeAll(() => {
    mkdirSync(join(folder, 'turned'))
    for (const { angle, image, file } of pages) {
      const args = [join(SCANS as string, image), '-rotate', String(angle), join(folder, file)]
      execFileSync('/usr/bin/convert', args)
    }
    execFileSync(process.execPath, [join(process.cwd(), 'dist/cli/index.js'), 'run', 'turned'], {
      cwd: folder,
      stdio: 'pipe'
    })
  }, 600_000)

  test.each([90, 180, 270])('by %i degrees are read like upright ones', (angle) => {
    const agreements = pages
      .filter((page) => page.angle === angle)
      .map(({ image, known, file }) => {
        const text = readFileSync(join(folder, 'ocr-results/text', `${file}.txt`), 'utf8')
        return {
          image,
          turned: wordAgreement(text, known),
          upright: wordAgreement(read.second.get(image)?.text ?? '', known)
        }
      })
    process.stdout.write(
      `turned by ${angle}: ${agreements.map(({ image, turned, upright }) => `${image} ${percent(turned)} (upright ${percent(upright)})`).join(', ')}\n`
    )
    expect(agreements).toHaveLength(3)
    for (const { turned, upright } of agreements) expect(turned).toBeGreaterThan(upright - 0.1)
  })
})

const compared = new Map<string, Accuracy>()

function accuracy(scan: Scan, how: keyof typeof read): Accuracy {
  const name = `${how} ${scan.image}`
  const known = compared.get(name) ?? compare(read[how].get(scan.image)?.text ?? '', scan.known)
  compared.set(name, known)
  return known
}

function mean(group: string, how: keyof typeof read, measure: keyof Accuracy): number {
  const own = scans.filter((scan) => scan.group === group)
  return own.reduce((sum, scan) => sum + accuracy(scan, how)[measure], 0) / own.length
}

function seconds(group: string, how: keyof typeof read): number {
  return scans
    .filter((scan) => scan.group === group)
    .reduce((sum, { image }) => sum + (read[how].get(image)?.seconds ?? 0), 0)
}

const percent = (share: number): string => (share * 100).toFixed(1)

function table(): string {
  const rows = [...new Set(scans.map(({ group }) => group))].map((group) => {
    const own = scans.filter((scan) => scan.group === group)
    const again = own.filter(({ image }) => read.second.get(image)?.look === 2).length
    const words = (how: keyof typeof read) => percent(mean(group, how, 'f1'))
    const errors = (how: keyof typeof read) => percent(mean(group, how, 'cer'))
    return `| ${group} | ${own.length} | ${words('plain')} | ${words('second')} | ${errors('plain')} | ${errors('second')} | ${again} | ${seconds(group, 'plain').toFixed(1)} | ${seconds(group, 'second').toFixed(1)} |`
  })
  return [
    '| group | images | words in 100, plain | with second look | character error %, plain | with second look | second looks kept | seconds, plain | with second look |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows
  ].join('\n')
}

function manifest(folder: string): Scan[] {
  const [, ...lines] = readFileSync(join(folder, 'manifest.tsv'), 'utf8').trim().split('\n')
  return lines.flatMap((line) => {
    const [group = '', image = '', truth = '', , psm = ''] = line.split('\t')
    return truth === ''
      ? []
      : [{ group, image, psm, known: readFileSync(join(folder, truth), 'utf8') }]
  })
}
