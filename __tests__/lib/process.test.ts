import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { NotStarted, run } from '../../src/lib/process.ts'
import { Scratch } from '../support/command.ts'
import { until } from '../support/poll.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

const { env } = process
const shell = (script: string) => ['-c', script] as const

/** A shell script that writes the id of a child of its own to a file, and waits for that child for an hour. */
const parent = (file: string) =>
  `sleep 3600 & echo $! >'${file}.part'; mv '${file}.part' '${file}'; wait`

const pidIn = (file: string): number | null =>
  existsSync(file) ? Number(readFileSync(file, 'utf8')) : null

/** Whether a process is gone; a zombie, which nobody has waited for yet, is. */
function isGone(pid: number): boolean {
  try {
    return / [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, ''))
  } catch {
    return true
  }
}

describe('A program', () => {
  test('that ends has its exit code and output', async () => {
    const ended = await run('sh', shell('cat; echo bad >&2; exit 3'), { env, input: 'good' })
    expect({ ...ended, stdout: ended.stdout.toString() }).toEqual({
      ...{ code: 3, signal: null, stdout: 'good', stderr: 'bad\n' }
    })
  })

  test('that is killed has its signal', async () => {
    expect(await run('sh', shell('kill -KILL $$'), { env })).toMatchObject({
      ...{ code: null, signal: 'SIGKILL' }
    })
  })

  test('that cannot be started is reported with its name', async () => {
    const error = await run('/nowhere/program', [], { env }).catch((problem: unknown) => problem)
    expect(error).toBeInstanceOf(NotStarted)
    expect(error).toHaveProperty('message', expect.stringMatching(/^\/nowhere\/program could not/))
  })

  test('reports its output while it runs', async () => {
    const stop = new AbortController()
    const running = run('sh', shell('echo first; sleep 3600'), {
      env,
      signal: stop.signal,
      onOutput: (text) => stop.abort(text)
    })
    await expect(running).rejects.toBe('first\n')
  })

  test('is not started if the signal has fired', async () => {
    const file = join(scratch.work, 'started')
    const running = async () => run('touch', [file], { env, signal: AbortSignal.abort('too late') })
    await expect(running()).rejects.toBe('too late')
    expect(existsSync(file)).toBe(false)
  })

  test('is killed with everything it started when the signal fires', async () => {
    const file = join(scratch.work, 'pid')
    const stop = new AbortController()
    const running = run('sh', shell(parent(file)), { env, signal: stop.signal })
    const pid = await until(() => pidIn(file), 'the child')
    stop.abort('enough')
    await expect(running).rejects.toBe('enough')
    await until(() => isGone(pid), 'the end of the child')
  })

  test('is killed with everything it started when our process exits', async () => {
    const file = join(scratch.work, 'pid')
    const module = JSON.stringify(new URL('../../src/lib/process.ts', import.meta.url).href)
    const script = `
      const { run } = await import(${module})
      void run('sh', ${JSON.stringify(shell(parent(file)))}, { env: process.env })
      process.stdin.once('data', () => process.exit(0))`
    const own = spawn(process.execPath, ['--input-type=module', '-e', script])
    const exited = once(own, 'exit')
    const pid = await until(() => pidIn(file), 'the child')
    own.stdin.write('exit\n')
    await exited
    await until(() => isGone(pid), 'the end of the child')
  })
})
