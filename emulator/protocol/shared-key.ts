import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { EmulatorSettings } from '../settings.ts'
import { notAuthenticated } from './errors.ts'
import type { Target } from './target.ts'

/** The tolerated difference of the client's clock, in milliseconds. */
const TOLERANCE = 15 * 60 * 1000

const SIGNED_HEADERS = [
  'content-encoding',
  'content-language',
  'content-length',
  'content-md5',
  'content-type',
  'date',
  'if-modified-since',
  'if-match',
  'if-none-match',
  'if-unmodified-since',
  'range'
]

/**
 * Verifies `ACCOUNT:SIGNATURE` against what was received.
 *
 * @throws BatchError if the signature does not match
 */
export function checkSignature(
  credentials: string,
  message: IncomingMessage,
  target: Target,
  settings: EmulatorSettings
): void {
  const [, account, signature] = /^([^:\s]+):([A-Za-z0-9+/]+={0,2})$/.exec(credentials) ?? []
  if (account === undefined || signature === undefined) {
    throw notAuthenticated(
      401,
      'The Authorization header is not of the form SharedKey account:signature.'
    )
  }
  if (account !== settings.account) {
    throw notAuthenticated(403, `The account ${account} is not the account of this address.`)
  }
  checkDate(message.headers)
  const text = stringToSign(message.method ?? '', message.headers, target, account)
  const expected = createHmac('sha256', Buffer.from(settings.key, 'base64')).update(text).digest()
  const given = Buffer.from(signature, 'base64')
  if (given.length === expected.length && timingSafeEqual(given, expected)) return
  throw notAuthenticated(
    403,
    `The MAC signature found in the HTTP request '${signature}' is not the same as any computed signature. Server used following string to sign: '${text}'.`
  )
}

function checkDate(headers: IncomingHttpHeaders): void {
  const text = headers['ocp-date'] ?? headers.date
  const time = Date.parse(String(text))
  if (text === undefined || Number.isNaN(time)) {
    throw notAuthenticated(
      403,
      'The request has neither an ocp-date nor a Date header with a time.'
    )
  }
  if (Math.abs(time - Date.now()) > TOLERANCE) {
    throw notAuthenticated(
      403,
      `Request date header too old: '${text}'. It must be within 15 minutes of the service's time.`
    )
  }
}

/** The string to sign: method, standard headers, `ocp-` headers, the path as sent and the query. */
function stringToSign(
  method: string,
  headers: IncomingHttpHeaders,
  target: Target,
  account: string
): string {
  const standard = SIGNED_HEADERS.map((name) => headers[name] ?? '')
  const own = Object.keys(headers)
    .filter((name) => name.startsWith('ocp-'))
    .sort()
    .map((name) => `${name}:${headers[name]}`)
  const query = [...new URLSearchParams(target.rawQuery)]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `\n${name}:${value}`)
  return [method, ...standard, ...own, `/${account}${target.rawPath}${query.join('')}`].join('\n')
}
