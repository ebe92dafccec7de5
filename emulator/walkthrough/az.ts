import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onPath, Running } from '../../__tests__/support/command.ts'
import type { UsersEmulator } from './support.ts'

/** The path of the Azure CLI (Debian package `azure-cli`); null if it is not installed. */
const PROGRAM = onPath('az')

export const AZ_IS_INSTALLED = PROGRAM !== null

/** The JSON output of `az`; undefined if there is none. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON of any shape.
type Printed = any

/** Runs `az batch` against an emulator, with an empty configuration and without login. */
export interface Az {
  /** Runs `az batch …`; throws unless it exits with 0. */
  (...words: string[]): Promise<Printed>
  /** The same, but started from its file, as users start it. */
  started(...words: string[]): Promise<Printed>
  /** Runs `az batch …`, expects it to fail, and returns its standard error. */
  rejected(...words: string[]): Promise<string>
  close(): Promise<void>
}

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export function azOf({ batch, scratch }: UsersEmulator): Az {
  const configuration = join(scratch.folder, 'az')
  mkdirSync(configuration, { recursive: true })
  const { PATH } = process.env
  const env = { PATH, AZURE_CONFIG_DIR: configuration, AZURE_CORE_COLLECT_TELEMETRY: 'no' }
  const account = [
    ...['--account-name', batch.account, '--account-key', batch.key],
    ...['--account-endpoint', batch.endpoint]
  ]
  const options = { cwd: scratch.work, env }
  const start = (words: readonly string[]): Promise<Ended> =>
    new Running('az', words, options).ended
  const server = serverOf(configuration, options)
  const run = async (words: readonly string[], how: typeof start) => {
    const ended = await how(['batch', ...words, ...account])
    const { code, stdout, stderr } = ended
    return { ...ended, description: `az batch ${words.join(' ')}: ${code}\n${stderr}${stdout}` }
  }
  const printed = async (words: readonly string[], how: typeof start): Promise<Printed> => {
    const { code, stdout, description } = await run(words, how)
    if (code !== 0) throw new Error(description)
    return stdout.startsWith('[') || stdout.startsWith('{') || stdout.startsWith('"')
      ? JSON.parse(stdout)
      : stdout
  }
  const serve = server?.run ?? start
  return Object.assign((...words: string[]) => printed(words, serve), {
    started: (...words: string[]) => printed(words, start),
    rejected: async (...words: string[]): Promise<string> => {
      const { code, stderr, description } = await run(words, serve)
      if (code === 0) throw new Error(description)
      return stderr
    },
    close: async () => server?.close()
  })
}

/**
 * Runs `az` without starting Python each time, which takes half a second of CPU time.
 *
 * @param folder for the output
 * @returns null if `az` is not a Python script, as in Microsoft's own packages
 */
function serverOf(
  folder: string,
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }
) {
  if (PROGRAM === null) return null
  const python = /^#! *(\/\S*python\S*)\n/.exec(readFileSync(PROGRAM, 'latin1'))?.[1]
  if (python === undefined) return null
  const script = join(import.meta.dirname, 'az-server.py')
  const child = spawn(python, [script, PROGRAM], { ...options, stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const waiting = new Map<number, (code: number) => void>()
  createInterface(child.stdout).on('line', (line) => {
    const { id, code } = JSON.parse(line) as { id: number; code: number }
    waiting.get(id)?.(code)
  })
  let last = 0
  const run = async (words: readonly string[]): Promise<Ended> => {
    const id = ++last
    const [stdout, stderr] = [join(folder, `${id}.stdout`), join(folder, `${id}.stderr`)]
    const code = await new Promise<number>((resolve, reject) => {
      waiting.set(id, resolve)
      void exited.then(() => reject(new Error('The server of az has exited.')))
      child.stdin.write(`${JSON.stringify({ id, words, stdout, stderr })}\n`)
    })
    return { code, stdout: readFileSync(stdout, 'utf8'), stderr: readFileSync(stderr, 'utf8') }
  }
  const close = async (): Promise<void> => {
    child.stdin.end()
    await exited
  }
  return { run, close }
}

/** Processes items, two at a time. */
export async function twoAtATime<T>(all: Iterable<T>, act: (one: T) => Promise<unknown>) {
  const rest = [...all].values()
  const lane = async () => {
    for (const one of rest) await act(one)
  }
  await Promise.all([lane(), lane()])
}
