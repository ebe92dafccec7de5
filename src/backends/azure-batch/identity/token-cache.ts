import type { AccessToken, TokenSource } from './credentials.ts'

/** Requests a new token. */
export type RequestToken = (scope: string, signal: AbortSignal) => Promise<AccessToken>

/** A token is replaced this many milliseconds before it expires, because the request that uses it may take a while. */
const MARGIN = 5 * 60_000

/** A request in progress and the number of its callers. */
interface PendingRequest {
  readonly token: Promise<AccessToken>
  readonly controller: AbortController
  callers: number
}

/**
 * Caches the token of each scope until five minutes before it expires, or for half of its lifetime if that is less than
 * ten minutes. Callers that need a token at the same time share a request, which is cancelled when all of its callers
 * are. Failures are not cached.
 *
 * @param now the clock, in milliseconds
 */
export function tokenCache(requestToken: RequestToken, now: () => number = Date.now): TokenSource {
  const cached = new Map<string, { readonly token: AccessToken; readonly until: number }>()
  const pending = new Map<string, PendingRequest>()

  const add = (scope: string, token: AccessToken): AccessToken => {
    const expires = token.expires.getTime()
    cached.set(scope, { token, until: expires - Math.min(MARGIN, (expires - now()) / 2) })
    return token
  }

  const start = (scope: string): PendingRequest => {
    const controller = new AbortController()
    const token = requestToken(scope, controller.signal).then((fresh) => add(scope, fresh))
    const request = { token, controller, callers: 0 }
    pending.set(scope, request)
    return request
  }

  const join = async (scope: string, request: PendingRequest, signal: AbortSignal) => {
    request.callers++
    try {
      return await unlessAborted(request.token, signal)
    } finally {
      request.callers--
      if (request.callers === 0) {
        request.controller.abort()
        if (pending.get(scope) === request) pending.delete(scope)
      }
    }
  }

  const source = async (scope: string, signal: AbortSignal): Promise<AccessToken> => {
    signal.throwIfAborted()
    const known = cached.get(scope)
    if (known && now() < known.until) return known.token
    return await join(scope, pending.get(scope) ?? start(scope), signal)
  }
  return Object.assign(source, { forget: (scope: string) => void cached.delete(scope) })
}

/** Rejects with the signal's reason if it fires before the promise settles. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
