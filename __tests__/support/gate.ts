import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request that came to a gate. */
export interface Passage {
  readonly method: string
  /** Decoded, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
  /** When it came, by `performance.now()`. */
  readonly at: number
}

/** Something that was caught at a gate, and stays there. */
export interface Held {
  /** How many were caught so far. */
  readonly caught: number
  /** Lets all go that are still wanted, and catches no more. */
  release(): void
}

/**
 * A gate before a service: remembers what goes through, and can hold it up. What is held is let go late, or never where
 * its client has gone.
 */
export interface Gate {
  /** Address of the service behind it, by the gate. */
  readonly url: string
  readonly passed: readonly Passage[]
  /** Holds up requests on their way to the service, or the service's answers once it has acted. */
  hold(what: 'request' | 'answer', isMeant: (passage: Passage) => boolean): Held
  close(): Promise<void>
}

interface Hold {
  readonly what: 'request' | 'answer'
  readonly isMeant: (passage: Passage) => boolean
  readonly waiting: (() => void)[]
  caught: number
}

/** Opens a gate before the service at an address of http. */
export async function openGate(target: string): Promise<Gate> {
  const { origin, pathname } = new URL(target)
  const passed: Passage[] = []
  const holds = new Set<Hold>()

  const halt = async (what: Hold['what'], passage: Passage): Promise<void> => {
    for (const hold of holds) {
      if (hold.what !== what || !hold.isMeant(passage)) continue
      hold.caught++
      await new Promise<void>((go) => hold.waiting.push(go))
    }
  }

  const pass = async (incoming: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const { method = '', url = '', headers } = incoming
    const { pathname: path, searchParams: query } = new URL(url, origin)
    const at = performance.now()
    const passage = { method, path: decodeURIComponent(path), query, body: String(body), at }
    passed.push(passage)
    await halt('request', passage)
    if (answer.destroyed) return
    const onward = request(origin + url, { method, headers })
    onward.on('response', async (response) => {
      await halt('answer', passage)
      answer.writeHead(response.statusCode ?? 500, response.headers)
      response.on('error', () => answer.destroy()).pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    answer.on('close', () => onward.destroy())
    onward.end(body)
  }

  const server = createServer((incoming, answer) => {
    // Whoever is cut off in the middle of a request has not asked for anything.
    pass(incoming, answer).catch(() => answer.destroy())
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
