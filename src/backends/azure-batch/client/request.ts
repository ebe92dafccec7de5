import type { JobGetOptionalParams } from '@azure/batch'
import { retry, retryFor, TransientError } from '../../../lib/retry.ts'
import { BATCH_SCOPE, type Credential } from '../identity/credentials.ts'
import { AzureProblem } from '../problem.ts'
import { type Failure, failureOf, isTransient, TIMED_OUT } from './failure.ts'
import { serviceProblem } from './service-problem.ts'

/** The SDK's signal type declares an `onabort` that is incompatible with Node.js, although its signals work. */
export type RequestSignal = AbortSignal & NonNullable<JobGetOptionalParams['abortSignal']>

/**
 * Sends a request to the Batch service, and repeats it while its failure is transient. All calls of the SDK go through
 * this function.
 *
 * @param action what the request does, such as `add the job j`, for error messages
 * @param call sends the request once; its signal also fires when the request takes too long
 * @param timeout milliseconds for one attempt
 * @throws AzureProblem; the signal's reason
 */
export type BatchRequest = <T>(
  action: string,
  signal: AbortSignal,
  call: (signal: RequestSignal) => Promise<T>,
  timeout?: number
) => Promise<T>

/** The account that requests go to, and their limits. */
export interface BatchRequestOptions {
  readonly host: string
  readonly credential: Credential
  /** Milliseconds for which a failed request is repeated. */
  readonly retryLimit: number
  /** Milliseconds for one attempt, unless the request has a timeout of its own. */
  readonly requestTimeout: number
}

/** The function that sends requests to an account. */
export const batchRequest =
  ({ host, credential, retryLimit, requestTimeout }: BatchRequestOptions): BatchRequest =>
  (action, signal, call, timeout = requestTimeout) => {
    const tokenWasDropped = tokenDropper(credential)
    return retry(retryFor(retryLimit), signal, async () => {
      const outcome = await attempt(call, signal, timeout)
      if ('value' in outcome) return outcome.value
      const problem = serviceProblem(outcome, action, host)
      if (isTransient(outcome)) throw new TransientError(problem, outcome.retryAfter)
      if (tokenWasDropped(outcome)) throw new TransientError(problem, 0)
      throw problem
    })
  }

/**
 * Drops a token that the service rejected, once a request. Only the service's clock decides whether a token has expired.
 */
function tokenDropper(credential: Credential): (failure: Failure) => boolean {
  let done = false
  return ({ status }) => {
    if (done || status !== 401 || credential.kind !== 'token') return false
    done = true
    credential.token.forget?.(BATCH_SCOPE)
    return credential.token.forget !== undefined
  }
}

async function attempt<T>(
  call: (signal: RequestSignal) => Promise<T>,
  signal: AbortSignal,
  timeout: number
): Promise<{ readonly value: T } | Failure> {
  const request = new AbortController()
  const stop = () => request.abort(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    request.abort(new Error('The request took too long.'))
  }, timeout)
  try {
    return { value: await call(request.signal as RequestSignal) }
  } catch (error) {
    signal.throwIfAborted()
    const failure = timedOut ? TIMED_OUT : failureOf(error)
    // The SDK's error is not kept as a cause: it contains the request with its signature.
    if (failure !== null) return failure
    throw error
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

/** Turns an error with one of the codes into a result. */
export async function resultOn<T, U>(
  codes: readonly string[],
  result: U,
  call: Promise<T>
): Promise<T | U> {
  try {
    return await call
  } catch (error) {
    if (error instanceof AzureProblem && codes.includes(error.code)) return result
    throw error
  }
}

/** A page of a list, as the SDK returns it. */
type Page<T> = readonly T[] & { readonly odatanextLink?: string }

/** Reads all pages of a list. Each page is a request of its own, so a failure does not restart the list. */
export async function listAll<T>(
  request: BatchRequest,
  action: string,
  signal: AbortSignal,
  pages: {
    first(abortSignal: RequestSignal): Promise<Page<T>>
    next(link: string, abortSignal: RequestSignal): Promise<Page<T>>
  }
): Promise<T[]> {
  const items: T[] = []
  let page = await request(action, signal, pages.first)
  for (;;) {
    items.push(...page)
    const link = page.odatanextLink
    if (link === undefined) return items
    page = await request(action, signal, (abortSignal) => pages.next(link, abortSignal))
  }
}

/** A string literal in an OData filter. */
export const odataString = (text: string): string => `'${text.replaceAll("'", "''")}'`
