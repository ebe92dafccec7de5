import type { IncomingHttpHeaders } from 'node:http'

/** A request to the Batch service after it was authenticated, its route found and its body parsed. */
export interface BatchRequest {
  /** The operation's name: `pool.add`, `task.addCollection`, `file.getFromTask`. */
  readonly operation: string
  /** What stands in the path, decoded: `poolId`, `nodeId`, `jobId`, `taskId`, `filePath`. */
  readonly parameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** The JSON body; undefined where there was none. */
  readonly body: unknown
  /** The service's own address as the client reached it: `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly baseUrl: string
  /** `2022-10-01.16.0` to `2025-06-01`. */
  readonly apiVersion: string
  /** Fires when the client has gone away or the service is stopping. */
  readonly signal: AbortSignal
}

/** What an operation answers. */
export interface BatchResponse {
  readonly status: number
  /** Names in lower case; `request-id`, `server`, `date` and the like are the server's own business. */
  readonly headers?: Readonly<Record<string, string>>
  /** Written as JSON. */
  readonly json?: unknown
  /** The bytes of a file, from `start` to `end` (both included). */
  readonly file?: { readonly path: string; readonly start: number; readonly end: number }
}

/** Serves one operation. Throws a `BatchError` where the service would refuse. */
export type Operation = (request: BatchRequest) => BatchResponse | Promise<BatchResponse>

/** Operations by name. */
export type Operations = Readonly<Record<string, Operation>>

/** A resource as it goes over the wire: keys in the service's own letter case. */
export type Resource = { readonly [key: string]: unknown }
