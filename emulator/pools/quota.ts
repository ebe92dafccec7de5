import type { Resource } from '../protocol/request.ts'
import type { Kind } from './kinds.ts'

/** The number of cores of a kind that are left in the account's quota. */
export type FreeCores = (kind: Kind) => number

/** Resize errors when the quota of the account is exhausted. */
export const QUOTA_ERRORS: Readonly<Record<Kind, Resource>> = {
  dedicated: {
    code: 'AccountCoreQuotaReached',
    message: 'The specified account has reached core quota'
  },
  lowPriority: {
    code: 'AccountLowPriorityCoreQuotaReached',
    message: 'The specified account has reached low priority core quota'
  }
}
