import type { JobGetOptionalParams } from '@azure/batch'
import { retry, retryFor, TransientError } from '../../../lib/retry.ts'
import { BATCH_SCOPE, type Credential } from '../identity/credentials.ts'
import { AzureProblem } from '../problem.ts'
import { type Failure, failureOf, passes, TOO_LATE } from './failure.ts'
import { serviceProblem } from './service-problem.ts'

/** A signal as Microsoft's client takes it: its type has an `onabort` that no signal of Node.js fits, though they all do. */
export type RequestSignal = AbortSignal & NonNullable<JobGetOptionalParams['abortSignal']>

/**
 * The only door to the service: makes a call, and again where its failure may pass.
 *
 * @param wanted what is asked for, such as `add the job j`
 * @param call makes one request; its signal fires also where the request takes too long
 * @param limit milliseconds for one request
 * @throws AzureProblem, or the signal's reason
 */
export type Asking = <T>(
  wanted: string,
  signal: AbortSignal,
  call: (signal: RequestSignal) => Promise<T>,
  limit?: number
) => Promise<T>

/** How long we try, and who we say we are. */
export interface AskingOrder {
  readonly host: string
  readonly credential: Credential
  /** Milliseconds over which one call is repeated. */
  readonly patience: number
  /** Milliseconds for one request where a call sets no limit of its own. */
  readonly requestTimeout: number
}

/** Opens the door to the service at a host. */
export const asker =
  ({ host, credential, patience, requestTimeout }: AskingOrder): Asking =>
  (wanted, signal, call, limit = requestTimeout) => {
    const refreshed = refresher(credential)
    return retry(retryFor(patience), signal, async () => {
      const outcome = await within(limit, signal, call)
      if ('value' in outcome) return outcome.value
      const problem = serviceProblem(outcome, wanted, host)
      if (passes(outcome)) throw new TransientError(problem, outcome.retryAfter)
      if (refreshed(outcome)) throw new TransientError(problem, 0)
      throw problem
    })
  }

/** Drops a token that the service does not take any more; true the first time. The clock that ends it is the service's. */
function refresher(credential: Credential): (failure: Failure) => boolean {
  let done = false
  return ({ status }) => {
    if (done || status !== 401 || credential.kind !== 'token') return false
    done = true
    credential.token.forget?.(BATCH_SCOPE)
    return credential.token.forget !== undefined
  }
}

/** Makes one request, which ends at the latest with the limit or the signal. */
async function within<T>(
  limit: number,
  signal: AbortSignal,
  call: (signal: RequestSignal) => Promise<T>
): Promise<{ readonly value: T } | Failure> {
  const request = new AbortController()
  const stop = () => request.abort(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  let late = false
  const clock = setTimeout(() => {
    late = true
    request.abort(new Error('The request took too long.'))
  }, limit)
  try {
    return { value: await call(request.signal as RequestSignal) }
  } catch (error) {
    signal.throwIfAborted()
    const failure = late ? TOO_LATE : failureOf(error)
    // The client's own error carries the request with the signature in it: it goes no further.
    if (failure !== null) return failure
    throw error
  } finally {
    clearTimeout(clock)
    signal.removeEventListener('abort', stop)
  }
}

/** What a call gives, or something else where the service answers with one of these words. */
export async function unless<T, U>(
  codes: readonly string[],
  otherwise: U,
  call: Promise<T>
): Promise<T | U> {
  try {
    return await call
  } catch (error) {
    if (error instanceof AzureProblem && codes.includes(error.code)) return otherwise
    throw error
  }
}

/** A page of a list, as the client gives it. */
type Page<T> = readonly T[] & { readonly odatanextLink?: string }

/** All of a list, page after page. Each page is a call of its own, so that a broken one is not begun from the start. */
export async function allOf<T>(
  asking: Asking,
  wanted: string,
  signal: AbortSignal,
  pages: {
    first(abortSignal: RequestSignal): Promise<Page<T>>
    next(link: string, abortSignal: RequestSignal): Promise<Page<T>>
  }
): Promise<T[]> {
  const found: T[] = []
  let page = await asking(wanted, signal, pages.first)
  for (;;) {
    found.push(...page)
    const link = page.odatanextLink
    if (link === undefined) return found
    page = await asking(wanted, signal, (abortSignal) => pages.next(link, abortSignal))
  }
}

/** A text as a filter has it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
