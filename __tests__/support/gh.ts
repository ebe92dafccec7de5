import { readFileSync } from 'node:fs'
import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certificate } from './certificate.ts'
import { onPath } from './command.ts'
import type { GitHubApi } from './github-api.ts'

/** Path of the GitHub CLI, which `.ci/run` installs; null if it is not installed. */
export const GH = onPath('gh')

/** The path under which gh expects the API of a host other than github.com. */
const API_PATH = '/api/v3'

/** A TLS proxy for the stand-in, with the environment variables that make gh use it. */
export interface GhProxy {
  readonly env: Readonly<Record<'GH_HOST' | 'GH_ENTERPRISE_TOKEN' | 'SSL_CERT_FILE', string>>
  close(): Promise<void>
}

/** Starts a TLS proxy, because gh uses TLS only. gh treats any other host as a GitHub Enterprise Server. */
export async function startGhProxy(api: GitHubApi, certificate: Certificate): Promise<GhProxy> {
  const [cert, key] = [readFileSync(certificate.cert), readFileSync(certificate.key)]
  const target = api.env.GITHUB_API_URL
  const server = createServer({ cert, key }, pass)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`

  function pass(incoming: IncomingMessage, answer: ServerResponse): void {
    const { method, url = '', headers } = incoming
    if (!url.startsWith(`${API_PATH}/`)) return void answer.writeHead(404).end()
    const onward = request(target + url.slice(API_PATH.length), { method, headers })
    onward.on('response', (response) => {
      const { link, ...others } = response.headers
      const led = link?.toString().replaceAll(target, `https://${host}${API_PATH}`)
      answer.writeHead(response.statusCode ?? 500, led ? { ...others, link: led } : others)
      response.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    incoming.pipe(onward)
  }

  return {
    // gh does not send `GH_TOKEN` to a host other than github.com.
    env: { GH_HOST: host, GH_ENTERPRISE_TOKEN: api.tokens.bot, SSL_CERT_FILE: certificate.cert },
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  }
}
