import { readFileSync } from 'node:fs'
import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certificate } from './certificate.ts'
import { onPath } from './command.ts'
import type { GitHubApi } from './github-api.ts'

/** GitHub's command line, which `.ci/run` installs; null where it is not there. */
export const GH = onPath('gh')

/** Where gh looks for the API of a GitHub that is not github.com. */
const BELOW = '/api/v3'

/** The variables by which gh finds a stand-in of GitHub's API. */
export interface GhDoor {
  readonly env: Readonly<Record<'GH_HOST' | 'GH_ENTERPRISE_TOKEN' | 'SSL_CERT_FILE', string>>
  close(): Promise<void>
}

/** Opens a door of TLS to a stand-in: gh speaks nothing else, and takes another host for a GitHub Enterprise Server. */
export async function openForGh(api: GitHubApi, certificate: Certificate): Promise<GhDoor> {
  const [cert, key] = [readFileSync(certificate.cert), readFileSync(certificate.key)]
  const inside = api.env.GITHUB_API_URL
  const server = createServer({ cert, key }, pass)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`

  function pass(incoming: IncomingMessage, answer: ServerResponse): void {
    const { method, url = '', headers } = incoming
    if (!url.startsWith(`${BELOW}/`)) return void answer.writeHead(404).end()
    const onward = request(inside + url.slice(BELOW.length), { method, headers })
    onward.on('response', (response) => {
      const { link, ...others } = response.headers
      const led = link?.toString().replaceAll(inside, `https://${host}${BELOW}`)
      answer.writeHead(response.statusCode ?? 500, led ? { ...others, link: led } : others)
      response.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    incoming.pipe(onward)
  }

  return {
    // A host other than github.com has a token of its own: `GH_TOKEN` is not shown to it.
    env: { GH_HOST: host, GH_ENTERPRISE_TOKEN: api.tokens.bot, SSL_CERT_FILE: certificate.cert },
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  }
}
