import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** How a process shows that it descends from a task: by a beginning of one of its environment's variables. */
export interface Mark {
  readonly variable: string
  readonly value: string
  /** Whether the value stands for all that begin with it. */
  readonly andBelow?: true
}

/** Processes end at once when killed; those that take this many looks to find are started as fast as they end. */
const MAX_SCANS = 200

/**
 * Ends all processes that bear a mark, and all that descend from those, until none is left. The mark is inherited by
 * whatever a task starts, also by what leaves its process group or its session and what outlives its parent.
 *
 * @param leader a process that has not been waited for yet: it, its session and its descendants end too
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
 * Sees to it that processes with a mark do not outlive this process.
 *
 * @returns ends the care
 */
export function endAtExit(mark: Mark): () => void {
  endedAtExit.add(mark)
  if (!watching) process.once('exit', () => endedAtExit.forEach(endNow))
  watching = true
  return () => endedAtExit.delete(mark)
}

/** Nothing can be awaited while this process exits. */
function endNow(mark: Mark): void {
  for (let scan = 0; scan < MAX_SCANS && kill(mark) > 0; scan++);
}

interface Entry {
  readonly pid: number
  readonly parent: number
  readonly session: number
}

/** Kills all of them that live, and says how many. */
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
    // It has ended by itself meanwhile.
  }
}

/** The processes of this machine that have not ended, without this one. Empty on systems without /proc. */
function processes(): Entry[] {
  return names('/proc').flatMap((name) => {
    const pid = Number(name)
    if (Number.isNaN(pid) || pid === process.pid) return []
    const line = content(`/proc/${pid}/stat`).toString('latin1')
    // The program's name stands in brackets and may have brackets itself.
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

/** A file of /proc; nothing where its process has ended meanwhile or belongs to somebody else. */
function content(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}
