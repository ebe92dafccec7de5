import { type ChildProcess, spawn } from 'node:child_process'

/** How a program ended, and what it said. */
export interface Ended {
  readonly code: number | null
  /** The signal that ended it; null where it ended by itself. */
  readonly signal: NodeJS.Signals | null
  readonly stdout: Buffer
  readonly stderr: string
}

/** A program that could not be started at all. */
export class NotStarted extends Error {}

/** What a program may print before the rest is dropped: a program in a loop must not fill our memory. */
const MOST_OUTPUT = 16 * 1024 * 1024

const living = new Set<ChildProcess>()
let watching = false

/**
 * Starts a program in a process group of its own, so that it and whatever it starts end together. Whatever still
 * lives when this process exits is killed.
 */
export function start(
  command: string,
  args: readonly string[],
  options: {
    readonly env: NodeJS.ProcessEnv
    readonly cwd?: string | undefined
    readonly input: 'pipe' | 'ignore'
  }
): ChildProcess {
  const child = spawn(command, args, {
    env: options.env,
    cwd: options.cwd,
    stdio: [options.input, 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true
  })
  living.add(child)
  child.once('close', () => living.delete(child))
  child.once('error', () => living.delete(child))
  if (!watching) process.once('exit', () => living.forEach(kill))
  watching = true
  return child
}

/** Kills a program and all that it started. */
export function kill(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself meanwhile.
  }
}

/**
 * Runs a program to its end.
 *
 * @throws NotStarted where it cannot be started; the signal's reason where it is cancelled, the program killed
 */
export function run(
  command: string,
  args: readonly string[],
  options: {
    readonly env: NodeJS.ProcessEnv
    readonly signal?: AbortSignal | undefined
    readonly cwd?: string
    readonly input?: string
    /** Hears each piece of what the program prints, as it is printed. */
    readonly onOutput?: (text: string) => void
  }
): Promise<Ended> {
  const { signal } = options
  signal?.throwIfAborted()
  return new Promise((resolve, reject) => {
    const child = start(command, args, {
      env: options.env,
      cwd: options.cwd,
      input: options.input === undefined ? 'ignore' : 'pipe'
    })
    const stdout = collector()
    const stderr = collector()
    const stop = () => kill(child)
    signal?.addEventListener('abort', stop, { once: true })
    const listen = (into: (chunk: Buffer) => void) => (chunk: Buffer) => {
      into(chunk)
      options.onOutput?.(chunk.toString())
    }
    child.stdout?.on('data', listen(stdout.add))
    child.stderr?.on('data', listen(stderr.add))
    child.stdin?.on('error', () => {})
    child.stdin?.end(options.input)
    child.once('error', (cause) => {
      signal?.removeEventListener('abort', stop)
      reject(new NotStarted(`${command} could not be started (${cause.message}).`, { cause }))
    })
    child.once('close', (code, died) => {
      signal?.removeEventListener('abort', stop)
      if (signal?.aborted) reject(signal.reason)
      else resolve({ code, signal: died, stdout: stdout.all(), stderr: stderr.all().toString() })
    })
  })
}

function collector() {
  const chunks: Buffer[] = []
  let length = 0
  return {
    add: (chunk: Buffer) => {
      if (length < MOST_OUTPUT) chunks.push(chunk)
      length += chunk.length
    },
    all: () => Buffer.concat(chunks)
  }
}
