import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { NODE, ROOT, Running } from '../support/command.ts'

/** Nodes with Ubuntu 24.04 have Node.js 18. */
const NODE18 = join(ROOT, 'node_modules/node18-linux-x64/bin/node')
const NODES = [NODE, ...(existsSync(NODE18) ? [NODE18] : [])]

let home: string
let program: string
const living: Running[] = []
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'batch-ocr-slots-'))
  program = join(home, 'program.mjs')
  const source = readFileSync(join(ROOT, 'src/node-agent/slot.ts'), 'utf8')
  writeFileSync(
    program,
    `${stripTypeScriptTypes(source)}
     console.log(await takeSlot(process.argv[2] ?? ''))
     if (process.argv[3] === 'hold') setInterval(() => {}, 1000)`
  )
})
afterEach(async () => {
  for (const one of living) one.kill('SIGKILL')
  await Promise.all(living.splice(0).map(({ ended }) => ended))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** A task that takes a slot and holds it until it is killed. */
async function task(node: string, on: string): Promise<{ slot: string; end(): Promise<unknown> }> {
  const running = new Running(on, [program, node, 'hold'], { cwd: home, env: process.env })
  living.push(running)
  await running.until('a slot is taken', () => running.stdout.includes('\n'))
  return {
    slot: running.stdout.trim(),
    end: () => {
      running.kill('SIGKILL')
      return running.ended
    }
  }
}

describe.each(NODES)('With %s', (on) => {
  const own = (name: string) => `${name} of ${process.pid} with ${on}`

  test('simultaneous tasks of a node have different slots, and a killed task releases its slot', async () => {
    const node = own('one')
    const first = await task(node, on)
    const second = await task(node, on)
    const third = await task(node, on)
    expect([first.slot, second.slot, third.slot]).toEqual(['0', '1', '2'])
    await second.end()
    expect((await task(node, on)).slot).toBe('1')
  })

  test('tasks that start at the same moment share no slot', async () => {
    const tasks = await Promise.all(Array.from({ length: 4 }, () => task(own('many'), on)))
    expect(tasks.map(({ slot }) => slot).sort()).toEqual(['0', '1', '2', '3'])
  })

  test('every node has a slot 0', async () => {
    expect((await task(own('here'), on)).slot).toBe('0')
    expect((await task(own('there'), on)).slot).toBe('0')
  })

  test('a slot does not keep a process running', async () => {
    const where = { cwd: home, env: process.env }
    const ended = await new Running(on, [program, own('short')], where).ended
    expect(ended).toMatchObject({ code: 0, stdout: '0\n' })
  })
})
