import { request as send } from 'node:http'
import { type ArmedFaults, openFaults } from '../faults/armed-faults.ts'
import type { EmulatorSettings } from '../settings.ts'
import type { Operations } from './request.ts'
import { type Service, startService } from './server.ts'

/** The settings of a test account. */
export const SETTINGS: EmulatorSettings = {
  account: 'testaccount',
  key: Buffer.from('a test key').toString('base64'),
  root: '/nowhere',
  allocationSeconds: 0,
  creatingSeconds: 0,
  startingSeconds: 0,
  leavingSeconds: 0,
  countsLagSeconds: 0,
  autoscaleSeconds: null,
  dedicatedCoreQuota: 100,
  spotCoreQuota: 100,
  poolQuota: 100,
  activeJobQuota: 100
}

/** A response as received. */
export interface Received {
  readonly status: number
  readonly reason: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON of any shape.
  readonly json: any
}

/** A request as sent. */
export interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A service with test operations. */
export interface TestService extends Service {
  readonly faults: ArmedFaults
  /** Sends a request; a valid token and an api-version are added unless given. */
  call(path: string, sent?: Sent): Promise<Received>
}

/** An unsigned bearer token with the given claims. */
export function token(claims: Readonly<Record<string, unknown>> = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const usual = {
    aud: 'https://batch.core.windows.net/',
    exp: Math.floor(Date.now() / 1000) + 3600
  }
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ ...usual, ...claims })}.signature`
}

export async function startTestService(operations: Operations): Promise<TestService> {
  const faults = openFaults()
  const control = faults.endpoint
  const service = await startService({ settings: SETTINGS, operations, faults, control, port: 0 })
  return { ...service, faults, call: (path, sent = {}) => call(service.url, path, sent) }
}

function call(url: string, path: string, sent: Sent): Promise<Received> {
  const target =
    path.includes('api-version') || path.startsWith('/emulator') ? path : versioned(path)
  const { method = 'GET', body } = sent
  const headers = {
    authorization: `Bearer ${token()}`,
    ...(body === undefined ? {} : described(body)),
    ...sent.headers
  }
  return new Promise((resolve, reject) => {
    const request = send(url + target, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({
          status: response.statusCode ?? 0,
          reason: response.statusMessage ?? '',
          headers: response.headers,
          text,
          json: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined
        })
      })
    })
    request.once('error', reject)
    request.end(body)
  })
}

const described = (body: string) => ({
  'content-type': 'application/json; odata=minimalmetadata',
  'content-length': String(Buffer.byteLength(body))
})

const versioned = (path: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}api-version=2022-10-01.16.0`
