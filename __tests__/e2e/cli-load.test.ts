import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { NODE, ROOT, Running, Scratch, startCli } from '../support/command.ts'
import { scriptedEngine } from '../support/scripted-engine.ts'
import { manyLines, rowsOf, rowsSoFar } from './folders.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

/** Megabytes of memory that a process uses now; null if it has ended. */
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

test('Memory does not grow while two thousand images are read', async () => {
  const images = 2000
  manyLines(scratch, 'photos', images)
  const running = startCli(scratch, ['run', 'photos', '--json'], scriptedEngine(scratch))
  const results = join(scratch.work, 'ocr-results')
  const samples: { rows: number; megabytes: number }[] = []
  const sampling = setInterval(() => {
    const megabytes = memory(running.pid)
    if (megabytes !== null) samples.push({ rows: rowsSoFar(results), megabytes })
  }, 75)
  const ended = await running.ended
  clearInterval(sampling)
  expect(JSON.parse(ended.stdout)).toMatchObject({ images, recognized: images, failed: 0 })
  expect(rowsOf(results)).toHaveLength(images)

  const between = (from: number, to: number) =>
    samples.filter(({ rows }) => rows >= from && rows < to).map(({ megabytes }) => megabytes)
  const [middle, late] = [mean(between(800, 1200)), mean(between(1600, images))]
  const most = Math.max(...samples.map(({ megabytes }) => megabytes))
  process.stdout.write(
    `${images} images in ${ended.seconds.toFixed(1)} s; memory in the middle ${middle.toFixed(0)} MB, late ${late.toFixed(0)} MB, at most ${most.toFixed(0)} MB (${samples.length} samples)\n`
  )
  expect(late - middle).toBeLessThan(25)
  expect(most).toBeLessThan(300)
})

/** Milliseconds until a program prints its first line. */
async function firstLine(args: readonly string[]): Promise<number> {
  const step = { GITHUB_WORKSPACE: scratch.work, INPUT_IMAGES: 'images' }
  const running = new Running(NODE, args, {
    cwd: scratch.work,
    env: { ...scratch.env, ...step, NODE_DISABLE_COMPILE_CACHE: '1' }
  })
  await running.until('its first line', () => running.firstByte !== null)
  await running.ended
  return running.firstByte ?? Number.POSITIVE_INFINITY
}

test('The step prints its first line within four times the start of Node.js', async () => {
  mkdirSync(join(scratch.work, 'images'))
  const nothing = join(scratch.tmp, 'nothing.js')
  writeFileSync(nothing, 'console.log()')
  const bare: number[] = []
  const step: number[] = []
  for (let round = 0; round < 7; round++) {
    bare.push(await firstLine([nothing]))
    step.push(await firstLine([join(ROOT, 'dist/index.js')]))
  }
  const [quickest, first] = [Math.min(...bare), Math.min(...step)]
  process.stdout.write(
    `First line after ${first.toFixed(0)} ms; Node.js alone: ${quickest.toFixed(0)} ms\n`
  )
  expect(first / quickest).toBeLessThan(4)
})
