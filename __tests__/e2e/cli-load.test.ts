import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { NODE, ROOT, Running, Scratch, startCli } from '../support/command.ts'
import { manyLines, rowsOf, rowsSoFar } from './folders.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

/** Megabytes of memory that a process has now; null where it has ended. */
function memory(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length

test('two thousand images are read in flat memory', async () => {
  const images = 2000
  manyLines(scratch, 'photos', images)
  const quick = ['--no-second-look', '--page-segmentation-mode', '7', '--json']
  const running = startCli(scratch, ['run', 'photos', ...quick])
  const results = join(scratch.work, 'ocr-results')
  const samples: { rows: number; megabytes: number }[] = []
  const sampling = setInterval(() => {
    const megabytes = memory(running.pid)
    if (megabytes !== null) samples.push({ rows: rowsSoFar(results), megabytes })
  }, 250)
  const ended = await running.ended
  clearInterval(sampling)
  expect(JSON.parse(ended.stdout)).toMatchObject({ images, recognized: images, failed: 0 })
  expect(rowsOf(results)).toHaveLength(images)

  const between = (from: number, to: number) =>
    samples.filter(({ rows }) => rows >= from && rows < to).map(({ megabytes }) => megabytes)
  const [middle, late] = [mean(between(800, 1200)), mean(between(1600, images))]
  const most = Math.max(...samples.map(({ megabytes }) => megabytes))
  process.stdout.write(
    `${images} images in ${ended.seconds.toFixed(1)} s; memory in the middle ${middle.toFixed(0)} MB, late ${late.toFixed(0)} MB, at most ${most.toFixed(0)} MB\n`
  )
  expect(late - middle).toBeLessThan(25)
  expect(most).toBeLessThan(300)
}, 180_000)

test('the first line of the step’s log comes within 150 ms of its start', async () => {
  mkdirSync(join(scratch.work, 'images'))
  const starts: number[] = []
  for (let start = 0; start < 9; start++) {
    const running = new Running(NODE, [join(ROOT, 'dist/index.js')], {
      cwd: scratch.work,
      env: { ...scratch.env, GITHUB_WORKSPACE: scratch.work, INPUT_IMAGES: 'images' }
    })
    await running.until('its first line', () => running.firstByte !== null)
    starts.push(running.firstByte ?? Number.POSITIVE_INFINITY)
    await running.ended
  }
  const told = starts.map((milliseconds) => milliseconds.toFixed(0)).join(', ')
  process.stdout.write(`milliseconds to the first line: ${told}\n`)
  expect(Math.min(...starts)).toBeLessThan(150)
})
