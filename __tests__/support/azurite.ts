import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Certificate } from './certificate.ts'

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

/**
 * Starts Azurite, in memory.
 *
 * @param place its port, any free one where nothing is said, and the folder in which it has a folder of its own
 */
export async function startAzurite(
  place: {
    readonly port?: number
    readonly home?: string
    /** It listens on https then, and takes tokens: any whose fields are right, whoever signed them. */
    readonly https?: Certificate
  } = {}
): Promise<Azurite> {
  const program = createRequire(import.meta.url).resolve('azurite/dist/src/blob/main.js')
  const folder = await mkdtemp(join(place.home ?? tmpdir(), 'azurite-'))
  const child = spawn(
    process.execPath,
    [
      ...[program, '--blobHost', '127.0.0.1', '--blobPort', String(place.port ?? 0)],
      '--inMemoryPersistence',
      // Clients speak newer versions than it knows; and it would report its use to Microsoft.
      ...['--skipApiVersionCheck', '--disableTelemetry', '--silent'],
      ...(place.https
        ? ['--cert', place.https.cert, '--key', place.https.key, '--oauth', 'basic']
        : [])
    ],
    // By its environment it can be told whose it is, should whoever started it be killed.
    { cwd: folder, env: { ...process.env, TMPDIR: folder }, stdio: ['ignore', 'pipe', 'inherit'] }
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

/** A token that Azurite takes on https: it looks at the fields, and not who signed them. */
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
