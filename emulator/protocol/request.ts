import type { IncomingHttpHeaders } from 'node:http'

/** An authenticated request to an operation of the Batch service, with its body parsed. */
export interface BatchRequest {
  /** The operation's name: `pool.add`, `task.addCollection`, `file.getFromTask`. */
  readonly operation: string
  /** Decoded path parameters: `poolId`, `nodeId`, `jobId`, `taskId`, `filePath`. */
  readonly parameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** The JSON body; undefined if there is none. */
  readonly body: unknown
  /** The service's URL as the client reached it: `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly baseUrl: string
  /** `2022-10-01.16.0` to `2025-06-01`. */
  readonly apiVersion: string
  /** Aborted when the client disconnects or the service stops. */
  readonly signal: AbortSignal
}

/** The response of an operation. */
export interface BatchResponse {
  readonly status: number
  /** Names are in lower case. The server adds common headers such as `request-id`, `server` and `date`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Written as JSON. */
  readonly json?: unknown
  /** The bytes of a file, from `start` to `end` (both included). */
  readonly file?: { readonly path: string; readonly start: number; readonly end: number }
}

/** Serves one operation. Throws a `BatchError` for an error response. */
export type Operation = (request: BatchRequest) => BatchResponse | Promise<BatchResponse>

/** Operations by name. */
export type Operations = Readonly<Record<string, Operation>>

/** A resource as sent over the wire; keys have the letter case of the service. */
export type Resource = { readonly [key: string]: unknown }
