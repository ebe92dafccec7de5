import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Identifies the descendants of a task by a variable that they inherit. */
export interface Mark {
  readonly variable: string
  readonly value: string
  /** Whether the value is a prefix. */
  readonly andBelow?: true
}

/** After this many scans, a task evidently starts processes as fast as they are killed. */
const MAX_SCANS = 200

/**
 * Kills all processes with a mark and their descendants, until none is left. Every process that a task starts inherits the
 * mark, including those that leave its process group or session and those that outlive their parent.
 *
 * @param leader a process to kill as well, with its session and its descendants
 */
export async function endProcesses(mark: Mark, leader?: number): Promise<void> {
  let found = kill(mark, leader)
  for (let scan = 1; scan < MAX_SCANS && found > 0; scan++) {
    await pause(5)
    found = kill(mark)
  }
}

const endedAtExit = new Set<Mark>()
let watching = false

/**
 * Ensures that processes with a mark do not outlive this process.
 *
 * @returns a function that cancels this
 */
export function endAtExit(mark: Mark): () => void {
  endedAtExit.add(mark)
  if (!watching) process.once('exit', () => endedAtExit.forEach(endNow))
  watching = true
  return () => endedAtExit.delete(mark)
}

/** The synchronous variant: nothing can be awaited while this process exits. */
function endNow(mark: Mark): void {
  for (let scan = 0; scan < MAX_SCANS && kill(mark) > 0; scan++);
}

interface Entry {
  readonly pid: number
  readonly parent: number
  readonly session: number
}

/** Kills the matching processes and returns how many there were. */
function kill(mark: Mark, leader?: number): number {
  const all = processes()
  const marked = markedBy(mark)
  const doomed = new Set(
    all
      .filter(({ pid, session }) => pid === leader || session === leader || marked(pid))
      .map(({ pid }) => pid)
  )
  for (let before = -1; before < doomed.size; ) {
    before = doomed.size
    for (const { pid, parent } of all) if (doomed.has(parent)) doomed.add(pid)
  }
  for (const pid of doomed) killOne(pid)
  return doomed.size
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has exited meanwhile.
  }
}

/** All running processes except this one. Empty on systems without /proc. */
function processes(): Entry[] {
  return names('/proc').flatMap((name) => {
    const pid = Number(name)
    if (Number.isNaN(pid) || pid === process.pid) return []
    const line = content(`/proc/${pid}/stat`).toString('latin1')
    // The program name is in parentheses and may contain parentheses.
    const [state, parent, , session] = line.slice(line.lastIndexOf(')') + 2).split(' ')
    const ended = line === '' || state === 'Z' || state === 'X'
    return ended ? [] : [{ pid, parent: Number(parent), session: Number(session) }]
  })
}

function markedBy({ variable, value, andBelow }: Mark): (pid: number) => boolean {
  const wanted = Buffer.from(`\0${variable}=${value}${andBelow ? '' : '\0'}`)
  return (pid) => {
    const environment = content(`/proc/${pid}/environ`)
    return environment.length > 0 && Buffer.concat([NUL, environment, NUL]).includes(wanted)
  }
}

const NUL = Buffer.from('\0')

function names(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A file in /proc; empty if the process has exited meanwhile or belongs to another user. */
function content(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}
