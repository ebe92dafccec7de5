import { setTimeout as sleep } from 'node:timers/promises'
import type { Faults, Occasion } from '../faults/faults.ts'
import { tokenExpired } from './bearer.ts'
import { ComeBackLater, operationTimedOut } from './refusals.ts'
import type { BatchRequest } from './request.ts'

/** The connection is to be cut without an answer. */
export class Cut extends Error {}

/** What a request goes through. */
export interface Ordeal {
  /** The request takes effect, but nobody is told. */
  readonly cutAfterwards: boolean
}

/** The id that a body brings is the id of what is added. */
const ADDED_ID: Readonly<Record<string, keyof Occasion>> = {
  'pool.add': 'poolId',
  'job.add': 'jobId',
  'task.add': 'taskId'
}

/**
 * Lets the faults of requests strike: a slow answer, and one of those after which there is no right answer.
 *
 * @throws BatchError where the fault is a refusal; Cut where the connection ends before the request took effect
 */
export async function undergo(
  faults: Faults,
  request: BatchRequest,
  scheme: 'SharedKey' | 'Bearer'
): Promise<Ordeal> {
  const occasion = occasionOf(request)
  const slow = faults.strike(['slow'], occasion)
  if (slow) await sleep(slow.seconds * 1000, undefined, { signal: request.signal })
  const token = scheme === 'Bearer' ? (['token-expired'] as const) : []
  const fault = faults.strike(['throttled', 'server-error', 'cut', ...token], occasion)
  switch (fault?.kind) {
    case 'throttled':
      throw new ComeBackLater(fault.status, fault.retryAfterSeconds)
    case 'server-error':
      throw operationTimedOut()
    case 'token-expired':
      throw tokenExpired(Math.floor(Date.now() / 1000))
    case 'cut':
      if (fault.when === 'before') throw new Cut()
      return { cutAfterwards: true }
    default:
      return { cutAfterwards: false }
  }
}

function occasionOf({ operation, parameters, body }: BatchRequest): Occasion {
  const added = ADDED_ID[operation]
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined
  const { poolId, jobId, taskId, nodeId } = parameters
  return {
    operation,
    ...Object.fromEntries(
      Object.entries({ poolId, jobId, taskId, nodeId }).filter(([, value]) => value !== undefined)
    ),
    ...(added !== undefined && typeof id === 'string' ? { [added]: id } : {})
  }
}
