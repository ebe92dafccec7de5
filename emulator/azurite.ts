import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Azurite's well-known account and key, from its documentation. All accounts have this key. */
export const ACCOUNT = 'devstoreaccount1'
export const KEY =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

/** Azurite, Microsoft's emulator of Azure Storage, running in its own process. */
export interface Azurite {
  /** URL of the account. */
  readonly url: string
  readonly account: string
  stop(): Promise<void>
}

/**
 * Starts Azurite with in-memory storage.
 *
 * @param options.port a free port by default
 * @param options.home where its working folder is created; the folder for temporary files by default
 * @param options.accounts names of its accounts, the first of which is returned; `ACCOUNT` alone by default
 */
export async function startAzurite(
  options: {
    readonly port?: number
    readonly home?: string
    readonly accounts?: readonly string[]
    /** Paths of a certificate and its key: it then serves https and accepts bearer tokens without checking signatures. */
    readonly https?: { readonly cert: string; readonly key: string }
  } = {}
): Promise<Azurite> {
  const program = createRequire(import.meta.url).resolve('azurite/dist/src/blob/main.js')
  const folder = await mkdtemp(join(options.home ?? tmpdir(), 'azurite-'))
  const { accounts = [ACCOUNT] } = options
  const known = accounts.map((account) => `${account}:${KEY}`).join(';')
  const child = spawn(
    process.execPath,
    [
      ...[program, '--blobHost', '127.0.0.1', '--blobPort', String(options.port ?? 0)],
      '--inMemoryPersistence',
      // Clients use newer API versions than it knows.
      ...['--skipApiVersionCheck', '--disableTelemetry', '--silent'],
      ...(options.https
        ? ['--cert', options.https.cert, '--key', options.https.key, '--oauth', 'basic']
        : [])
    ],
    // TMPDIR marks the process as ours: guard.ts finds it by its environment.
    {
      cwd: folder,
      env: { ...process.env, TMPDIR: folder, AZURITE_ACCOUNTS: known },
      stdio: ['ignore', 'pipe', 'inherit']
    }
  )
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const remove = async () => {
    child.kill('SIGTERM')
    await exited
    process.off('exit', kill)
    await rm(folder, { recursive: true, force: true })
  }
  for await (const line of createInterface(child.stdout)) {
    const url = /successfully listens on (\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    child.stdout.resume()
    const [account = ACCOUNT] = accounts
    return { url: `${url}/${account}`, account, stop: remove }
  }
  await remove()
  throw new Error('Azurite exited before it was listening.')
}
