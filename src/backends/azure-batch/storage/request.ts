import { RestError } from '@azure/storage-blob'
import { retry, retryFor, TransientError } from '../../../lib/retry.ts'
import { AzureProblem } from '../problem.ts'
import { storageProblem } from './storage-problem.ts'

/**
 * Sends a request to the storage account.
 *
 * @param action what the request does, such as `list the containers c…`, for error messages
 * @throws AzureProblem; the signal's reason
 */
type StorageRequest = <T>(action: string, signal: AbortSignal, call: () => Promise<T>) => Promise<T>

/** All calls of the storage SDK go through one of these. */
export interface StorageRequests {
  /** For what cannot be repeated, such as reading the next bytes of a stream. */
  readonly once: StorageRequest
  /** Repeats the request while its failure is transient. */
  readonly withRetry: StorageRequest
}

/** @param retryLimit milliseconds for which a failed request is repeated */
export function storageRequests(host: string, retryLimit: number): StorageRequests {
  const once: StorageRequest = async (action, signal, call) => {
    signal.throwIfAborted()
    try {
      return await call()
    } catch (error) {
      signal.throwIfAborted()
      throw storageProblem(error, action, host)
    }
  }
  return {
    once,
    withRetry: (action, signal, call) =>
      retry(retryFor(retryLimit), signal, () =>
        once(action, signal, call).catch((error: unknown) => {
          throw isTransient(error) ? new TransientError(error, null) : error
        })
      )
  }
}

/** Only failures of storage itself: token sources retry on their own. */
const isTransient = (error: unknown): error is AzureProblem =>
  error instanceof AzureProblem && error.kind === 'unavailable' && error.cause instanceof RestError
