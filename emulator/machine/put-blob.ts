import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type ClientRequest, request as http } from 'node:http'
import { request as https } from 'node:https'
import { pipeline } from 'node:stream/promises'

/** A version of the blob protocol that accepts large blobs in one request. */
const STORAGE_VERSION = '2021-12-02'

/** The result of an upload. */
export interface PutResult {
  readonly status: number
  /** The storage error code, such as `ContainerNotFound`. */
  readonly code: string
}

/** Uploads a file as a blob in one streamed request. `fetch` would read it into memory first. */
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
  const result = resultOf(request)
  send(path, size, request).catch((error: Error) => request.destroy(error))
  return result
}

async function send(path: string, size: number, request: ClientRequest): Promise<void> {
  if (size > 0) {
    const file = createReadStream(path, { end: size - 1 })
    await pipeline(file, request, { end: false })
    if (file.bytesRead < size) throw new Error('The file became shorter while it was uploaded.')
  }
  request.end()
}

/** An error response may arrive before everything is sent; the rest is then not sent. */
const resultOf = (request: ClientRequest): Promise<PutResult> =>
  new Promise((resolve, reject) => {
    request.on('error', reject)
    request.once('response', (response) => {
      const { statusCode = 0, statusMessage = '', headers } = response
      response.on('error', () => {}).resume()
      resolve({ status: statusCode, code: String(headers['x-ms-error-code'] ?? statusMessage) })
      if (!request.writableFinished) request.destroy()
    })
  })
