import * as v from 'valibot'
import { detailsSaid, said } from './messages.ts'

/** What Azure Batch, or the way to it, gave us instead of what we asked for. */
export interface Failure {
  /** Null where no answer came. */
  readonly status: number | null
  /** Azure's own word for it, or the system's (`ECONNRESET`); empty where there is none. */
  readonly code: string
  /** The service's sentence and its details; empty where it says nothing. */
  readonly message: string
  readonly details: string
  /** Milliseconds for which the service asks to be left alone; null where it does not. */
  readonly retryAfter: number | null
}

/** Ways in which a connection breaks that the next one may be spared. */
const BROKEN: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'],
  ...['EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN']
])

/** Answers that the same request may be spared next time. */
const PASSING: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504])

/** Whether the same request may be answered well a little later. */
export const passes = ({ status, code }: Failure): boolean =>
  status === null ? BROKEN.has(code) : PASSING.has(status)

/** The failure that no answer within the limit of a request is. */
export const TOO_LATE: Failure = {
  status: null,
  code: 'ETIMEDOUT',
  message: '',
  details: '',
  retryAfter: null
}

/** What Microsoft's client throws. Its message may be an object, whatever its type says. */
interface ClientError {
  readonly name: string
  readonly message: unknown
  readonly code?: unknown
  readonly statusCode?: unknown
  readonly body?: unknown
  readonly response?: {
    readonly status: number
    readonly headers: { get(name: string): string | undefined }
  }
}

/** The body of a refusal; an answer without one, or with something else, says nothing. */
const refusalSchema = v.fallback(
  v.object({
    message: v.optional(v.object({ value: v.optional(v.string(), '') }), {}),
    values: v.optional(
      v.array(v.object({ key: v.optional(v.string(), ''), value: v.optional(v.string(), '') })),
      []
    )
  }),
  { message: { value: '' }, values: [] }
)

/** A failure as the client throws it; null where the error is none of the service and of the way to it. */
export function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null
  const { name, message, code, statusCode, body, response } = error as ClientError
  const status = typeof statusCode === 'number' ? statusCode : (response?.status ?? null)
  const word = wordOf(code, message)
  if (status === null && name !== 'FetchError' && word !== 'ENOTFOUND' && !BROKEN.has(word))
    return null
  const refusal = v.parse(refusalSchema, body)
  return {
    status,
    code: word,
    message: said(refusal.message.value),
    details: detailsSaid(refusal.values),
    retryAfter: milliseconds(response?.headers.get('retry-after'))
  }
}

/** The client has words of its own, in capitals with underscores, which say nothing; one of them hides `ENOTFOUND`. */
function wordOf(code: unknown, message: unknown): string {
  if (code === 'REQUEST_SEND_ERROR' && String(message).includes('ENOTFOUND')) return 'ENOTFOUND'
  return typeof code !== 'string' || /^(?:REQUEST|PARSE)_/.test(code) ? '' : code
}

/** `Retry-After` gives seconds, or a date. */
function milliseconds(retryAfter: string | undefined): number | null {
  if (retryAfter === undefined || retryAfter.trim() === '') return null
  const seconds = Number(retryAfter)
  const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000
  return Number.isNaN(wait) ? null : Math.max(0, wait)
}
