import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Faults } from '../faults/faults.ts'
import type { EmulatorSettings } from '../settings.ts'
import { authenticate } from './authentication.ts'
import { BatchError } from './batch-error.ts'
import type { ControlEndpoint } from './control-endpoint.ts'
import { internalError, noSuchResource, unsupportedVerb } from './errors.ts'
import { bodyFor, IncompleteRequest, jsonFrom } from './incoming.ts'
import { type Exchange, writeError, writeResponse } from './outgoing.ts'
import { checkQuery, queryOf } from './query-parameters.ts'
import type { BatchRequest, Operations } from './request.ts'
import { applyRequestFaults, ConnectionCut } from './request-faults.ts'
import { findRoute } from './routes.ts'
import { type Target, targetOf } from './target.ts'

/** What a service serves, and for which account. */
export interface ServiceOptions {
  readonly settings: EmulatorSettings
  readonly operations: Operations
  readonly faults: Faults
  /** Handles requests to `/emulator/`, if any. */
  readonly control: ControlEndpoint | null
}

/**
 * Serves one request completely. Every failure ends in an error response or a closed connection, never in an exception.
 *
 * @param ownUrl the address of the service, used if the request has no valid `Host` header
 */
export async function serve(
  options: ServiceOptions,
  message: IncomingMessage,
  response: ServerResponse,
  ownUrl: string,
  signal: AbortSignal
): Promise<void> {
  const exchange = exchangeOf(message, response, ownUrl)
  try {
    await respond(options, message, exchange, signal)
  } catch (error) {
    if (signal.aborted || response.headersSent || isSilent(error)) response.destroy()
    else respondWithError(exchange, message, error)
  }
}

const isSilent = (error: unknown): boolean =>
  error instanceof ConnectionCut || error instanceof IncompleteRequest

function respondWithError(exchange: Exchange, message: IncomingMessage, error: unknown): void {
  if (!(error instanceof BatchError)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`${message.method} ${message.url}: ${text.replace(/\s*\n\s*/g, ' ')}\n`)
  }
  writeError(exchange, error instanceof BatchError ? error : internalError())
}

function exchangeOf(message: IncomingMessage, response: ServerResponse, ownUrl: string): Exchange {
  const { headers, method = 'GET' } = message
  const host = headers.host ?? ''
  const echo = String(headers['return-client-request-id']).toLowerCase() === 'true'
  const name = headers['client-request-id']
  return {
    response,
    method,
    requestId: randomUUID(),
    baseUrl: /^[\w.-]+(:\d+)?$/.test(host) ? `http://${host}` : ownUrl,
    clientRequestId: echo && typeof name === 'string' ? name : undefined
  }
}

async function respond(
  options: ServiceOptions,
  message: IncomingMessage,
  exchange: Exchange,
  signal: AbortSignal
): Promise<void> {
  const target = targetOf(message.url ?? '/')
  if (options.control !== null && target.segments[0] === 'emulator') {
    return serveControl(options.control, message, exchange, target)
  }
  const scheme = authenticate(message, target, options.settings)
  const request = await requestOf(message, exchange, target, signal)
  const operation = options.operations[request.operation]
  if (operation === undefined) throw noSuchResource()
  const { cutAfterwards } = await applyRequestFaults(options.faults, request, scheme)
  const response = await operation(request)
  if (cutAfterwards) throw new ConnectionCut()
  await writeResponse(exchange, response)
}

async function requestOf(
  message: IncomingMessage,
  { method, baseUrl }: Exchange,
  target: Target,
  signal: AbortSignal
): Promise<BatchRequest> {
  const found = findRoute(method, target.segments)
  if (found === null) throw noSuchResource()
  if (!('route' in found)) throw unsupportedVerb()
  const { route, parameters } = found
  const { operation } = route
  const query = queryOf(target.rawQuery)
  const apiVersion = checkQuery(query, route)
  const body = await bodyFor(operation, message)
  const { headers } = message
  return { operation, parameters, query, headers, body, baseUrl, apiVersion, signal }
}

async function serveControl(
  control: ControlEndpoint,
  message: IncomingMessage,
  exchange: Exchange,
  target: Target
): Promise<void> {
  const body = await jsonFrom(message)
  const { status, json } = control({
    method: exchange.method,
    segments: target.segments.slice(1),
    body
  })
  const headers = { 'content-type': 'application/json' }
  await writeResponse(exchange, json === undefined ? { status } : { status, json, headers })
}
