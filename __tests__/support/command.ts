import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The repository. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** The Node that runs the tests, 24 by `npm test`: the one that action.yml asks for. */
export const NODE = process.execPath

/** Where a program lies by PATH; null where it is not there. */
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

/** A folder of one test: `work` to work in, `tmp` for the temporary files of what it starts. Removed with all in it. */
export class Scratch implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'e2e-'))
  readonly work = join(this.folder, 'work')
  readonly tmp = join(this.folder, 'tmp')

  constructor() {
    for (const folder of [this.work, this.tmp]) mkdirSync(folder)
  }

  /** What programs started with `env` have left in the folder for temporary files. */
  leftovers(): string[] {
    return readdirSync(this.tmp)
  }

  /** The least environment of a program: no variable of a runner that the tests may themselves run on. */
  get env(): NodeJS.ProcessEnv {
    const { PATH, HOME } = process.env
    return { PATH, HOME, TMPDIR: this.tmp }
  }

  /** Command lines of living programs that were started with this folder's `env`, and of theirs. */
  living(): string[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        const environment = told(`/proc/${pid}/environ`).split('\0')
        const ours = environment.some((variable) => variable.startsWith(`TMPDIR=${this.tmp}`))
        const line = told(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()
        // A program that has ended and waits for its parent to look has no command line.
        return ours && line !== '' ? [line] : []
      })
  }

  /** Runs git in the folder `work`, as somebody who may commit. */
  git(...args: readonly string[]): void {
    const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
    execFileSync('git', [...author, ...args], { cwd: this.work, env: this.env })
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A file of /proc; nothing where its process has ended meanwhile. */
function told(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** A program that runs: what it has printed so far, and its end. */
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

  /** Waits for something to become true while the program runs. */
  async until(what: string, holds: () => boolean): Promise<void> {
    await until(what, () => {
      if (this.#done && !holds())
        throw new Error(`The program ended before ${what}:\n${this.stdout}\n${this.stderr}`)
      return holds()
    })
  }
}

/** Waits for something to become true, at most 60 s. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const limit = performance.now() + 60_000
  while (!holds()) {
    if (performance.now() > limit) throw new Error(`Waited 60 s in vain for this: ${what}.`)
    await pause(10)
  }
}

/** Starts the command line as a user does from a folder. */
export const startCli = (scratch: Scratch, args: readonly string[]): Running =>
  new Running(NODE, [join(ROOT, 'dist/cli/index.js'), ...args], {
    cwd: scratch.work,
    env: scratch.env
  })

/** Runs the command line to its end. */
export const cli = (scratch: Scratch, ...args: string[]): Promise<Ended> =>
  startCli(scratch, args).ended
