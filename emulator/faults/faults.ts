/** Faults on demand: the address of their own sets them, the rooms that can fail ask for them. */

/** What can go wrong in answering a request. */
export type RequestFault =
  | { readonly kind: 'throttled'; readonly status: 429 | 503; readonly retryAfterSeconds: number }
  | { readonly kind: 'server-error'; readonly status: 500 }
  /** The connection is cut before the request took effect, or after it did. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  | { readonly kind: 'slow'; readonly seconds: number }
  /** Half of a collection's tasks are added; the others get a server error each. */
  | { readonly kind: 'half-added' }
  /** The bearer token counts as expired. */
  | { readonly kind: 'token-expired' }

/** What can go wrong with pools, nodes and tasks. */
export type ServiceFault =
  | { readonly kind: 'start-task-fails'; readonly exitCode: number }
  | { readonly kind: 'node-never-ready' }
  /** A resize ends with this error, and no node comes. */
  | { readonly kind: 'resize-error'; readonly code: string; readonly message: string }
  /** A spot node is taken away so long after a task started on it. */
  | { readonly kind: 'preempted'; readonly afterSeconds: number }
  | { readonly kind: 'upload-fails' }
  /** A SAS counts as expired when a node uses it. */
  | { readonly kind: 'sas-expired' }

/** A fault with where and how often it triggers. */
export type Fault = (RequestFault | ServiceFault) & {
  /** Given by the emulator. */
  readonly id: string
  /** How often it still triggers; it is gone after the last time. */
  readonly times: number
  /** How many occasions pass unharmed first. */
  readonly after: number
  /** Strikes with this probability on each target; 1 always. */
  readonly probability: number
  /** Only these operations (`pool.add`, `task.*`), only this pool, job, task or node. */
  readonly only: {
    readonly operation?: string
    readonly poolId?: string
    readonly jobId?: string
    readonly taskId?: string
    readonly nodeId?: string
  }
}

/** Where an target for a fault arises. */
export interface FaultTarget {
  readonly operation?: string
  readonly poolId?: string
  readonly jobId?: string
  readonly taskId?: string
  readonly nodeId?: string
}

type OfKind<K extends Fault['kind']> = Extract<Fault, { readonly kind: K }>

/** The faults that are set. */
export interface Faults {
  /** Takes the first fault of one of these kinds that triggers here; undefined mostly. Counts it as struck. */
  trigger<K extends Fault['kind']>(kinds: readonly K[], target: FaultTarget): OfKind<K> | undefined
}
