import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type ClientRequest, request as http } from 'node:http'
import { request as https } from 'node:https'
import { pipeline } from 'node:stream/promises'

/** A version of the blob service's protocol that takes large blobs in one piece. */
const STORAGE_VERSION = '2021-12-02'

/** What the blob service said. */
export interface PutResult {
  readonly status: number
  /** Its code for a refusal: `ContainerNotFound`. */
  readonly code: string
}

/** Writes a file as a blob in one request. It is read as it is sent: `fetch` would take all of it into memory first. */
export async function putBlob(
  path: string,
  url: URL,
  headers: Headers,
  signal: AbortSignal
): Promise<PutResult> {
  const { size } = await stat(path)
  const request = (url.protocol === 'https:' ? https : http)(url, {
    method: 'PUT',
    headers: {
      ...Object.fromEntries(headers),
      'x-ms-blob-type': 'BlockBlob',
      'x-ms-version': STORAGE_VERSION,
      'content-length': size
    },
    signal
  })
  const answer = answerTo(request)
  send(path, size, request).catch((error: Error) => request.destroy(error))
  return answer
}

async function send(path: string, size: number, request: ClientRequest): Promise<void> {
  if (size > 0) {
    const file = createReadStream(path, { end: size - 1 })
    await pipeline(file, request, { end: false })
    if (file.bytesRead < size) throw new Error('The file became shorter while it was uploaded.')
  }
  request.end()
}

/** A refusal may come before all is sent; the rest is not sent then. */
const answerTo = (request: ClientRequest): Promise<PutResult> =>
  new Promise((resolve, reject) => {
    request.on('error', reject)
    request.once('response', (response) => {
      const { statusCode = 0, statusMessage = '', headers } = response
      response.on('error', () => {}).resume()
      resolve({ status: statusCode, code: String(headers['x-ms-error-code'] ?? statusMessage) })
      if (!request.writableFinished) request.destroy()
    })
  })
