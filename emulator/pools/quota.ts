import type { Resource } from '../protocol/request.ts'
import type { Kind } from './kinds.ts'

/** How many cores of a kind the account may still take. */
export type FreeCores = (kind: Kind) => number

/** What a pool tells of a resize that met the account's quota. */
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
