import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { NODE, Running, Scratch } from '../../__tests__/support/command.ts'

/** An account as in the emulator's first line of output. */
interface Account {
  readonly endpoint: string
  readonly account: string
  readonly key: string
}

/** The emulator as its user runs it: as a separate process, of which only the first line of output is known. */
export interface UsersEmulator {
  readonly batch: Account
  readonly storage: Account
  /** Folders of the test, removed with the emulator. */
  readonly scratch: Scratch
  /** Stops it with SIGTERM and expects that it leaves no process, port or folder. */
  stop(): Promise<void>
}

/** Starts the emulator as `npm run emulator` does. */
export async function startAsUser(...options: string[]): Promise<UsersEmulator> {
  const scratch = new Scratch()
  const main = join(import.meta.dirname, '../main.ts')
  const program = new Running(NODE, [main, ...options], { cwd: scratch.work, env: scratch.env })
  await program.until('the first line of output', () => program.stdout.includes('\n'))
  const { batch, storage } = JSON.parse(program.stdout) as { batch: Account; storage: Account }
  return {
    ...{ batch, storage, scratch },
    stop: async () => {
      using left = scratch
      program.kill('SIGTERM')
      const { code, signal, stderr } = await program.ended
      expect({
        ...{ code, signal, stderr },
        processes: processesOf(left.tmp),
        folders: left.leftovers(),
        ports: [await listens(batch.endpoint), await listens(storage.endpoint)]
      }).toEqual({
        ...{ code: 0, signal: null, stderr: '', processes: [], folders: [] },
        ports: [false, false]
      })
    }
  }
}

/** Command lines of running processes that have a folder in their environment: the emulator and its tasks. */
export const processesOf = (folder: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => readProc(`/proc/${pid}/environ`).includes(folder))
    .map((pid) => readProc(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim())
    .filter((line) => line !== '')

/** A file in /proc; empty if the process has exited meanwhile. */
function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const listens = (endpoint: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(endpoint)
    const socket = connect(Number(port), hostname)
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.unref().once('connect', () => socket.destroy())
  })

/** The command line of Microsoft's training module: a task prints its ID and its node. */
export const WHO_AND_WHERE =
  "/bin/bash -c 'echo $(printenv | grep \\AZ_BATCH_TASK_ID) processed by; echo $(printenv | grep \\AZ_BATCH_NODE_ID)'"

/** Parses the output of that command line. */
export function whoAndWhere(printed: string): { readonly task: string; readonly node: string } {
  const lines = /^AZ_BATCH_TASK_ID=(\S+) processed by\nAZ_BATCH_NODE_ID=(\S+)\n$/.exec(printed)
  if (lines === null) throw new Error(`A task printed ${JSON.stringify(printed)}.`)
  return { task: lines[1] ?? '', node: lines[2] ?? '' }
}
