import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from '@jest/globals'
import type { BlobAccount } from '../../../../src/backends/azure-batch/storage/blob-account.ts'
import { openBlobAccount } from '../../../../src/backends/azure-batch/storage/open-blob-account.ts'
import { CREDENTIALS } from './accounts.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
})

/** The retry limit, in milliseconds. */
export const RETRY_LIMIT = 300

/** An account at a scripted server, for responses that Azurite never sends. */
export async function scriptedAccount(
  handler: RequestListener,
  retryLimit = RETRY_LIMIT
): Promise<BlobAccount> {
  const server = createServer(handler)
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return openBlobAccount({
    endpoint: `http://127.0.0.1:${port}/devstoreaccount1`,
    credential: CREDENTIALS.key,
    retryLimit
  })
}

/** An account that refuses every request. */
export const refusingAccount = (status: number, code: string): Promise<BlobAccount> =>
  scriptedAccount(refuse(status, code))

/** Sends an error response of Azure Storage, which has the code in a header and in the body. */
export const refuse =
  (status: number, code: string): RequestListener =>
  (request, response) => {
    request.resume()
    response.writeHead(status, { 'x-ms-error-code': code, 'content-type': 'application/xml' })
    response.end(
      `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>Refused.</Message></Error>`
    )
  }
