import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { NODE, ROOT, Scratch } from '../support/command.ts'
import { until } from '../support/poll.ts'
import { manyLines, rowsOf } from './folders.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

const HIDE_CURSOR = '\u001b[?25l'
const SHOW_CURSOR = '\u001b[?25h'
const CTRL_C = '\u0003'

const results = () => join(scratch.work, 'ocr-results')

/** Runs the command line on a pseudoterminal, which shows both standard output and standard error. */
function onTerminal(images: number) {
  manyLines(scratch, 'photos', images)
  const command = `"${NODE}" "${join(ROOT, 'dist/cli/index.js')}" run photos`
  const child = spawn('script', ['-qefc', command, '/dev/null'], {
    cwd: scratch.work,
    env: { ...scratch.env, TERM: 'xterm', SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'inherit']
  })
  let shown = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
  })
  return {
    shown: () => shown,
    press: (key: string) => child.stdin.write(key),
    ended: new Promise<number | null>((end) => child.once('close', end))
  }
}

test('On a terminal, a bar shows the progress, and is removed at the end', async () => {
  const terminal = onTerminal(40)
  expect(await terminal.ended).toBe(0)
  const shown = terminal.shown()
  expect(shown).toMatch(/[█░]+ \d+\/40 images, 0 failed, [\d.]+ s left/)
  expect(shown.split(HIDE_CURSOR)).toHaveLength(2)
  expect(shown.lastIndexOf(SHOW_CURSOR)).toBeGreaterThan(shown.lastIndexOf('░'))
  expect(shown.slice(shown.lastIndexOf(SHOW_CURSOR))).toContain('40')
})

test('Ctrl-C restores the cursor and ends with exit code 130', async () => {
  const terminal = onTerminal(300)
  await until(() => /[1-9]\d\/300 images/.test(terminal.shown()), 'some images to be read')
  terminal.press(CTRL_C)
  expect(await terminal.ended).toBe(130)
  const shown = terminal.shown()
  expect(shown.lastIndexOf(SHOW_CURSOR)).toBeGreaterThan(shown.lastIndexOf(HIDE_CURSOR))
  expect(shown.slice(shown.lastIndexOf(SHOW_CURSOR))).not.toMatch(/[█░]/)
  expect(scratch.living()).toEqual([])
  expect(rowsOf(results())).toHaveLength(300)
})
