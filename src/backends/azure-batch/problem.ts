import { BackendError } from '../backend.ts'

/** The kind of a failure. It decides what can be done about it. */
export type ProblemKind =
  /** The credentials or roles do not allow the request, or they belong to another account. */
  | 'refused'
  /** A quota of the account is used up. */
  | 'quota'
  | 'not-found'
  /** The request does not fit the current state: the resource exists already, or is being deleted. */
  | 'conflict'
  /** The request itself is invalid; repeating it does not help. */
  | 'bad-request'
  /** The service did not respond, or was throttling, for longer than requests are retried. */
  | 'unavailable'

/** A request that Azure refused or did not answer. The message says what failed, where, and what to do. */
export class AzureProblem extends BackendError {
  readonly kind: ProblemKind
  /** Azure's error code, such as `PoolNotFound`; empty if there is none. */
  readonly code: string

  constructor(kind: ProblemKind, code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
    this.code = code
  }
}
