import { type ChildProcess, spawn } from 'node:child_process'

/** How a program ended, and its output. */
export interface Ended {
  readonly code: number | null
  /** The signal that ended it; null if it exited. */
  readonly signal: NodeJS.Signals | null
  readonly stdout: Buffer
  readonly stderr: string
}

/** A program could not be started. */
export class NotStarted extends Error {}

/** Output beyond this many bytes is dropped, so that a program in a loop cannot fill our memory. */
const MOST_OUTPUT = 16 * 1024 * 1024

const running = new Set<ChildProcess>()
let killsOnExit = false

/**
 * Starts a program in a process group of its own, so that it can be killed with everything it starts. If it still runs
 * when this process exits, it is killed.
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
  running.add(child)
  child.once('close', () => running.delete(child))
  child.once('error', () => running.delete(child))
  if (!killsOnExit) process.once('exit', () => running.forEach(kill))
  killsOnExit = true
  return child
}

/** Kills a program and everything it started. */
export function kill(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has exited in the meantime.
  }
}

/**
 * Runs a program until it ends.
 *
 * @throws NotStarted if it cannot be started; the signal's reason if it fires, after killing the program
 */
export function run(
  command: string,
  args: readonly string[],
  options: {
    readonly env: NodeJS.ProcessEnv
    readonly signal?: AbortSignal | undefined
    readonly cwd?: string
    readonly input?: string
    /** Receives the program's output, piece by piece. */
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
    child.once('close', (code, endedBy) => {
      signal?.removeEventListener('abort', stop)
      if (signal?.aborted) reject(signal.reason)
      else resolve({ code, signal: endedBy, stdout: stdout.all(), stderr: stderr.all().toString() })
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
