import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { NODE, Running, Scratch } from '../../__tests__/support/command.ts'

/** An account as the emulator's first line tells it. */
interface Account {
  readonly endpoint: string
  readonly account: string
  readonly key: string
}

/** The emulator as its user has it: a program in another terminal, of which only the first line is known. */
export interface UsersEmulator {
  readonly batch: Account
  readonly storage: Account
  /** Folders of the test, removed with the emulator. */
  readonly scratch: Scratch
  /** Ends it as a user does, and expects that nothing of it is left: no process, no port, no folder. */
  stop(): Promise<void>
}

/** Starts the emulator as `npm run emulator` does. */
export async function startAsUser(...options: string[]): Promise<UsersEmulator> {
  const scratch = new Scratch()
  const main = join(import.meta.dirname, '../main.ts')
  const program = new Running(NODE, [main, ...options], { cwd: scratch.work, env: scratch.env })
  await program.until('it said where it serves', () => program.stdout.includes('\n'))
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

/** Command lines of the living processes that have a folder in their environment: the emulator's and its tasks'. */
export const processesOf = (folder: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => told(`/proc/${pid}/environ`).includes(folder))
    .map((pid) => told(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim())
    .filter((line) => line !== '')

/** A file of /proc; nothing where its process has ended meanwhile. */
function told(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const listens = (endpoint: string): Promise<boolean> =>
  new Promise((answer) => {
    const { hostname, port } = new URL(endpoint)
    const socket = connect(Number(port), hostname)
    socket.once('connect', () => answer(true)).once('error', () => answer(false))
    socket.unref().once('connect', () => socket.destroy())
  })

/** The line of Microsoft's module: a task says which it is, and which node runs it. */
export const WHO_AND_WHERE =
  "/bin/bash -c 'echo $(printenv | grep \\AZ_BATCH_TASK_ID) processed by; echo $(printenv | grep \\AZ_BATCH_NODE_ID)'"

/** Reads the two lines that such a task prints. */
export function whoAndWhere(printed: string): { readonly task: string; readonly node: string } {
  const lines = /^AZ_BATCH_TASK_ID=(\S+) processed by\nAZ_BATCH_NODE_ID=(\S+)\n$/.exec(printed)
  if (lines === null) throw new Error(`A task printed ${JSON.stringify(printed)}.`)
  return { task: lines[1] ?? '', node: lines[2] ?? '' }
}
