import { setTimeout } from 'node:timers/promises'
import { findRoute } from '../protocol/routes.ts'
import type { Send, Sent } from './client.ts'
import { comparable, differencesOf } from './compare.ts'
import type { Exchange } from './exchange.ts'
import { withNewNames, withoutLater } from './older-versions.ts'

/** The result of replaying one exchange. */
export interface Replayed {
  readonly exchange: Exchange
  /** Null if the emulator does not support the operation; nothing was sent then. */
  readonly operation: string | null
  /** The differences from the recorded response, one sentence each. */
  readonly differences: readonly string[]
}

/** Restores the situation in which a request was recorded. */
export interface Situation {
  /** Called before the exchange is replayed. */
  before?(): Promise<void>
  /** Called afterwards. */
  after?(): Promise<void>
  /** The JSON body to send; the recorded one by default. */
  body?(): Promise<unknown>
}

/** Translates recorded requests to requests to an emulated account. */
export interface Translation {
  readonly endpoint: string
  readonly send: Send
  /** Milliseconds for which a request that reads is repeated until the recorded state is reached. */
  readonly timeout: number
  situationOf(exchange: Exchange): Situation
  /** A recorded body with commands that run here and URLs that exist. */
  bodyOf(body: unknown): unknown
}

/** Unsupported versions are replaced by the oldest supported one. */
const OLDEST = '2022-10-01.16.0'
const SPOKEN = new Set([OLDEST, '2024-02-01.19.0'])

const PAUSE = 20

/** Headers of the recorded connection, and those that `send` creates. */
const NOT_SENT = new Set([
  ...['accept-encoding', 'connection', 'content-length', 'ocp-date', 'user-agent']
])

/**
 * Sends the requests of a session to an account and compares the responses with the recorded ones.
 *
 * @param accepted the known differences of an exchange
 */
export async function replay(
  exchanges: readonly Exchange[],
  translation: Translation,
  accepted: (exchange: Exchange) => readonly string[]
): Promise<Replayed[]> {
  const known: Known = { nodes: new Map(), nextLink: undefined }
  const results: Replayed[] = []
  for (const exchange of exchanges) {
    const operation = operationOf(exchange)
    const differences =
      operation === null
        ? []
        : await replayOne(exchange, operation, translation, known, accepted(exchange))
    results.push({ exchange, operation, differences })
  }
  return results
}

/** Values from earlier responses that later requests use. */
interface Known {
  /** Our nodes by recorded node. */
  readonly nodes: Map<string, string>
  nextLink: string | undefined
}

async function replayOne(
  exchange: Exchange,
  operation: string,
  translation: Translation,
  known: Known,
  accepted: readonly string[]
): Promise<readonly string[]> {
  const situation = translation.situationOf(exchange)
  await situation.before?.()
  const sent = await translated(exchange, situation, translation, known)
  const version = exchange.url.searchParams.get('api-version') ?? ''
  const recorded = withNewNames(
    operation,
    version,
    comparable(exchange.answer, exchange.url.origin)
  )
  const reads = exchange.method === 'GET' || exchange.method === 'HEAD'
  const limit = Date.now() + (reads ? translation.timeout : 0)
  for (;;) {
    const response = comparable(await translation.send(sent), translation.endpoint)
    const differences = differencesOf(recorded, withoutLater(version, response))
    if (differences.join() === accepted.join() || Date.now() >= limit) {
      known.nextLink = nextLinkOf(response.text) ?? known.nextLink
      await situation.after?.()
      return differences
    }
    await setTimeout(PAUSE)
  }
}

/** The operation of an exchange; null if the emulator does not support it. */
function operationOf({ method, url }: Exchange): string | null {
  const found = findRoute(method, url.pathname.slice(1).split('/').map(decodeURIComponent))
  return found !== null && 'route' in found ? found.route.operation : null
}

async function translated(
  exchange: Exchange,
  situation: Situation,
  translation: Translation,
  { nodes, nextLink }: Known
): Promise<Sent> {
  const { method, url } = exchange
  const path = await withOurNode(url.pathname, translation.send, nodes)
  const body = await (situation.body ?? (async () => recordedBody(exchange)))()
  return {
    method,
    target: `${path}?${queryOf(url, nextLink)}`,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json; odata=minimalmetadata' }),
      ...Object.fromEntries(
        Object.entries(exchange.headers).filter(([name]) => !NOT_SENT.has(name))
      )
    },
    body: body === undefined ? null : JSON.stringify(translation.bodyOf(body))
  }
}

const recordedBody = ({ body }: Exchange): unknown => (body === null ? undefined : JSON.parse(body))

/** The recorded query, with our own continuation token. */
function queryOf(url: URL, nextLink: string | undefined): string {
  return url.search
    .slice(1)
    .split('&')
    .map((pair) => {
      const [name, value] = pair.split('=')
      if (name === 'api-version' && !SPOKEN.has(value ?? '')) return `${name}=${OLDEST}`
      if (name !== '$skiptoken') return pair
      return /\$skiptoken=[^&]*/.exec(nextLink ?? '')?.[0] ?? pair
    })
    .join('&')
}

/** A path in which the recorded node is consistently replaced by one of ours. */
async function withOurNode(path: string, send: Send, nodes: Map<string, string>): Promise<string> {
  const [, pool, recorded] = /^(\/pools\/[^/]+\/nodes)\/([^/]+)/.exec(path) ?? []
  if (pool === undefined || recorded === undefined) return path
  if (!nodes.has(recorded)) {
    const { text } = await send({ method: 'GET', target: `${pool}?api-version=${OLDEST}` })
    const there = (JSON.parse(text) as { value: { id: string }[] }).value.map(({ id }) => id)
    const taken = new Set(nodes.values())
    const node = there.find((id) => !taken.has(id)) ?? there[0]
    if (node !== undefined) nodes.set(recorded, node)
  }
  return path.replace(recorded, nodes.get(recorded) ?? recorded)
}

const nextLinkOf = (text: string): string | undefined =>
  text.startsWith('{') ? JSON.parse(text)['odata.nextLink'] : undefined
