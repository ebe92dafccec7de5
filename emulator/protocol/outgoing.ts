import { open } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { BatchError } from './batch-error.ts'
import { noSuchResource, RetryLater } from './errors.ts'
import type { BatchResponse } from './request.ts'
import { now } from './stamp.ts'

/** What the writing of an answer has to know of its request. */
export interface Exchange {
  readonly response: ServerResponse
  readonly method: string
  readonly requestId: string
  readonly baseUrl: string
  /** The request's own name for itself, where it wants to hear it again. */
  readonly clientRequestId: string | undefined
}

const JSON_TYPE = 'application/json;odata=minimalmetadata'

/** Writes an answer. A body of JSON goes out in chunks, as the service's do. */
export async function writeResponse(exchange: Exchange, answer: BatchResponse): Promise<void> {
  const { response, method } = exchange
  // What can fail comes first: once something is written, there is no refusing any more.
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
  // The service says nothing of the connection, which stays open.
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

/** A file that became shorter meanwhile ends the connection: its length has been promised. */
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

/** Writes a refusal: the body, and the message as the reason of the status line. */
export function writeError(exchange: Exchange, refusal: BatchError): void {
  const { response, method } = exchange
  // An answer may have failed half-way through its headers.
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  setCommonHeaders(exchange)
  response.statusMessage = asReason(refusal.message)
  if (refusal instanceof RetryLater) {
    response.setHeader('retry-after', String(refusal.retryAfterSeconds))
  }
  if (refusal.status === 401) {
    response.setHeader(
      'www-authenticate',
      `Bearer realm="${exchange.baseUrl}/", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"`
    )
  }
  const body = refusal.status === 304 ? '' : JSON.stringify(bodyOf(exchange, refusal))
  response.writeHead(refusal.status, {
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

/** A status line has room for printable ASCII only. */
const asReason = (message: string): string => message.replace(/[^\x20-\x7e]+/g, ' ')
