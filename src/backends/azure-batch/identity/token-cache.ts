import type { AccessToken, TokenSource } from './credentials.ts'

/** Asks for a token, each time anew. */
export type AskToken = (scope: string, signal: AbortSignal) => Promise<AccessToken>

/** A token is replaced this many milliseconds before its end: a request that it opens may take a while. */
const MARGIN = 5 * 60_000

/** A request for a token that is under way, and how many wait for it. */
interface Asking {
  readonly answer: Promise<AccessToken>
  readonly call: AbortController
  waiting: number
}

/**
 * Keeps the token of each scope until five minutes before its end, or for half of its life where it lives shorter than
 * ten minutes. Whoever wants one while it is being asked for waits for the same answer; who stops waiting stops alone,
 * and the request is given up when nobody waits for it any more. A failure is not kept.
 *
 * @param now the clock, in milliseconds
 */
export function tokenCache(ask: AskToken, now: () => number = Date.now): TokenSource {
  const kept = new Map<string, { readonly token: AccessToken; readonly until: number }>()
  const underWay = new Map<string, Asking>()

  const keep = (scope: string, token: AccessToken): AccessToken => {
    const end = token.expires.getTime()
    kept.set(scope, { token, until: end - Math.min(MARGIN, (end - now()) / 2) })
    return token
  }

  const begin = (scope: string): Asking => {
    const call = new AbortController()
    const answer = ask(scope, call.signal).then((token) => keep(scope, token))
    const asking = { answer, call, waiting: 0 }
    underWay.set(scope, asking)
    return asking
  }

  const waitFor = async (scope: string, asking: Asking, signal: AbortSignal) => {
    asking.waiting++
    try {
      return await unlessAborted(asking.answer, signal)
    } finally {
      asking.waiting--
      if (asking.waiting === 0) {
        asking.call.abort()
        if (underWay.get(scope) === asking) underWay.delete(scope)
      }
    }
  }

  const source = async (scope: string, signal: AbortSignal): Promise<AccessToken> => {
    signal.throwIfAborted()
    const known = kept.get(scope)
    if (known && now() < known.until) return known.token
    return await waitFor(scope, underWay.get(scope) ?? begin(scope), signal)
  }
  return Object.assign(source, { forget: (scope: string) => void kept.delete(scope) })
}

/** The answer, or the signal's reason if that comes first. */
function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
