import { open } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { BatchError } from './batch-error.ts'
import { noSuchResource, RetryLater } from './errors.ts'
import type { BatchResponse } from './request.ts'
import { now } from './stamp.ts'

/** A request as far as its response depends on it. */
export interface Exchange {
  readonly response: ServerResponse
  readonly method: string
  readonly requestId: string
  readonly baseUrl: string
  /** The client's request ID, if it asked to have it returned. */
  readonly clientRequestId: string | undefined
}

const JSON_TYPE = 'application/json;odata=minimalmetadata'

/** Writes a response. JSON bodies are chunked, as the service's are. */
export async function writeResponse(exchange: Exchange, answer: BatchResponse): Promise<void> {
  const { response, method } = exchange
  // Whatever can fail comes first: after the first byte an error response is no longer possible.
  const text = answer.json === undefined ? '' : JSON.stringify(answer.json)
  const file = answer.file && method !== 'HEAD' ? await opened(answer.file.path) : null
  try {
    writeHead(exchange, answer)
    if (file !== null && answer.file !== undefined) await writeFile(response, file, answer.file)
    else if (text !== '' && method !== 'HEAD') response.write(text)
    response.end()
  } finally {
    await file?.close()
  }
}

function writeHead(exchange: Exchange, answer: BatchResponse): void {
  const { response } = exchange
  const lengthKnown = answer.headers?.['content-length'] !== undefined
  const empty = answer.status === 204 || answer.status === 304
  const headers: Record<string, string> = {
    ...(empty ? { 'content-length': '0' } : lengthKnown ? {} : { 'transfer-encoding': 'chunked' }),
    ...(answer.json === undefined ? {} : { 'content-type': JSON_TYPE }),
    ...answer.headers
  }
  setCommonHeaders(exchange)
  response.writeHead(answer.status, headers)
}

function setCommonHeaders({ response, requestId, clientRequestId }: Exchange): void {
  // The service sends no Connection header and keeps the connection open.
  response.removeHeader('connection')
  response.setHeader('server', 'Microsoft-HTTPAPI/2.0')
  response.setHeader('request-id', requestId)
  response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('dataserviceversion', '3.0')
  if (clientRequestId !== undefined) response.setHeader('client-request-id', clientRequestId)
}

async function opened(path: string) {
  try {
    return await open(path)
  } catch {
    throw noSuchResource()
  }
}

/** Closes the connection if the file has become shorter than the announced length. */
async function writeFile(
  response: ServerResponse,
  file: Awaited<ReturnType<typeof open>>,
  { start, end }: NonNullable<BatchResponse['file']>
): Promise<void> {
  if (end < start) return
  const stream = file.createReadStream({ start, end, autoClose: false })
  await pipeline(stream, response, { end: false })
  if (stream.bytesRead < end - start + 1) response.destroy()
}

/** Writes an error response. The message is also the reason phrase of the status line. */
export function writeError(exchange: Exchange, error: BatchError): void {
  const { response, method } = exchange
  // Headers may have been set before the original response failed.
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  setCommonHeaders(exchange)
  response.statusMessage = asReason(error.message)
  if (error instanceof RetryLater) {
    response.setHeader('retry-after', String(error.retryAfterSeconds))
  }
  if (error.status === 401) {
    response.setHeader(
      'www-authenticate',
      `Bearer realm="${exchange.baseUrl}/", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"`
    )
  }
  const body = error.status === 304 ? '' : JSON.stringify(bodyOf(exchange, error))
  response.writeHead(error.status, {
    'content-length': String(Buffer.byteLength(body)),
    ...(body === '' ? {} : { 'content-type': JSON_TYPE })
  })
  response.end(method === 'HEAD' ? '' : body)
}

const bodyOf = ({ baseUrl, requestId }: Exchange, { code, message, details }: BatchError) => ({
  'odata.metadata': `${baseUrl}/$metadata#Microsoft.Azure.Batch.Protocol.Entities.Container.errors/@Element`,
  code,
  message: { lang: 'en-US', value: `${message}\nRequestId:${requestId}\nTime:${now()}` },
  ...(details.length > 0 ? { values: details } : {})
})

/** A reason phrase may contain only printable ASCII. */
const asReason = (message: string): string => message.replace(/[^\x20-\x7e]+/g, ' ')
