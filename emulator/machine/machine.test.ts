import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { NODE } from '../../__tests__/support/command.ts'
import { until } from '../../__tests__/support/poll.ts'
import { environmentOf } from './environment.ts'
import { EndedByUser, type Machine, NodeGone } from './machine.ts'
import { IDENTITY, openTestMachine, runTask, TASK, textOf } from './test-machine.ts'

let machine: Machine
beforeEach(async () => {
  machine = await openTestMachine()
})
afterEach(() => machine.remove())

const SUCCESS = { exitCode: 0, failure: null, failedIn: null }

/** Running processes with an argument. */
const living = (word: string): string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(word)
    } catch {
      return false
    }
  })

/** A unique number of seconds, which identifies a sleeping process. */
let seconds = 100_000
const aSleep = () => String(++seconds + process.pid / 1e7)

test('a node has the folders of a real one', async () => {
  expect((await readdir(machine.root)).sort()).toEqual(
    ['applications', 'fsmounts', 'shared', 'startup', 'volatile', 'workitems'].sort()
  )
  expect(machine.folderOf(TASK)).toBe(join(machine.root, 'workitems/job1/job-1/task1'))
  expect(machine.folderOf({ kind: 'startTask' })).toBe(join(machine.root, 'startup'))
})

test('a process runs in wd, and its output is written to files next to it', async () => {
  const commandLine = `/bin/sh -c 'pwd; echo oh >&2; ls ..; cat; exec ls -l /proc/self/fd'`
  expect(await runTask(machine, commandLine)).toEqual(SUCCESS)
  const folder = machine.folderOf(TASK)
  const [pwd, ...rest] = (await textOf(machine, 'stdout.txt')).split('\n')
  expect(pwd).toBe(join(folder, 'wd'))
  expect(rest.slice(0, 4)).toEqual(['certs', 'stderr.txt', 'stdout.txt', 'wd'])
  expect(await textOf(machine, 'stderr.txt')).toBe('oh\n')
  const open = rest.map((line) => / ([0-2]) -> (.*)$/.exec(line)?.slice(1))
  expect(open.filter((pair) => pair !== undefined)).toEqual([
    ['0', '/dev/null'],
    ['1', join(folder, 'stdout.txt')],
    ['2', join(folder, 'stderr.txt')]
  ])
})

test('nothing of a command line is expanded', async () => {
  expect(await runTask(machine, 'printf %s| $HOME *.txt ~ `id` > out && false')).toEqual(SUCCESS)
  expect(await textOf(machine, 'stdout.txt')).toBe('$HOME|*.txt|~|`id`|>|out|&&|false|')
  expect(await readdir(join(machine.folderOf(TASK), 'wd'))).toEqual([])
})

test('the environment is exactly what the service and the task set', async () => {
  process.env['EMULATORS_OWN'] = 'secret'
  const settings = [{ name: 'GREETING', value: 'a\nb=c' }]
  await runTask(machine, { commandLine: '/usr/bin/env -0', environmentSettings: settings })
  const lines = (await textOf(machine, 'stdout.txt')).split('\0').filter((line) => line !== '')
  const entries = lines.map((line) => [
    line.slice(0, line.indexOf('=')),
    line.slice(line.indexOf('=') + 1)
  ])
  const node = { root: machine.root, identity: IDENTITY }
  expect(Object.fromEntries(entries)).toEqual(environmentOf(node, TASK, settings, null))
})

test('the tasks of a job have the folder of the preparation task until the job is removed', async () => {
  const preparationFolder = async () => {
    await runTask(machine, '/usr/bin/env')
    return /^AZ_BATCH_JOB_PREP_DIR=(.*)$/m.exec(await textOf(machine, 'stdout.txt'))?.[1]
  }
  expect(await preparationFolder()).toBeUndefined()
  const owner = { kind: 'jobPreparation', jobId: 'job1', taskId: 'jobpreparation' } as const
  const { signal } = new AbortController()
  await machine.run({ commandLine: 'touch ready', wallClockLimit: null }, owner, signal)
  expect(await preparationFolder()).toBe(machine.folderOf(owner))
  expect(existsSync(join(machine.folderOf(owner), 'wd/ready'))).toBe(true)
  await machine.removeJob('job1')
  expect(existsSync(machine.folderOf(TASK))).toBe(false)
  expect(await preparationFolder()).toBeUndefined()
})

test("programs are found in the shared folder and in the task's own", async () => {
  const script = join(machine.root, 'shared/greet')
  await writeFile(script, '#!/bin/sh\necho hello $1\n')
  await chmod(script, 0o755)
  expect(await runTask(machine, 'greet you')).toEqual(SUCCESS)
  expect(await textOf(machine, 'stdout.txt')).toBe('hello you\n')
})

test.each([
  [`/bin/sh -c 'exit 7'`, 7],
  [`/bin/sh -c 'kill -9 $$'`, 137],
  [`/bin/sh -c 'kill -TERM $$'`, 143]
])('%s ends with the exit code %d', async (commandLine, exitCode) => {
  expect(await runTask(machine, commandLine)).toEqual({
    exitCode,
    failure: {
      category: 'UserError',
      code: 'FailureExitCode',
      message: 'The task exited with an exit code representing a failure',
      details: [{ name: 'Message', value: 'The task process exited with an unexpected exit code' }]
    },
    failedIn: 'process'
  })
})

test.each([
  ['an unknown program', 'no-such-program --help', 'CommandProgramNotFound'],
  ['a missing file', './no-such-program', 'CommandProgramNotFound'],
  ['an empty line', '', 'CommandProgramNotFound'],
  ['an empty program', `''`, 'CommandProgramNotFound'],
  ['a folder', '/etc', 'CommandLaunchFailed'],
  ['a file that is not executable', '/etc/passwd', 'CommandLaunchFailed'],
  ['an unterminated quote', `echo it's`, 'CommandLaunchFailed'],
  ['a NUL character', 'echo a\0b', 'CommandLaunchFailed'],
  ['an argument that is too long', `echo ${'x'.repeat(200_000)}`, 'CommandLaunchFailed']
])('%s cannot be started', async (_, commandLine, code) => {
  const running: string[] = []
  const ending = await runTask(machine, commandLine, undefined, () => running.push('running'))
  expect(ending).toMatchObject({
    exitCode: null,
    failure: { category: 'UserError', code },
    failedIn: 'preparation'
  })
  expect(ending.failure?.details.map(({ name }) => name)).toEqual(['CommandLine', 'Message'])
})

test('each run has a new folder', async () => {
  await runTask(machine, 'touch first')
  await runTask(machine, 'touch second')
  expect(await readdir(join(machine.folderOf(TASK), 'wd'))).toEqual(['second'])
})

test('a folder that cannot be created is a server error', async () => {
  await mkdir(join(machine.root, 'workitems/job1'), { recursive: true })
  await writeFile(join(machine.root, 'workitems/job1/job-1'), 'in the way')
  expect(await runTask(machine, '/bin/true')).toMatchObject({
    exitCode: null,
    failure: { category: 'ServerError', code: 'ResourceDirectoryCreateFailed' },
    failedIn: 'preparation'
  })
})

/** Starts four sleeps: in the process group, in a new session, orphaned, and with an empty environment. */
const family = (sleep: string) =>
  `/bin/bash -c 'sleep ${sleep} & setsid sleep ${sleep} & (setsid nohup sleep ${sleep} &) & env -i setsid sleep ${sleep} & echo; wait'`

test('a task that exceeds its time limit is killed with all its descendants', async () => {
  const sleep = aSleep()
  const running = runTask(machine, { commandLine: family(sleep), wallClockLimit: 2000 })
  await until(() => living(sleep).length === 4, 'the family of processes')
  expect(await running).toEqual({
    exitCode: null,
    failure: {
      category: 'UserError',
      code: 'TaskEnded',
      message: 'The task was ended by user request',
      details: [
        {
          name: 'Message',
          value: 'The maximum execution time configured on the task was exceeded'
        },
        { name: 'AdditionalErrorCode', value: 'FailureExitCode' }
      ]
    },
    failedIn: 'process'
  })
  expect(living(sleep)).toEqual([])
})

test('a task without a limit is not ended by a timer overflow', async () => {
  const work = { commandLine: 'sleep 0.2', wallClockLimit: Number.POSITIVE_INFINITY }
  expect(await runTask(machine, work)).toEqual(SUCCESS)
})

test('a terminated task is killed with all its descendants, and no other process', async () => {
  const [sleep, other] = [aSleep(), aSleep()]
  const [user, nobody] = [new AbortController(), new AbortController()]
  const running = runTask(machine, family(sleep), user.signal)
  const owner = { kind: 'task', jobId: 'job1', taskId: 'task10' } as const
  const work = { commandLine: `sleep ${other}`, wallClockLimit: null }
  const neighbour = machine.run(work, owner, nobody.signal)
  await until(() => living(sleep).length === 4 && living(other).length === 1, 'all processes')
  user.abort(new EndedByUser())
  expect(await running).toMatchObject({
    exitCode: null,
    failure: { category: 'UserError', code: 'TaskEnded', details: [] },
    failedIn: 'process'
  })
  expect(living(sleep)).toEqual([])
  expect(living(other)).toHaveLength(1)
  nobody.abort(new NodeGone())
  await neighbour
})

test('a task that was terminated before it started leaves nothing', async () => {
  const ended = AbortSignal.abort(new EndedByUser())
  expect(await runTask(machine, 'touch x', ended)).toMatchObject({
    exitCode: null,
    failure: { code: 'TaskEnded' },
    failedIn: 'preparation'
  })
  expect(existsSync(machine.folderOf(TASK))).toBe(false)
})

test('background processes of a task run until its folder is removed', async () => {
  const sleep = aSleep()
  await runTask(machine, `/bin/sh -c 'setsid sleep ${sleep} > /dev/null 2>&1 &'`)
  await until(() => living(sleep).length === 1, 'the process')
  await machine.removeTask('job1', 'another')
  expect(living(sleep)).toHaveLength(1)
  await machine.removeTask('job1', 'task1')
  expect(living(sleep)).toEqual([])
  expect(existsSync(machine.folderOf(TASK))).toBe(false)
})

test('a node is removed with its processes and its folder', async () => {
  const [running, left] = [aSleep(), aSleep()]
  const { signal } = new AbortController()
  const commandLine = `/bin/sh -c 'setsid sleep ${left} > /dev/null 2>&1 &'`
  await machine.run({ commandLine, wallClockLimit: null }, { kind: 'startTask' }, signal)
  const task = runTask(machine, `sleep ${running}`)
  await until(() => living(running).length === 1 && living(left).length === 1, 'both processes')
  await machine.remove()
  expect(await task).toMatchObject({ exitCode: null, failure: { code: 'TaskEnded' } })
  expect([...living(running), ...living(left)]).toEqual([])
  expect(existsSync(machine.root)).toBe(false)
  await runTask(machine, '/bin/true')
  expect(existsSync(machine.root)).toBe(false)
})

test('a folder without write permission is removed too', async () => {
  await runTask(machine, `/bin/sh -c 'mkdir -p a/b; : > a/b/c; chmod 0 a/b; chmod 0 a'`)
  await machine.removeTask('job1', 'task1')
  expect(existsSync(machine.folderOf(TASK))).toBe(false)
})

test('no process of a task outlives the emulator, even if it crashes', async () => {
  const [running, left] = [aSleep(), aSleep()]
  const line = `/bin/sh -c 'setsid sleep ${left} > /dev/null 2>&1 & exec sleep ${running}'`
  const script = `
    import { openTestMachine, runTask } from ${JSON.stringify(join(import.meta.dirname, 'test-machine.ts'))}
    void runTask(await openTestMachine(), ${JSON.stringify(line)})
    process.stdin.once('data', () => { throw new Error('on purpose') })`
  const tmp = machine.root
  const child = spawn(NODE, ['--input-type=module', '--eval', script], {
    env: { TMPDIR: tmp },
    stdio: ['pipe', 'ignore', 'ignore']
  })
  const gone = new Promise((end) => child.once('exit', end))
  await until(() => living(running).length === 1 && living(left).length === 1, 'both processes')
  child.stdin.end('die')
  expect(await gone).toBe(1)
  await until(() => living(running).length + living(left).length === 0, 'both processes to end')
})

test('two hundred short tasks leave no open files or listeners', async () => {
  await runTask(machine, '/bin/true')
  const open = () => readdirSync('/proc/self/fd').length
  const signal = new AbortController().signal
  let listeners = 0
  const { addEventListener, removeEventListener } = signal
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners++
    addEventListener.apply(signal, args)
  }
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners--
    removeEventListener.apply(signal, args)
  }
  const before = open()
  const run = async (slot: number) => {
    const owner = (index: number) =>
      ({ kind: 'task', jobId: 'tiny', taskId: `${slot}-${index}` }) as const
    for (let index = 0; index < 50; index++) {
      const work = { commandLine: 'echo hello', wallClockLimit: 60_000 }
      expect(await machine.run(work, owner(index), signal)).toEqual(SUCCESS)
      expect(statSync(join(machine.folderOf(owner(index)), 'stdout.txt')).size).toBe(6)
    }
  }
  await Promise.all([0, 1, 2, 3].map(run))
  expect(open()).toBeLessThanOrEqual(before)
  expect(listeners).toBe(0)
  await machine.removeJob('tiny')
  await expect(readFile(join(machine.root, 'workitems/tiny'))).rejects.toThrow('ENOENT')
})
