import type { IncomingMessage } from 'node:http'
import { BatchError } from './batch-error.ts'
import { notSyntacticallyValid } from './body.ts'

/** The service's limit for a task collection, which clients do reach. */
const MAX_COLLECTION = 1024 * 1024
const MAX_BODY = 4 * 1024 * 1024

/** A body up to this size is read to its end so that the client receives the error; a larger one is cut off. */
const MAX_DRAINED = 64 * 1024 * 1024

/** The client disconnected, or sent far too much, before the request was complete. */
export class IncompleteRequest extends Error {}

/** The parsed body of a request to an operation; undefined if there is none. */
export async function bodyFor(operation: string, message: IncomingMessage): Promise<unknown> {
  const limit = operation === 'task.addCollection' ? MAX_COLLECTION : MAX_BODY
  const bytes = await received(message, limit)
  if (bytes === null) throw tooLarge(limit)
  if (bytes.length === 0) return undefined
  checkContentType(message.headers['content-type'])
  return parsed(bytes)
}

/** The parsed body of a request outside the protocol; undefined if there is none. */
export async function jsonFrom(message: IncomingMessage): Promise<unknown> {
  const bytes = await received(message, MAX_BODY)
  if (bytes === null) throw tooLarge(MAX_BODY)
  return bytes.length === 0 ? undefined : parsed(bytes)
}

/** The bytes of a body; null if it exceeds the limit. */
async function received(message: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length <= limit) chunks.push(chunk)
      if (length > MAX_DRAINED) break
    }
  } catch (cause) {
    throw new IncompleteRequest('The request was interrupted.', { cause })
  }
  if (!message.complete) throw new IncompleteRequest('The request was interrupted.')
  return length > limit ? null : Buffer.concat(chunks)
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw notSyntacticallyValid(error instanceof Error ? error.message : String(error))
  }
}

function checkContentType(header: string | undefined): void {
  if (header === undefined) {
    throw new BatchError(
      400,
      'MissingRequiredHeader',
      'A required HTTP header was not specified.',
      [{ key: 'HeaderName', value: 'Content-Type' }]
    )
  }
  if (/^application\/json\s*(;|$)/i.test(header)) return
  throw new BatchError(
    400,
    'InvalidHeaderValue',
    'The value provided for one of the HTTP headers was not in the correct format.',
    [
      { key: 'HeaderName', value: 'Content-Type' },
      { key: 'HeaderValue', value: header },
      { key: 'Reason', value: 'The body of a request must be application/json.' }
    ]
  )
}

const tooLarge = (limit: number): BatchError =>
  new BatchError(
    413,
    'RequestBodyTooLarge',
    'The request body is too large and exceeds the maximum permissible limit.',
    [{ key: 'MaxLimit', value: String(limit) }]
  )
