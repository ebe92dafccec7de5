import { setTimeout as sleep } from 'node:timers/promises'
import type { Faults, FaultTarget } from '../faults/faults.ts'
import { tokenExpired } from './bearer.ts'
import { operationTimedOut, RetryLater } from './errors.ts'
import type { BatchRequest } from './request.ts'

/** The connection is to be cut without an answer. */
export class ConnectionCut extends Error {}

/** What a request goes through. */
export interface RequestFaultEffect {
  /** The request takes effect, but nobody is told. */
  readonly cutAfterwards: boolean
}

/** The id that a body brings is the id of what is added. */
const ADDED_ID: Readonly<Record<string, keyof FaultTarget>> = {
  'pool.add': 'poolId',
  'job.add': 'jobId',
  'task.add': 'taskId'
}

/**
 * Lets the faults of requests trigger: a slow answer, and one of those after which there is no right answer.
 *
 * @throws BatchError where the fault is a refusal; ConnectionCut where the connection ends before the request took effect
 */
export async function applyRequestFaults(
  faults: Faults,
  request: BatchRequest,
  scheme: 'SharedKey' | 'Bearer'
): Promise<RequestFaultEffect> {
  const target = faultTarget(request)
  const slow = faults.trigger(['slow'], target)
  if (slow) await sleep(slow.seconds * 1000, undefined, { signal: request.signal })
  const token = scheme === 'Bearer' ? (['token-expired'] as const) : []
  const fault = faults.trigger(['throttled', 'server-error', 'cut', ...token], target)
  switch (fault?.kind) {
    case 'throttled':
      throw new RetryLater(fault.status, fault.retryAfterSeconds)
    case 'server-error':
      throw operationTimedOut()
    case 'token-expired':
      throw tokenExpired(Math.floor(Date.now() / 1000))
    case 'cut':
      if (fault.when === 'before') throw new ConnectionCut()
      return { cutAfterwards: true }
    default:
      return { cutAfterwards: false }
  }
}

function faultTarget({ operation, parameters, body }: BatchRequest): FaultTarget {
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
