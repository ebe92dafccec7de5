import * as v from 'valibot'
import { cleanMessage, formatDetails } from './messages.ts'

/** A failed request: the error response of Azure Batch, or the network error. */
export interface Failure {
  /** HTTP status; null if no response arrived. */
  readonly status: number | null
  /** Azure's error code, or the system's (`ECONNRESET`); empty if there is none. */
  readonly code: string
  /** Message and details from the service; empty if there are none. */
  readonly message: string
  readonly details: string
  /** Milliseconds from `Retry-After`; null without that header. */
  readonly retryAfter: number | null
}

const TRANSIENT_CODES: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'],
  ...['EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN']
])

const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504])

/** Whether the same request may succeed later. */
export const isTransient = ({ status, code }: Failure): boolean =>
  status === null ? TRANSIENT_CODES.has(code) : TRANSIENT_STATUSES.has(status)

/** A request without a response within its time limit. */
export const TIMED_OUT: Failure = {
  status: null,
  code: 'ETIMEDOUT',
  message: '',
  details: '',
  retryAfter: null
}

/** What the SDK throws. Despite its type, the message can be an object. */
interface SdkError {
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

/** The body of an error response. A proxy may respond with any other body, or none. */
const errorBodySchema = v.fallback(
  v.object({
    message: v.optional(v.object({ value: v.optional(v.string(), '') }), {}),
    values: v.optional(
      v.array(v.object({ key: v.optional(v.string(), ''), value: v.optional(v.string(), '') })),
      []
    )
  }),
  { message: { value: '' }, values: [] }
)

/** The failure in an error that the SDK threw; null for an error that is not about the request, such as a bug. */
export function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null
  const { name, message, code: sdkCode, statusCode, body, response } = error as SdkError
  const status = typeof statusCode === 'number' ? statusCode : (response?.status ?? null)
  const code = errorCode(sdkCode, message)
  const isNetworkError = name === 'FetchError' || code === 'ENOTFOUND' || TRANSIENT_CODES.has(code)
  if (status === null && !isNetworkError) return null
  const details = v.parse(errorBodySchema, body)
  return {
    status,
    code,
    message: cleanMessage(details.message.value),
    details: formatDetails(details.values),
    retryAfter: milliseconds(response?.headers.get('retry-after'))
  }
}

/** The SDK's own codes, such as `REQUEST_SEND_ERROR`, carry no information, but that one can hide `ENOTFOUND`. */
function errorCode(code: unknown, message: unknown): string {
  if (code === 'REQUEST_SEND_ERROR' && String(message).includes('ENOTFOUND')) return 'ENOTFOUND'
  return typeof code !== 'string' || /^(?:REQUEST|PARSE)_/.test(code) ? '' : code
}

/** `Retry-After` contains seconds or a date. */
function milliseconds(retryAfter: string | undefined): number | null {
  if (retryAfter === undefined || retryAfter.trim() === '') return null
  const seconds = Number(retryAfter)
  const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000
  return Number.isNaN(wait) ? null : Math.max(0, wait)
}
