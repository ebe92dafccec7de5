import { setTimeout } from 'node:timers/promises'
import { findRoute } from '../protocol/routes.ts'
import type { Send, Sent } from './client.ts'
import { comparable, differencesOf } from './compare.ts'
import { withNewNames, withoutLater } from './older-versions.ts'
import type { Exchange } from './recordings.ts'

/** What a replay found out about one exchange. */
export interface Replayed {
  readonly exchange: Exchange
  /** null: not an operation that the emulator serves; nothing was sent. */
  readonly operation: string | null
  /** In what the answer differs from the recorded one, each in a sentence. */
  readonly differences: readonly string[]
}

/** What has to be so before a recorded request meets the situation in which it was recorded. */
export interface Situation {
  /** Done before the exchange is replayed. */
  before?(): Promise<void>
  /** Done afterwards. */
  after?(): Promise<void>
  /** The body to send, as JSON; what was recorded where nothing is said. */
  body?(): Promise<unknown>
}

/** How recorded requests become requests to an account of ours. */
export interface Translation {
  readonly endpoint: string
  readonly send: Send
  /** Milliseconds for which a request that reads is repeated until the recorded state is reached. */
  readonly timeout: number
  situationOf(exchange: Exchange): Situation
  /** A recorded body with commands that run here, and addresses that are there. */
  bodyOf(body: unknown): unknown
}

/** Versions that the emulator does not speak are sent as the oldest that it does. */
const OLDEST = '2022-10-01.16.0'
const SPOKEN = new Set([OLDEST, '2024-02-01.19.0'])

const PAUSE = 20

/** Headers of the recording's connection, and those that `send` makes. */
const NOT_SENT = new Set([
  ...['accept-encoding', 'connection', 'content-length', 'ocp-date', 'user-agent']
])

/**
 * Sends a session's requests to an account, one after the other, and compares the answers with those recorded.
 *
 * @param accepted the differences that an exchange is known to have
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

/** What earlier answers of ours said that stands in later requests. */
interface Known {
  /** Our nodes by the recorded ones. */
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
    const answer = comparable(await translation.send(sent), translation.endpoint)
    const differences = differencesOf(recorded, withoutLater(version, answer))
    if (differences.join() === accepted.join() || Date.now() >= limit) {
      known.nextLink = nextLinkOf(answer.text) ?? known.nextLink
      await situation.after?.()
      return differences
    }
    await setTimeout(PAUSE)
  }
}

/** The operation that an exchange asked for; null where the emulator does not serve it. */
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

/** The recorded query; where it asked for a further page it asks for ours, whose token is our own. */
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

/** A path with a node of the account's pool in place of the recorded one, always the same for the same. */
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
