import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Certificate } from './certificate.ts'
import { GITHUB_ISSUER } from './github-tokens.ts'
import { fieldsOf, jsonWebToken } from './json-web-token.ts'

/** The only tenant, and the only application in it. */
export const TENANT = '11111111-1111-4111-8111-111111111111'
export const CLIENT = '22222222-2222-4222-8222-222222222222'
export const SECRET = 'the-value~of-the-secret'

/** A token request. */
export interface TokenRequest {
  readonly scope: string
  /** The identity token; empty if the application used a secret. */
  readonly assertion: string
}

/** An `AADSTS` error. */
interface EntraError {
  readonly code: number
  readonly message: string
}

/** A stand-in for Microsoft Entra, whose application trusts one subject of GitHub. */
export interface Entra {
  readonly env: Readonly<Record<'AZURE_AUTHORITY_HOST', string>>
  /** The token requests so far. */
  readonly asked: readonly TokenRequest[]
  /** The subject of the application's federated credential. */
  trusted: string
  /** Seconds for which a token is valid. */
  lifetime: number
  /** The responses to the next token requests: an HTTP status, or none. */
  readonly failures: (number | 'silence')[]
  /** The error in response to every token request; null for none. */
  refusal: EntraError | null
  stop(): Promise<void>
}

/** Starts the stand-in on https; its clients must trust the certificate. */
export async function startEntra(certificate: Certificate, trusted: string): Promise<Entra> {
  const asked: TokenRequest[] = []
  const failures: Entra['failures'] = []
  const [cert, key] = [readFileSync(certificate.cert), readFileSync(certificate.key)]
  const server = createServer({ cert, key }, (request, response) => {
    void answer(request, response)
  })

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, tenant = '', ...rest] = new URL(
      request.url ?? '',
      entra.env.AZURE_AUTHORITY_HOST
    ).pathname.split('/')
    const form = new URLSearchParams(await text(request))
    if (tenant !== TENANT) return refuse(response, 90002, `Tenant '${tenant}' not found.`)
    if (rest.join('/') === 'v2.0/.well-known/openid-configuration')
      return reply(response, 200, configuration(`${entra.env.AZURE_AUTHORITY_HOST}/${tenant}`))
    asked.push({
      scope: form.get('scope') ?? '',
      assertion: form.get('client_assertion') ?? ''
    })
    const failure = failures.shift()
    if (failure === 'silence') return
    if (failure !== undefined) return reply(response, failure, {})
    const refusal = entra.refusal ?? errorOf(form, entra.trusted)
    if (refusal) return refuse(response, refusal.code, refusal.message)
    reply(response, 200, {
      token_type: 'Bearer',
      expires_in: entra.lifetime,
      ext_expires_in: entra.lifetime,
      access_token: accessToken(form.get('scope') ?? '', entra.lifetime)
    })
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const entra: Entra = {
    env: { AZURE_AUTHORITY_HOST: `https://127.0.0.1:${port}` },
    ...{ asked, failures, trusted, lifetime: 3600, refusal: null },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  }
  return entra
}

const configuration = (authority: string) => ({
  issuer: `${authority}/v2.0`,
  token_endpoint: `${authority}/oauth2/v2.0/token`,
  authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
  jwks_uri: `${authority}/discovery/v2.0/keys`
})

/** The error in a token request, with Entra's own message; null if there is none. */
function errorOf(form: URLSearchParams, trusted: string): EntraError | null {
  const client = form.get('client_id')
  if (client !== CLIENT) {
    const message = `Application with identifier '${client}' was not found in the directory 'Contoso'.`
    return { code: 700016, message }
  }
  if (form.has('client_secret')) {
    return form.get('client_secret') === SECRET
      ? null
      : { code: 7000215, message: 'Invalid client secret provided.' }
  }
  const { aud, iss, sub, exp } = fieldsOf(form.get('client_assertion') ?? '')
  const unmatched = 'No matching federated identity record found for presented assertion'
  if (iss !== GITHUB_ISSUER) return { code: 700211, message: `${unmatched} issuer '${iss}'.` }
  if (aud !== 'api://AzureADTokenExchange')
    return { code: 700212, message: `${unmatched} audience '${aud}'.` }
  if (sub !== trusted) return { code: 700213, message: `${unmatched} subject '${sub}'.` }
  return Number(exp) * 1000 > Date.now()
    ? null
    : { code: 700024, message: 'Client assertion is not within its valid time range.' }
}

/** A token with the claims that Batch and storage check. */
function accessToken(scope: string, lifetime: number): string {
  const now = Math.floor(Date.now() / 1000)
  const aud = (scope.split(' ').find((one) => one.endsWith('/.default')) ?? '').replace(
    /\/\.default$/,
    ''
  )
  return jsonWebToken({
    ...{
      aud,
      iss: `https://sts.windows.net/${TENANT}/`,
      tid: TENANT,
      oid: CLIENT,
      uti: randomUUID()
    },
    ...{ iat: now - 60, nbf: now - 60, exp: now + lifetime }
  })
}

function refuse(response: ServerResponse, code: number, message: string): void {
  const ids = 'Trace ID: 0a1b Correlation ID: 2c3d Timestamp: 2026-11-24 22:00:00Z'
  reply(response, code === 700016 || code === 90002 ? 400 : 401, {
    error: code === 90002 ? 'invalid_tenant' : 'invalid_client',
    error_description: `AADSTS${code}: ${message} ${ids}`,
    error_codes: [code]
  })
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
