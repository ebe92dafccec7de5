import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RunRecord } from '../../src/results/records.ts'
import { characterError } from '../support/accuracy.ts'
import { cli, type Ended, Scratch } from '../support/command.ts'
import { copySamples, filesBelow, rowsOf, SAMPLES, sampleImages } from './folders.ts'

/** The expected row of each sample, and the highest share of wrong characters that is accepted. */
const EXPECTED: Readonly<
  Record<string, { status: string; pages?: number; code?: string; most?: number; look?: number }>
> = {
  'blank.png': { status: 'empty', pages: 1, most: 0 },
  'clean.png': { status: 'recognized', pages: 1, most: 0.02, look: 1 },
  'cmyk.jpg': { status: 'recognized', pages: 1, most: 0.02, look: 1 },
  'low-resolution.png': { status: 'recognized', pages: 1, most: 0.03, look: 2 },
  'meter_+254712345678_2026-11-02.jpg': { status: 'recognized', pages: 1, most: 0.05, look: 1 },
  'pointer.jpg': { status: 'failed', code: 'git-lfs-pointer' },
  'screen.webp': { status: 'recognized', pages: 1, most: 0.02 },
  'skewed.png': { status: 'recognized', pages: 1, most: 0.03, look: 2 },
  'transparent.png': { status: 'recognized', pages: 1, most: 0.02, look: 1 },
  'truncated.png': { status: 'failed', code: 'unreadable-image' },
  'turned-by-tag.jpg': { status: 'recognized', pages: 1, most: 0.03, look: 1 },
  'two-pages.tif': { status: 'recognized', pages: 2, most: 0.02, look: 1 },
  'upside-down.png': { status: 'recognized', pages: 1, most: 0.03, look: 2 }
}

let scratch: Scratch
let ended: Ended
const results = () => join(scratch.work, 'ocr-results')
const rowOf = (name: string) => rowsOf(results()).find(({ image }) => image === `samples/${name}`)
beforeAll(async () => {
  scratch = new Scratch()
  copySamples(scratch)
  ended = await cli(
    scratch,
    ...['run', 'samples', '--formats', 'txt,hocr,tsv,alto,pdf'],
    ...['--key-pattern', '(?<phone>\\+?\\d{8,15})', '--json', '--fail-on', 'never']
  )
})
afterAll(() => scratch[Symbol.dispose]())

test('The results list the expected samples', () => {
  expect(sampleImages).toEqual(Object.keys(EXPECTED).sort())
  expect(rowsOf(results()).map(({ image }) => image)).toEqual(
    sampleImages.map((name) => `samples/${name}`)
  )
})

test.each(Object.entries(EXPECTED))(
  '%s has the expected row',
  (name, { status, pages, code, look }) => {
    const row = rowOf(name)
    expect(row).toMatchObject({
      status,
      ...(pages === undefined ? {} : { pages }),
      ...(look === undefined ? {} : { look }),
      text: status === 'failed' ? null : `text/samples/${name}.txt`
    })
    expect(row?.error?.code).toBe(code)
  }
)

test('Every text matches the text in its image', () => {
  const measured = Object.entries(EXPECTED)
    .filter(([, { status }]) => status !== 'failed')
    .map(([name, { most = 0 }]) => {
      const read = readFileSync(join(results(), 'text/samples', `${name}.txt`), 'utf8')
      const known = readFileSync(join(SAMPLES, `${name}.truth.txt`), 'utf8')
      return { name, share: characterError(read, known), most }
    })
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`.padStart(9)
  const table = measured.map(
    ({ name, share, most }) => `${name.padEnd(36)}${percent(share)}${percent(most)}`
  )
  process.stdout.write(`${'wrong characters'.padEnd(36)}     read  at most\n${table.join('\n')}\n`)
  expect(measured.filter(({ share, most }) => share > most)).toEqual([])
})

test('A phone number in a file name is a column, and not a formula in a spreadsheet', () => {
  const image = 'meter_+254712345678_2026-11-02.jpg'
  expect(rowOf(image)?.keys).toEqual({ phone: '+254712345678' })
  const [head = '', ...lines] = readFileSync(join(results(), 'results.csv'), 'utf8').split('\r\n')
  const column = head.split(',').indexOf('phone')
  const line = lines.find((text) => text.startsWith(`samples/${image}`))
  expect(line?.split(',')[column]).toBe("'+254712345678")
})

test('With --json, standard output is one JSON object that matches the records', () => {
  expect(ended.code).toBe(0)
  const outcome = JSON.parse(ended.stdout)
  expect(ended.stdout.trimEnd()).not.toContain('\n')
  const record = JSON.parse(readFileSync(join(results(), 'metadata/run.json'), 'utf8')) as RunRecord
  expect(outcome).toMatchObject({
    ...{ runId: record.id, outcome: 'done', results: results(), seconds: record.seconds },
    ...{ images: 13, recognized: 10, reused: 0, empty: 1, failed: 2, pages: 12, nodes: 1 },
    failures: [
      { image: 'samples/pointer.jpg', code: 'git-lfs-pointer' },
      { image: 'samples/truncated.png', code: 'unreadable-image' }
    ]
  })
})

test('The results folder has the documented files, and no others', () => {
  const read = Object.entries(EXPECTED).filter(([, { status }]) => status !== 'failed')
  const places = { text: 'txt', hocr: 'hocr', tsv: 'tsv', alto: 'xml', pdf: 'pdf' }
  const files = read.flatMap(([name]) =>
    Object.entries(places).map(([folder, ending]) => `${folder}/samples/${name}.${ending}`)
  )
  const { plan } = JSON.parse(
    readFileSync(join(results(), 'metadata/run.json'), 'utf8')
  ) as RunRecord
  const tasks = plan.partitions.map(({ task }) => `metadata/tasks/${task}.json`)
  const failed = rowOf('truncated.png')?.task
  expect(filesBelow(results())).toEqual(
    [
      ...files,
      ...['results.jsonl', 'results.csv', 'report.html', 'metadata/run.json'],
      ...['metadata/nodes/local.json', ...tasks, `metadata/logs/${failed}/failures.log`]
    ].sort()
  )
})

test('A second run keeps every result, and a changed setting reads all images again', async () => {
  const outcome = async (...args: string[]) => {
    const { stdout } = await cli(scratch, 'run', 'samples', '--json', '--fail-on', 'never', ...args)
    return JSON.parse(stdout)
  }
  const before = rowsOf(results()).map(({ image, identity, key, text }) => ({
    image,
    identity,
    key,
    text
  }))
  expect(await outcome()).toMatchObject({ recognized: 0, reused: 11, empty: 0, failed: 2 })
  const after = rowsOf(results()).map(({ image, identity, key, text }) => ({
    image,
    identity,
    key,
    text
  }))
  expect(after).toEqual(before)
  const again = await outcome('--no-second-look', '--page-segmentation-mode', '6')
  expect(again).toMatchObject({ recognized: 10, reused: 0, empty: 1 })
})
