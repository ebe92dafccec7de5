import { createHmac } from 'node:crypto'
import { request as open } from 'node:http'
import type { HttpResponse } from './exchange.ts'

/** An account and its endpoint. */
export interface Account {
  readonly endpoint: string
  readonly account: string
  readonly key: string
}

/** A request to sign and send. */
export interface Sent {
  readonly method: string
  /** Encoded path and query. */
  readonly target: string
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | null
}

/** Sends a request to an account, signed with its key. */
export type Send = (sent: Sent) => Promise<HttpResponse>

const SIGNED = [
  ...['content-encoding', 'content-language', 'content-length', 'content-md5', 'content-type'],
  ...['date', 'if-modified-since', 'if-match', 'if-none-match', 'if-unmodified-since', 'range']
]

/** Sends requests as clients of the service do, each on its own connection. */
export const sendTo =
  (account: Account): Send =>
  ({ method, target, headers = {}, body = null }) => {
    const reads = method === 'GET' || method === 'HEAD'
    const length = reads ? {} : { 'content-length': String(Buffer.byteLength(body ?? '')) }
    const all = { ...headers, ...length, 'ocp-date': new Date().toUTCString() }
    const authorization = authorizationOf(account, method, target, all)
    return new Promise((resolve, reject) => {
      const request = open(`${account.endpoint}${target}`, {
        method,
        headers: { ...all, authorization },
        agent: false
      })
      request.once('error', reject)
      request.once('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', reject)
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            reason: response.statusMessage,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)])
            ),
            text: Buffer.concat(chunks).toString()
          })
        )
      })
      request.end(body ?? undefined)
    })
  }

function authorizationOf(
  { account, key }: Account,
  method: string,
  target: string,
  headers: Readonly<Record<string, string>>
): string {
  const [path = '', query = ''] = target.split('?')
  const own = Object.entries(headers)
    .filter(([name]) => name.startsWith('ocp-'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value}`)
  const parameters = [...new URLSearchParams(query)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `\n${name}:${value}`)
  const text = [
    method,
    ...SIGNED.map((name) => headers[name] ?? ''),
    ...own,
    `/${account}${path}${parameters.join('')}`
  ].join('\n')
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64')
  return `SharedKey ${account}:${signature}`
}
