import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { cli, Scratch, startCli, until } from '../support/command.ts'
import { manyLines, rowsOf, rowsSoFar } from './folders.ts'

/** More images than can be read before the signal comes. */
const MANY = 300

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
  manyLines(scratch, 'photos', MANY)
})
afterEach(() => scratch[Symbol.dispose]())

const results = () => join(scratch.work, 'ocr-results')
const RUN = ['run', 'photos', '--json']

/** Starts a run, waits until some images are read, and sends a signal. */
async function endedBy(signal: NodeJS.Signals) {
  const running = startCli(scratch, RUN)
  await running.until('some images are read', () => rowsSoFar(results()) >= 20)
  const sent = performance.now()
  running.kill(signal)
  const ended = await running.ended
  return { ...ended, secondsAfter: (performance.now() - sent) / 1000 }
}

const readRows = () => rowsOf(results()).filter(({ status }) => status === 'recognized')

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends a run within two seconds with 130; nothing is left running, what is read is kept',
  async (signal) => {
    const ended = await endedBy(signal)
    expect(ended.code).toBe(130)
    expect(ended.secondsAfter).toBeLessThan(2)
    expect(scratch.living()).toEqual([])
    expect(scratch.leftovers().filter((name) => name.startsWith('batch-ocr-'))).toEqual([])
    const rows = rowsOf(results())
    const read = readRows().length
    expect(rows).toHaveLength(MANY)
    expect(read).toBeGreaterThanOrEqual(20)
    expect(read).toBeLessThan(MANY)
    expect(JSON.parse(ended.stdout)).toMatchObject({ outcome: 'cancelled', recognized: read })

    const again = await cli(scratch, ...RUN)
    expect(again.code).toBe(0)
    expect(JSON.parse(again.stdout)).toMatchObject({ reused: read, recognized: MANY - read })
  }
)

test('after kill -9 the next run goes on where it stood', async () => {
  const { signal } = await endedBy('SIGKILL')
  expect(signal).toBe('SIGKILL')
  await until('every engine of the killed run has ended', () => scratch.living().length === 0)
  const read = readRows().length
  expect(read).toBeGreaterThanOrEqual(20)

  const again = await cli(scratch, ...RUN)
  expect(again.code).toBe(0)
  expect(JSON.parse(again.stdout)).toMatchObject({
    reused: read,
    recognized: MANY - read,
    failed: 0
  })
  expect(new Set(rowsOf(results()).map(({ image }) => image)).size).toBe(MANY)
})

test('asked twice by the same signal, it ends at once', async () => {
  const running = startCli(scratch, RUN)
  await running.until('some images are read', () => rowsSoFar(results()) >= 5)
  running.kill('SIGINT')
  running.kill('SIGINT')
  expect((await running.ended).code).toBe(130)
  expect(scratch.living()).toEqual([])
})

test('goes on to its end when whoever read its progress has gone', async () => {
  const running = startCli(scratch, RUN)
  await running.until('its first line', () => running.stderr !== '')
  running.hangUp('stderr')
  const ended = await running.ended
  expect(ended.code).toBe(0)
  expect(JSON.parse(ended.stdout)).toMatchObject({ recognized: MANY })
})
