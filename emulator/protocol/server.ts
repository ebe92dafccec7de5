import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ServiceOptions, serve } from './exchange.ts'

/** The service while it listens. */
export interface Service {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string
  /** Ends all connections and everything that waits on them. */
  close(): Promise<void>
}

/** Long enough that no client finds a connection closed that it was about to use again. */
const KEEP_ALIVE = 120_000

/**
 * Starts to serve on loopback.
 *
 * @param options.port 0 for any that is free
 */
export async function startService(
  options: ServiceOptions & { readonly port: number }
): Promise<Service> {
  const stopping = new AbortController()
  const under = new Set<Promise<void>>()
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
    const done = receive(message, response).finally(() => under.delete(done))
    under.add(done)
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
      await Promise.all(under)
    }
  }
}
