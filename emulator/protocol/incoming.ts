import type { IncomingMessage } from 'node:http'
import { BatchError } from './batch-error.ts'
import { notSyntacticallyValid } from './body.ts'

/** The most that the service takes for a collection of tasks, which is what its clients meet. */
const MAX_COLLECTION = 1024 * 1024
const MAX_BODY = 4 * 1024 * 1024

/** Beyond this a sender is cut off in the middle; up to here it is heard out, so that it reads the refusal. */
const MAX_DRAINED = 64 * 1024 * 1024

/** The client went away, or sent more than anybody would, before the request was whole. */
export class IncompleteRequest extends Error {}

/** The body of a request to an operation; undefined where there was none. */
export async function bodyFor(operation: string, message: IncomingMessage): Promise<unknown> {
  const limit = operation === 'task.addCollection' ? MAX_COLLECTION : MAX_BODY
  const bytes = await received(message, limit)
  if (bytes === null) throw tooLarge(limit)
  if (bytes.length === 0) return undefined
  checkContentType(message.headers['content-type'])
  return parsed(bytes)
}

/** JSON as text or undefined, where nothing was sent. */
export async function jsonFrom(message: IncomingMessage): Promise<unknown> {
  const bytes = await received(message, MAX_BODY)
  if (bytes === null) throw tooLarge(MAX_BODY)
  return bytes.length === 0 ? undefined : parsed(bytes)
}

/** The bytes of a body; null where there are more than the limit. */
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
    throw new IncompleteRequest('The request broke off.', { cause })
  }
  if (!message.complete) throw new IncompleteRequest('The request broke off.')
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
      { key: 'Reason', value: 'The body of a request is application/json.' }
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
