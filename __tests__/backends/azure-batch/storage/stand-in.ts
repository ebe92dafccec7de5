import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from '@jest/globals'
import type { BlobAccount } from '../../../../src/backends/azure-batch/storage/blob-account.ts'
import { openBlobAccount } from '../../../../src/backends/azure-batch/storage/open-blob-account.ts'
import { byKey } from './accounts.ts'

const living: Server[] = []
afterEach(async () => {
  for (const server of living.splice(0)) {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
})

/** Milliseconds: enough that nothing but waiting takes them. */
export const LITTLE_PATIENCE = 300

/** An account at a server of ours that answers as the test says, for what Azurite never answers. */
export async function accountThat(
  answers: RequestListener,
  patience = LITTLE_PATIENCE
): Promise<BlobAccount> {
  const server = createServer(answers)
  living.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return openBlobAccount({
    endpoint: `http://127.0.0.1:${port}/devstoreaccount1`,
    credential: byKey,
    patience
  })
}

/** An account that refuses everything so, as Azure does: its word in a header, and in XML where there may be a body. */
export const refusing = (status: number, code: string): Promise<BlobAccount> =>
  accountThat((request, response) => refuse(status, code)(request, response))

/** Answers one request with a refusal. */
export const refuse =
  (status: number, code: string): RequestListener =>
  (request, response) => {
    request.resume()
    response.writeHead(status, { 'x-ms-error-code': code, 'content-type': 'application/xml' })
    response.end(
      `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>Refused.</Message></Error>`
    )
  }
