import { BackendError } from '../backend.ts'

/** What kind of refusal it is, and with that what can be done about it. */
export type ProblemKind =
  /** Whoever we say we are may not do this: credentials, roles, a wrong account. */
  | 'refused'
  /** A quota of the account is used up. */
  | 'quota'
  | 'not-found'
  /** What we ask for does not go with the state of things: it exists, it is being deleted. */
  | 'conflict'
  /** The request itself is wrong; the same again would be refused again. */
  | 'bad-request'
  /** The service did not answer, or asked to be left alone for now, for longer than we wait. */
  | 'unavailable'

/** A refusal by Azure, in a sentence: what we asked for, and what it said. */
export class AzureProblem extends BackendError {
  readonly kind: ProblemKind
  /** Azure's own word for it, such as `PoolNotFound`; empty where it gave none. */
  readonly code: string

  constructor(kind: ProblemKind, code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
    this.code = code
  }
}
