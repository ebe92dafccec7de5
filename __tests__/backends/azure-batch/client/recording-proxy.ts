import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A recorded request. */
export interface RecordedRequest {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A proxy that records the requests it forwards. */
export interface RecordingProxy {
  readonly url: string
  readonly sent: RecordedRequest[]
  close(): Promise<void>
}

/** Starts a proxy in front of a service. It drops a connection that the service drops. */
export async function startProxy(target: string): Promise<RecordingProxy> {
  const sent: RecordedRequest[] = []
  const server = createServer(async (incoming, answer) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const { method = '', url = '', headers } = incoming
    const { pathname, searchParams } = new URL(url, target)
    sent.push({ method, path: pathname, query: searchParams, headers, body: String(body) })
    const forwarded = request(target + url, { method, headers })
    forwarded.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 500, response.headers)
      response.on('error', () => answer.destroy()).pipe(answer)
    })
    forwarded.on('error', () => answer.destroy())
    answer.on('close', () => forwarded.destroy())
    forwarded.end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  }
}
