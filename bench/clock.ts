/** Runs a command and measures its time. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** A command with its arguments, additional environment variables, and input. */
export interface Command {
  file: string
  args: string[]
  env: Record<string, string>
  cwd?: string
  input?: string
}

/** The time of a command in seconds: wall time, and CPU time including its children's. */
export interface Taken {
  wall: number
  cpu: number
}

/** Runs a command and returns its times; throws with its last lines of output if it fails. */
export async function timed({ file, args, env, cwd, input }: Command): Promise<Taken> {
  const child = spawn('bash', [join(import.meta.dirname, 'timed.sh'), file, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...withoutThreadLimit(), ...env, LC_ALL: 'C' },
    stdio: ['pipe', 'ignore', 'pipe']
  })
  const output = text(child.stderr)
  child.stdin.on('error', () => {})
  child.stdin.end(input ?? '')
  const [code] = (await once(child, 'close')) as [number | null]
  const lines = (await output).trim().split('\n')
  const [wall = 0, user = 0, system = 0] = (lines.pop() ?? '').split(' ').map(Number)
  if (code !== 0)
    throw new Error(`${file} failed with exit code ${code}: ${lines.slice(-5).join('\n')}`)
  return { wall, cpu: user + system }
}

/** Our environment without the caller's thread limit, which would make the default loop look faster. */
function withoutThreadLimit(): NodeJS.ProcessEnv {
  const { OMP_THREAD_LIMIT: _, ...rest } = process.env
  return rest
}
