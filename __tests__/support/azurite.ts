import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Certificate } from './certificate.ts'

/** The account that Azurite's documentation publishes, and its key. The test suite's other accounts have the same key. */
export const ACCOUNT = 'devstoreaccount1'
export const KEY =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

/** A storage account on Azurite, Microsoft's emulator of Azure Storage. */
export interface Azurite {
  /** Address of the account. */
  readonly url: string
  readonly account: string
  /** Ends the Azurite process, unless other tests use it. */
  stop(): Promise<void>
}

/** How to start an Azurite. */
export interface AzuriteOptions {
  /** A free port by default. */
  readonly port?: number
  /** Parent of its folder; the folder of temporary files by default. */
  readonly home?: string
  /** Listens on https, and accepts any token whose claims are valid, without checking the signature. */
  readonly https?: Certificate
  /** Names of its accounts, the first of which is returned; `ACCOUNT` alone by default. */
  readonly accounts?: readonly string[]
}

/** Starts an Azurite in a process of its own, which keeps everything in memory. */
export async function startAzurite(options: AzuriteOptions = {}): Promise<Azurite> {
  const { port = 0, home = tmpdir(), https, accounts = [ACCOUNT] } = options
  const program = createRequire(import.meta.url).resolve('azurite/dist/src/blob/main.js')
  const folder = await mkdtemp(join(home, 'azurite-'))
  const known = accounts.map((account) => `${account}:${KEY}`).join(';')
  const child = spawn(
    process.execPath,
    [
      ...[program, '--blobHost', '127.0.0.1', '--blobPort', String(port)],
      '--inMemoryPersistence',
      // Clients send newer API versions than it knows, and it would report usage to Microsoft.
      ...['--skipApiVersionCheck', '--disableTelemetry', '--silent'],
      ...(https ? ['--cert', https.cert, '--key', https.key, '--oauth', 'basic'] : [])
    ],
    {
      cwd: folder,
      // TMPDIR also shows which folder a process belongs to, should its parent be killed.
      env: { ...process.env, TMPDIR: folder, AZURITE_ACCOUNTS: known },
      stdio: ['ignore', 'pipe', 'inherit']
    }
  )
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
    process.off('exit', kill)
    await rm(folder, { recursive: true, force: true })
  }
  for await (const line of createInterface(child.stdout)) {
    const origin = /successfully listens on (\S+)/.exec(line)?.[1]
    if (origin === undefined) continue
    child.stdout.resume()
    const [account = ACCOUNT] = accounts
    return { url: `${origin}/${account}`, account, stop }
  }
  await stop()
  throw new Error('Azurite exited before it was listening.')
}

/** A token that Azurite accepts on https. */
export function storageToken(seconds = 3600): { token: string; expires: Date } {
  const now = Math.floor(Date.now() / 1000)
  const tenant = '11111111-1111-4111-8111-111111111111'
  const fields = {
    ...{ aud: 'https://storage.azure.com', iss: `https://sts.windows.net/${tenant}/` },
    ...{ iat: now - 60, nbf: now - 60, exp: now + seconds, tid: tenant, oid: tenant }
  }
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    token: `${part({ alg: 'RS256', typ: 'JWT' })}.${part(fields)}.${Buffer.from('none').toString('base64url')}`,
    expires: new Date((now + seconds) * 1000)
  }
}
