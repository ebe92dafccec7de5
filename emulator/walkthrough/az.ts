import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Running } from '../../__tests__/support/command.ts'
import type { UsersEmulator } from './support.ts'

/** Whether Microsoft's command line is installed: Debian's package `azure-cli`. */
export const AZ_IS_INSTALLED = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'az')))

/** What `az` printed, as JSON; nothing where it printed nothing. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON of any shape.
type Printed = any

/** `az batch` against an emulator, from a folder of its own, as somebody who has never logged in. */
export interface Az {
  /** Runs `az batch …`; throws where it does not exit with 0. */
  (...words: string[]): Promise<Printed>
  /** Runs `az batch …`, which is to exit with another code than 0; what it says of it. */
  refused(...words: string[]): Promise<string>
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
      said: `az batch ${words.join(' ')}: ${code}\n${stderr}${stdout}`
    }
  }
  const az = async (...words: string[]): Promise<Printed> => {
    const { code, stdout, said } = await run(words)
    if (code !== 0) throw new Error(said)
    return stdout.startsWith('[') || stdout.startsWith('{') || stdout.startsWith('"')
      ? JSON.parse(stdout)
      : stdout
  }
  const refused = async (...words: string[]): Promise<string> => {
    const { code, stderr, said } = await run(words)
    if (code === 0) throw new Error(said)
    return stderr
  }
  return Object.assign(az, { refused })
}

/** Does something with each of them, two at a time. */
export async function twoAtATime<T>(all: Iterable<T>, act: (one: T) => Promise<unknown>) {
  const rest = [...all].values()
  const lane = async () => {
    for (const one of rest) await act(one)
  }
  await Promise.all([lane(), lane()])
}
