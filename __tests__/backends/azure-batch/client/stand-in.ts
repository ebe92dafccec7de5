import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from '@jest/globals'
import type { BatchService } from '../../../../src/backends/azure-batch/client/batch-service.ts'
import {
  type BatchAccess,
  openBatchService
} from '../../../../src/backends/azure-batch/client/open-batch-service.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
})

/** For requests that succeed when they are repeated, even on a busy machine. */
export const LONG_RETRIES = { retryLimit: 30_000 }

/** An account at a scripted server, with a short retry limit, for responses that the emulator never sends. */
export async function scriptedService(
  handler: RequestListener,
  access: Partial<BatchAccess> = {}
): Promise<BatchService> {
  const server = createServer(handler)
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return openBatchService({
    endpoint: `http://127.0.0.1:${port}/`,
    credential: { kind: 'shared-key', account: 'a', key: 'a2V5' },
    apiVersion: '2025-06-01',
    retryLimit: 50,
    ...access
  })
}

/** An error response of the service. */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message?: string
  readonly values?: readonly { readonly key: string; readonly value: string }[]
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends an error response. */
export function refuse(
  response: ServerResponse,
  { status, code, message = 'Refused.', values = [], headers = {} }: Refusal
): void {
  response.writeHead(status, {
    'content-type': 'application/json;odata=minimalmetadata',
    ...headers
  })
  const value = `${message}\nRequestId:11-22\nTime:2026-11-24T00:00:00.0000000Z`
  response.end(JSON.stringify({ code, message: { lang: 'en-US', value }, values }))
}

/** Sends a successful response. */
export function respond(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json;odata=minimalmetadata' })
  response.end(JSON.stringify(body))
}

/** An account that refuses every request. */
export const refusingService = (refusal: Refusal): Promise<BatchService> =>
  scriptedService((request, response) => {
    request.resume()
    refuse(response, refusal)
  })
