import { createHmac } from 'node:crypto'
import { Agent, request as open } from 'node:http'

/** An account as in the emulator's first line of output. */
export interface Endpoint {
  readonly endpoint: string
  readonly account: string
  readonly key: string
}

/** A response as received. */
export interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON of any shape.
  readonly json: any
}

/** The optional parts of a request. */
export interface Sent {
  readonly body?: unknown
  /** Names are in lower case. */
  readonly headers?: Readonly<Record<string, string>>
}

const VERSION = 'api-version=2025-06-01'

const SIGNED = [
  ...['content-encoding', 'content-language', 'content-length', 'content-md5', 'content-type'],
  ...['date', 'if-modified-since', 'if-match', 'if-none-match', 'if-unmodified-since', 'range']
]

/** The value of `Authorization` for a request with these headers. */
export function signature(
  { account, key }: Endpoint,
  method: string,
  target: string,
  headers: Readonly<Record<string, string>>
): string {
  const [path = '', query = ''] = target.split('?')
  const own = Object.keys(headers)
    .filter((name) => name.startsWith('ocp-'))
    .sort()
    .map((name) => `${name}:${headers[name]}`)
  const parameters = [...new URLSearchParams(query)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `\n${name}:${value}`)
  const standard = SIGNED.map((name) => headers[name] ?? '')
  const text = [method, ...standard, ...own, `/${account}${path}${parameters.join('')}`].join('\n')
  const digest = createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64')
  return `SharedKey ${account}:${digest}`
}

/** A client that signs requests and keeps connections alive. */
export class Account {
  readonly endpoint: Endpoint
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 })

  constructor(endpoint: Endpoint) {
    this.endpoint = endpoint
  }

  /** Sends a signed request; the api-version is added to the address. */
  send(method: string, address: string, { body, headers = {} }: Sent = {}): Promise<Received> {
    const target = `${address}${address.includes('?') ? '&' : '?'}${VERSION}`
    const text = body === undefined ? undefined : JSON.stringify(body)
    const all = {
      'ocp-date': new Date().toUTCString(),
      ...(text === undefined ? { 'content-length': '0' } : described(text)),
      ...headers
    }
    const authorization = signature(this.endpoint, method, target, all)
    return this.#exchange(method, target, { authorization, ...all }, text)
  }

  /** Sends a request and checks the status of the response. */
  async expect(status: number, method: string, address: string, body?: unknown): Promise<Received> {
    const received = await this.send(method, address, { body })
    if (received.status === status) return received
    throw new Error(`${method} ${address} returned ${received.status}: ${received.text}`)
  }

  /** All pages of a list. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON of any shape.
  async list(address: string): Promise<any[]> {
    const all: unknown[] = []
    for (let next: string | undefined = address; next !== undefined; ) {
      const { json } = await this.expect(200, 'GET', next)
      all.push(...json.value)
      const link: string | undefined = json['odata.nextLink']
      next = link?.slice(this.endpoint.endpoint.length).replace(`&${VERSION}`, '')
      next = next?.replace(`?${VERSION}&`, '?')
    }
    return all
  }

  /** Sends an unsigned request to the emulator's control endpoint. */
  control(method: string, path: string, body?: unknown): Promise<Received> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    return this.#exchange(method, path, text === undefined ? {} : described(text), text)
  }

  /** Closes idle connections. */
  close(): void {
    this.#agent.destroy()
  }

  #exchange(
    method: string,
    target: string,
    headers: Readonly<Record<string, string>>,
    body: string | undefined
  ): Promise<Received> {
    return new Promise((resolve, reject) => {
      const sent = open(this.endpoint.endpoint + target, { method, headers, agent: this.#agent })
      sent.once('error', reject)
      sent.once('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', reject)
        response.once('end', () => {
          const { statusCode: status = 0, headers } = response
          const text = Buffer.concat(chunks).toString()
          const isJson = String(headers['content-type']).startsWith('application/json')
          resolve({ status, headers, text, json: isJson && text !== '' ? JSON.parse(text) : null })
        })
      })
      sent.end(body)
    })
  }
}

const described = (text: string) => ({
  'content-type': 'application/json; odata=minimalmetadata',
  'content-length': String(Buffer.byteLength(text))
})
