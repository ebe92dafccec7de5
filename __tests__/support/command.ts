import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { until } from './poll.ts'

/** The repository. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** The Node that runs the tests, 24 by `npm test`: the one that action.yml asks for. */
export const NODE = process.execPath

/** The path of a program on the PATH; null if it is not installed. */
export const onPath = (program: string): string | null =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path)) ?? null

/** How a program ended, and all that it printed. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  readonly seconds: number
}

/** The folder of one test: `work` is the workspace, `tmp` has the temporary files of the programs that it starts. */
export class Scratch implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'e2e-'))
  readonly work = join(this.folder, 'work')
  readonly tmp = join(this.folder, 'tmp')

  constructor() {
    for (const folder of [this.work, this.tmp]) mkdirSync(folder)
  }

  /** Files that programs started with `env` left in the folder for temporary files. */
  leftovers(): string[] {
    return readdirSync(this.tmp)
  }

  /** A minimal environment for programs, without the variables of a runner that the tests themselves may run on. */
  get env(): NodeJS.ProcessEnv {
    const { PATH, HOME, TEST_COMPILE_CACHE: NODE_COMPILE_CACHE } = process.env
    return { PATH, HOME, TMPDIR: this.tmp, NODE_COMPILE_CACHE }
  }

  /** Command lines of running programs that were started with this folder's `env`, and of their children. */
  living(): string[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        const environment = readProc(`/proc/${pid}/environ`).split('\0')
        const ours = environment.some((variable) => variable.startsWith(`TMPDIR=${this.tmp}`))
        const line = readProc(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()
        // A zombie has no command line.
        return ours && line !== '' ? [line] : []
      })
  }

  /** Runs git in the workspace, with an author for commits. */
  git(...args: readonly string[]): void {
    const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
    execFileSync('git', [...author, ...args], { cwd: this.work, env: this.env })
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Reads a file of /proc; empty if the process has ended. */
function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** A running program: what it has printed so far, and how it ends. */
export class Running {
  readonly ended: Promise<Ended>
  readonly #child: ChildProcess
  readonly #start = performance.now()
  readonly #printed = { stdout: '', stderr: '' }
  #done = false
  /** Milliseconds from the start to the first byte on standard output; null before. */
  firstByte: number | null = null

  constructor(
    program: string,
    args: readonly string[],
    options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }
  ) {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    const kill = () => child.kill('SIGKILL')
    process.once('exit', kill)
    child.stdout.once('data', () => {
      this.firstByte = performance.now() - this.#start
    })
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        this.#printed[name] += text
      })
    this.ended = new Promise((end, fail) => {
      child.once('error', fail)
      child.once('close', (code, signal) => {
        this.#done = true
        process.off('exit', kill)
        end({ code, signal, ...this.#printed, seconds: (performance.now() - this.#start) / 1000 })
      })
    })
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  get stdout(): string {
    return this.#printed.stdout
  }

  get stderr(): string {
    return this.#printed.stderr
  }

  get done(): boolean {
    return this.#done
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** Stops listening to one of its streams, as `| head` does. */
  hangUp(stream: 'stdout' | 'stderr'): void {
    this.#child[stream]?.destroy()
  }

  /**
   * Waits for a state while the program runs.
   *
   * @param what completes "The program ended before …"
   */
  async until(what: string, holds: () => boolean): Promise<void> {
    await until(() => {
      const ended = this.#done
      const reached = holds()
      if (ended && !reached)
        throw new Error(`The program ended before ${what}:\n${this.stdout}\n${this.stderr}`)
      return reached
    }, what)
  }
}

/** Starts the command line in the workspace. */
export const startCli = (
  scratch: Scratch,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {}
): Running =>
  new Running(NODE, [join(ROOT, 'dist/cli/index.js'), ...args], {
    cwd: scratch.work,
    env: { ...scratch.env, ...env }
  })

/** Runs the command line to its end. */
export const cli = (scratch: Scratch, ...args: string[]): Promise<Ended> =>
  startCli(scratch, args).ended
