import { setTimeout as sleep } from 'node:timers/promises'
import type { Faults, FaultTarget } from '../faults/faults.ts'
import { tokenExpired } from './bearer.ts'
import { operationTimedOut, RetryLater } from './errors.ts'
import type { BatchRequest } from './request.ts'

/** The connection is to be closed without a response. */
export class ConnectionCut extends Error {}

/** What the faults of a request still require. */
export interface RequestFaultEffect {
  /** Whether the connection is cut after the request has taken effect. */
  readonly cutAfterwards: boolean
}

/** Operations whose body holds the ID of a new resource. */
const ADDED_ID: Readonly<Record<string, keyof FaultTarget>> = {
  'pool.add': 'poolId',
  'job.add': 'jobId',
  'task.add': 'taskId'
}

/**
 * Applies the faults of a request: a delay, and at most one fault that prevents a successful response.
 *
 * @throws BatchError if the fault is an error response; ConnectionCut if the connection ends before the request takes effect
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
