import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { jsonWebToken } from './json-web-token.ts'

/** The issuer of GitHub's identity tokens. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com'

/** A stand-in for the service that issues GitHub's identity tokens. */
export interface GitHubTokens {
  /** The environment variables of a job with `id-token: write`. */
  readonly env: Readonly<
    Record<'ACTIONS_ID_TOKEN_REQUEST_URL' | 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', string>
  >
  /** The audience of each request so far. */
  readonly asked: readonly string[]
  /** Each token that was issued. */
  readonly given: readonly string[]
  /** The subject of the tokens. */
  subject: string
  /** Seconds for which a token is valid; negative for an expired one. */
  lifetime: number
  /** The responses to the next requests instead of a token: an HTTP status, no or an invalid response. */
  readonly failures: (number | 'silence' | 'hang-up' | 'nonsense')[]
  stop(): Promise<void>
}

/** Starts the stand-in on loopback. */
export async function startGitHubTokens(subject: string): Promise<GitHubTokens> {
  const bearer = `runner-${randomUUID()}`
  const [asked, given]: string[][] = [[], []] as [string[], string[]]
  const failures: GitHubTokens['failures'] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://github')
    const audience = url.searchParams.get('audience') ?? ''
    asked.push(audience)
    const failure = failures.shift()
    if (failure === 'silence') return
    if (failure === 'hang-up') return void request.socket.destroy()
    if (failure === 'nonsense') return void response.end('<html>')
    const status = failure ?? (request.headers.authorization === `Bearer ${bearer}` ? 200 : 401)
    response.writeHead(status, { 'content-type': 'application/json' })
    if (status !== 200) return void response.end('{}')
    const now = Math.floor(Date.now() / 1000)
    const times = { iat: now, nbf: now - 300, exp: now + tokens.lifetime }
    const token = jsonWebToken({
      ...{ jti: randomUUID(), sub: tokens.subject, aud: audience, iss: GITHUB_ISSUER },
      ...times
    })
    given.push(token)
    response.end(JSON.stringify({ count: token.length, value: token }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const tokens: GitHubTokens = {
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/idtoken/run/job?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer
    },
    ...{ asked, given, subject, lifetime: 300, failures },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  }
  return tokens
}
