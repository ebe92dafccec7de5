import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { NODE, ROOT, Scratch, until } from '../support/command.ts'
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

/** Runs the command line on a terminal of its own, as `script` makes one; what it shows is standard output and error in one. */
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

test('on a terminal a bar shows what is done and what is left, and is gone at the end', async () => {
  const terminal = onTerminal(40)
  expect(await terminal.ended).toBe(0)
  const shown = terminal.shown()
  expect(shown).toMatch(/[█░]+ \d+\/40 images, 0 failed, [\d.]+ s left/)
  expect(shown.split(HIDE_CURSOR)).toHaveLength(2)
  expect(shown.lastIndexOf(SHOW_CURSOR)).toBeGreaterThan(shown.lastIndexOf('░'))
  expect(shown.slice(shown.lastIndexOf(SHOW_CURSOR))).toContain('40')
})

test('Ctrl-C while the bar is drawn gives the cursor back and ends with 130', async () => {
  const terminal = onTerminal(300)
  await until('some images are read', () => /[1-9]\d\/300 images/.test(terminal.shown()))
  terminal.press(CTRL_C)
  expect(await terminal.ended).toBe(130)
  const shown = terminal.shown()
  expect(shown.lastIndexOf(SHOW_CURSOR)).toBeGreaterThan(shown.lastIndexOf(HIDE_CURSOR))
  expect(shown.slice(shown.lastIndexOf(SHOW_CURSOR))).not.toMatch(/[█░]/)
  expect(scratch.living()).toEqual([])
  expect(rowsOf(results())).toHaveLength(300)
})
