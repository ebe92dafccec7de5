import { RestError } from '@azure/storage-blob'
import { retry, retryFor, TransientError } from '../../../lib/retry.ts'
import { AzureProblem } from '../problem.ts'
import { storageProblem } from './storage-problem.ts'

/** Makes a call; its failure becomes a `AzureProblem` that tells what was wanted, or the signal's reason. */
type Ask = <T>(wanted: string, signal: AbortSignal, call: () => Promise<T>) => Promise<T>

/** The door to a storage account: every call of its client goes through here. */
export interface Asking {
  /** For what cannot be said twice, such as the next bytes of a stream. */
  readonly once: Ask
  /** Repeats the call while its failure may pass by itself and our patience lasts. */
  readonly retried: Ask
}

/**
 * Calls to the account of a host.
 *
 * @param patience milliseconds
 */
export function asker(host: string, patience: number): Asking {
  const once: Ask = async (wanted, signal, call) => {
    signal.throwIfAborted()
    try {
      return await call()
    } catch (error) {
      signal.throwIfAborted()
      throw storageProblem(error, wanted, host)
    }
  }
  return {
    once,
    retried: (wanted, signal, call) =>
      retry(retryFor(patience), signal, () =>
        once(wanted, signal, call).catch((error: unknown) => {
          throw isTransient(error) ? new TransientError(error, null) : error
        })
      )
  }
}

/** Who gives us tokens has a patience of its own: only what storage itself said, or did not, is asked for again. */
const isTransient = (error: unknown): error is AzureProblem =>
  error instanceof AzureProblem && error.kind === 'unavailable' && error.cause instanceof RestError
