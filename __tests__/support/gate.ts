import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request that arrived at a gate. */
export interface Passage {
  readonly method: string
  /** Decoded, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
  /** When it arrived, by `performance.now()`. */
  readonly at: number
}

/** Requests or responses that a gate holds back. */
export interface Held {
  /** Their number so far. */
  readonly caught: number
  /** Forwards those whose client is still connected, and holds back no more. */
  release(): void
}

/** A proxy for a service that records requests, and can hold back requests or responses. */
export interface Gate {
  /** The address of the service through the gate. */
  readonly url: string
  readonly passed: readonly Passage[]
  /** Holds back requests before they reach the service, or responses after it has acted. */
  hold(what: 'request' | 'answer', isMeant: (passage: Passage) => boolean): Held
  close(): Promise<void>
}

interface Hold {
  readonly what: 'request' | 'answer'
  readonly isMeant: (passage: Passage) => boolean
  readonly waiting: (() => void)[]
  caught: number
}

/** Opens a gate for the service at an http address. */
export async function openGate(target: string): Promise<Gate> {
  const { origin, pathname } = new URL(target)
  const passed: Passage[] = []
  const holds = new Set<Hold>()

  const holdBack = async (what: Hold['what'], passage: Passage): Promise<void> => {
    for (const hold of holds) {
      if (hold.what !== what || !hold.isMeant(passage)) continue
      hold.caught++
      await new Promise<void>((go) => hold.waiting.push(go))
    }
  }

  const forward = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const { method = '', url = '', headers } = incoming
    const { pathname: path, searchParams: query } = new URL(url, origin)
    const at = performance.now()
    const passage = { method, path: decodeURIComponent(path), query, body: String(body), at }
    passed.push(passage)
    await holdBack('request', passage)
    if (outgoing.destroyed) return
    const upstream = request(origin + url, { method, headers })
    upstream.on('response', async (response) => {
      await holdBack('answer', passage)
      outgoing.writeHead(response.statusCode ?? 500, response.headers)
      response.on('error', () => outgoing.destroy()).pipe(outgoing)
    })
    upstream.on('error', () => outgoing.destroy())
    outgoing.on('close', () => upstream.destroy())
    upstream.end(body)
  }

  const server = createServer((incoming, outgoing) => {
    // A client may disconnect in the middle of a request.
    forward(incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${pathname.replace(/\/$/, '')}`,
    passed,
    hold: (what, isMeant) => {
      const hold: Hold = { what, isMeant, waiting: [], caught: 0 }
      holds.add(hold)
      return {
        get caught() {
          return hold.caught
        },
        release: () => {
          holds.delete(hold)
          for (const go of hold.waiting.splice(0)) go()
        }
      }
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  }
}
