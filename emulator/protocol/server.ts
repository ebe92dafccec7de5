import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ServiceOptions, serve } from './exchange.ts'

/** A running service. */
export interface Service {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string
  /** Closes all connections and waits for their requests to end. */
  close(): Promise<void>
}

/** Long enough that no client reuses a connection that has just been closed. */
const KEEP_ALIVE = 120_000

/**
 * Starts the service on 127.0.0.1.
 *
 * @param options.port 0 for any free port
 */
export async function startService(
  options: ServiceOptions & { readonly port: number }
): Promise<Service> {
  const stopping = new AbortController()
  const pending = new Set<Promise<void>>()
  let url = ''

  const receive = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const gone = new AbortController()
    const stop = () => gone.abort(stopping.signal.reason)
    stopping.signal.addEventListener('abort', stop)
    response.once('close', () => {
      stopping.signal.removeEventListener('abort', stop)
      if (!response.writableFinished) gone.abort(new Error('The client has gone away.'))
    })
    await serve(options, message, response, url, gone.signal)
  }

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE }, (message, response) => {
    const done = receive(message, response).finally(() => pending.delete(done))
    pending.add(done)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      stopping.abort(new Error('The service is stopping.'))
      server.closeAllConnections()
      await closed
      await Promise.all(pending)
    }
  }
}
