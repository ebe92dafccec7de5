import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Running } from '../../__tests__/support/command.ts'
import type { UsersEmulator } from './support.ts'

/** Whether the Azure CLI is installed (Debian package `azure-cli`). */
export const AZ_IS_INSTALLED = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'az')))

/** The JSON output of `az`; undefined if there is none. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON of any shape.
type Printed = any

/** Runs `az batch` against an emulator, with an empty configuration and without login. */
export interface Az {
  /** Runs `az batch …`; throws unless it exits with 0. */
  (...words: string[]): Promise<Printed>
  /** Runs `az batch …`, expects it to fail, and returns its standard error. */
  rejected(...words: string[]): Promise<string>
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
  const run = async (words: readonly string[]) => {
    const started = new Running('az', ['batch', ...words, ...account], { cwd: scratch.work, env })
    const { code, stdout, stderr } = await started.ended
    return {
      code,
      stdout,
      stderr,
      description: `az batch ${words.join(' ')}: ${code}\n${stderr}${stdout}`
    }
  }
  const az = async (...words: string[]): Promise<Printed> => {
    const { code, stdout, description } = await run(words)
    if (code !== 0) throw new Error(description)
    return stdout.startsWith('[') || stdout.startsWith('{') || stdout.startsWith('"')
      ? JSON.parse(stdout)
      : stdout
  }
  const rejected = async (...words: string[]): Promise<string> => {
    const { code, stderr, description } = await run(words)
    if (code === 0) throw new Error(description)
    return stderr
  }
  return Object.assign(az, { rejected })
}

/** Processes items, two at a time. */
export async function twoAtATime<T>(all: Iterable<T>, act: (one: T) => Promise<unknown>) {
  const rest = [...all].values()
  const lane = async () => {
    for (const one of rest) await act(one)
  }
  await Promise.all([lane(), lane()])
}
