import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Ended, Scratch, startCli } from '../support/command.ts'
import { until } from '../support/poll.ts'
import { scriptedEngine } from '../support/scripted-engine.ts'
import { manyLines, rowsOf, rowsSoFar } from './folders.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

const results = () => join(scratch.work, 'ocr-results')
const readRows = () => rowsOf(results()).filter(({ status }) => status === 'recognized')
const RUN = ['run', 'photos', '--json', '--slots', '2']

/** Images that are read before the scripted engines, of two slots, stay on the next one. */
const READ = 20

/** Starts a run whose engines stay on an image after some others. */
async function midway() {
  const running = startCli(scratch, RUN, scriptedEngine(scratch, READ / 2))
  await running.until('some images were read', () => rowsSoFar(results()) >= READ)
  return running
}

const runAgain = (): Promise<Ended> => startCli(scratch, RUN, scriptedEngine(scratch)).ended

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends a run with exit code 130: no process is left, and results are kept for the next run',
  async (signal) => {
    const MANY = 40
    manyLines(scratch, 'photos', MANY)
    const running = await midway()
    running.kill(signal)
    const ended = await running.ended
    expect(ended.code).toBe(130)
    expect(scratch.living()).toEqual([])
    expect(scratch.leftovers().filter((name) => name.startsWith('batch-ocr-'))).toEqual([])
    expect(rowsOf(results())).toHaveLength(MANY)
    expect(readRows()).toHaveLength(READ)
    expect(JSON.parse(ended.stdout)).toMatchObject({ outcome: 'cancelled', recognized: READ })

    const again = await runAgain()
    expect(again.code).toBe(0)
    expect(JSON.parse(again.stdout)).toMatchObject({ reused: READ, recognized: MANY - READ })
  }
)

test('After SIGKILL, Tesseract ends, and the next run continues where the first one was', async () => {
  const MANY = 200
  manyLines(scratch, 'photos', MANY)
  const running = startCli(scratch, ['run', 'photos', '--json', '--slots', '1'])
  await running.until('some images were read', () => rowsSoFar(results()) >= 20)
  running.kill('SIGKILL')
  expect((await running.ended).signal).toBe('SIGKILL')
  await until(() => scratch.living().length === 0, 'the end of the engines')
  const read = readRows().length
  expect(read).toBeGreaterThanOrEqual(20)
  expect(read).toBeLessThan(MANY)

  const again = await runAgain()
  expect(again.code).toBe(0)
  const outcome = { reused: read, recognized: MANY - read, failed: 0 }
  expect(JSON.parse(again.stdout)).toMatchObject(outcome)
  expect(new Set(rowsOf(results()).map(({ image }) => image)).size).toBe(MANY)
})

test('The same signal twice ends a run at once', async () => {
  manyLines(scratch, 'photos', 40)
  const running = await midway()
  running.kill('SIGINT')
  running.kill('SIGINT')
  expect((await running.ended).code).toBe(130)
  expect(scratch.living()).toEqual([])
})

test('A run continues to its end when the reader of its progress is gone', async () => {
  const MANY = 300
  manyLines(scratch, 'photos', MANY)
  const running = startCli(scratch, RUN, scriptedEngine(scratch))
  await running.until('its first line', () => running.stderr !== '')
  running.hangUp('stderr')
  const ended = await running.ended
  expect(ended.code).toBe(0)
  expect(JSON.parse(ended.stdout)).toMatchObject({ recognized: MANY })
})
