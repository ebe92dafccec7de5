import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Azurite's account and key, which its documentation publishes. */
export const ACCOUNT = 'devstoreaccount1'
export const KEY =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

/** Microsoft's stand-in for Azure's blob storage, as a process of its own. */
export interface Azurite {
  /** Address of the account. */
  readonly url: string
  stop(): Promise<void>
}

/** Starts Azurite on a free port, in memory. */
export async function startAzurite(): Promise<Azurite> {
  const program = createRequire(import.meta.url).resolve('azurite/dist/src/blob/main.js')
  const folder = await mkdtemp(join(tmpdir(), 'azurite-'))
  const child = spawn(
    process.execPath,
    [
      ...[program, '--blobHost', '127.0.0.1', '--blobPort', '0', '--inMemoryPersistence'],
      // Clients speak newer versions than it knows; and it would report its use to Microsoft.
      ...['--skipApiVersionCheck', '--disableTelemetry', '--silent']
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] }
  )
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const gone = new Promise((end) => child.once('exit', end))
  const remove = async () => {
    child.kill('SIGTERM')
    await gone
    process.off('exit', kill)
    await rm(folder, { recursive: true, force: true })
  }
  for await (const line of createInterface(child.stdout)) {
    const url = /successfully listens on (\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    child.stdout.resume()
    return { url: `${url}/${ACCOUNT}`, stop: remove }
  }
  await remove()
  throw new Error('Azurite ended before it listened.')
}
