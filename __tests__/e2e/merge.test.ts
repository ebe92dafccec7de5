import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Row } from '../../src/results/row.ts'
import { cli, type Ended, Scratch, startCli } from '../support/command.ts'
import { until } from '../support/poll.ts'
import { scriptedEngine } from '../support/scripted-engine.ts'
import { copySome, filesBelow, manyLines, rowsOf, rowsSoFar } from './folders.ts'

let scratch: Scratch
const at = (...path: readonly string[]) => join(scratch.work, ...path)

/** A row without the fields that depend on where and when its image was read. */
const timeless = ({ task, node, slot, startedAt, ...row }: Row) => ({
  ...row,
  ...{ seconds: 0, prepareSeconds: 0, recognizeSeconds: 0 }
})

describe('Two shards, read by Tesseract and merged in a terminal,', () => {
  const READ = ['--formats', 'txt hocr', '--key-pattern', '(?<phone>\\+\\d{8,15})']
  const read = (results: string, ...options: string[]) =>
    cli(scratch, 'run', 'scans', ...READ, '--results', results, ...options)
  let merged: Ended
  beforeAll(async () => {
    scratch = new Scratch()
    copySome(scratch, 'scans')
    await read('whole')
    for (const index of [1, 2]) await read(`${index}`, '--shard', `${index}/2`)
    merged = await cli(scratch, 'merge', '1', '2', '--results', 'merged', '--json')
  }, 120_000)
  afterAll(() => scratch[Symbol.dispose]())

  test('have the rows of one run, apart from where and when each image was read', () => {
    expect(rowsOf(at('1')).length).toBeGreaterThan(2)
    expect(rowsOf(at('2')).length).toBeGreaterThan(2)
    expect(rowsOf(at('merged')).map(timeless)).toEqual(rowsOf(at('whole')).map(timeless))
  })

  test('have the texts of one run, byte for byte, and a table with its columns', () => {
    const texts = (results: string) =>
      filesBelow(at(results)).filter((path) => /^(text|hocr)\//.test(path))
    expect(texts('merged')).toEqual(texts('whole'))
    for (const path of texts('merged').filter((path) => path.startsWith('text/')))
      expect(readFileSync(at('merged', path)).equals(readFileSync(at('whole', path)))).toBe(true)
    const head = (results: string) =>
      readFileSync(at(results, 'results.csv'), 'utf8').split('\r\n', 1)[0]
    expect(head('merged')).toBe(head('whole'))
  })

  test('end like one run: with an outcome, and an exit code by fail-on', async () => {
    expect(merged.code).toBe(1)
    expect(JSON.parse(merged.stdout)).toMatchObject({
      ...{ outcome: 'done', problem: null, images: 10, recognized: 7, empty: 1, failed: 2 },
      ...{ nodes: 2, results: at('merged') }
    })
    expect(merged.stderr).toContain('Found 10 images in 2 of 2 shards.\n')
    const forgiven = ['merge', '1', '2', '--results', 'merged', '--fail-on', 'never'] as const
    const ended = await cli(scratch, ...forgiven)
    expect(ended.code).toBe(0)
    expect(ended.stdout).toContain('10 images: 7 recognized, 0 reused, 1 empty, 2 failed.')
    expect(ended.stdout).toContain('Results: merged (text/, results.csv, report.html)')
  })

  test('are reused by the next run', async () => {
    const next = await read('merged', '--json')
    expect(JSON.parse(next.stdout)).toMatchObject({ reused: 8, recognized: 0, failed: 2 })
  })

  test('are merged without a missing one, which is named, with exit code 3', async () => {
    const ended = await cli(scratch, 'merge', '2', '--results', 'half', '--json')
    expect(ended.code).toBe(3)
    expect(ended.stderr).toContain('Shard 1 of 2 is missing: which images it had is not known.')
    const outcome = JSON.parse(ended.stdout)
    expect(outcome).toMatchObject({ outcome: 'failed', images: rowsOf(at('2')).length })
    expect(outcome.problem).toContain('Shard 1 of 2')
    expect(existsSync(at('half/report.html'))).toBe(true)
  })

  test.each([
    [['merge'], 'missing required argument'],
    [['merge', 'gone', 'scans'], 'There is no folder gone.\nscans holds no results'],
    [
      ['merge', '1', 'whole', '--results', 'x'],
      'whole does not belong to 1: its number of shards is 1'
    ]
  ])('%j is refused with exit code 2, and writes nothing', async (args, message) => {
    const ended = await cli(scratch, ...args)
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toContain(message)
    expect(ended.stderr).not.toContain('    at ')
    expect(existsSync(at('x')) || existsSync(at('ocr-results'))).toBe(false)
  })
})

test('A shard that was killed has a row for each of its images, and is complete once it ran again', async () => {
  scratch = new Scratch()
  manyLines(scratch, 'photos', 40)
  const shard = (index: number) => [
    ...['run', 'photos', '--slots', '1'],
    ...['--shard', `${index}/2`, '--results', `${index}`]
  ]
  const whole = scriptedEngine(scratch)
  expect((await startCli(scratch, shard(1), whole).ended).code).toBe(0)
  const second = startCli(scratch, shard(2), scriptedEngine(scratch, 5))
  await second.until('some images were read', () => rowsSoFar(at('2')) >= 5)
  second.kill('SIGKILL')
  await second.ended
  const early = await cli(scratch, 'merge', '1', '2', '--json')
  expect(early.code).toBe(1)
  expect(early.stderr).toMatch(/Warning: Shard 2 of 2 was ended early: \d+ of its 20 images/)
  expect(JSON.parse(early.stdout)).toMatchObject({
    ...{ outcome: 'cancelled', images: 40, recognized: 25 }
  })
  await until(() => scratch.living().length === 0, 'the end of the engines')
  expect((await startCli(scratch, shard(2), whole).ended).code).toBe(0)
  const late = await cli(scratch, 'merge', '1', '2', '--json')
  expect(late.code).toBe(0)
  expect(JSON.parse(late.stdout)).toMatchObject({ outcome: 'done', images: 40, failed: 0 })
  scratch[Symbol.dispose]()
})
