/** Faults on demand: set through `/emulator/faults`, triggered by the code that can fail. */

/** Faults of requests. */
export type RequestFault =
  | { readonly kind: 'throttled'; readonly status: 429 | 503; readonly retryAfterSeconds: number }
  | { readonly kind: 'server-error'; readonly status: 500 }
  /** The connection is cut before or after the request takes effect. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  | { readonly kind: 'slow'; readonly seconds: number }
  /** Half of a collection's tasks are added; each of the others gets a server error. */
  | { readonly kind: 'half-added' }
  /** The bearer token counts as expired. */
  | { readonly kind: 'token-expired' }

/** Faults of pools, nodes and tasks. */
export type ServiceFault =
  | { readonly kind: 'start-task-fails'; readonly exitCode: number }
  | { readonly kind: 'node-never-ready' }
  /** A resize ends with this error and allocates no nodes. */
  | { readonly kind: 'resize-error'; readonly code: string; readonly message: string }
  /** A spot node is preempted this many seconds after a task started on it. */
  | { readonly kind: 'preempted'; readonly afterSeconds: number }
  | { readonly kind: 'upload-fails' }
  /** A SAS counts as expired when a node uses it. */
  | { readonly kind: 'sas-expired' }

/** A fault with the conditions under which it is triggered. */
export type Fault = (RequestFault | ServiceFault) & {
  /** Assigned by the emulator. */
  readonly id: string
  /** How many times it is still triggered; it is removed after the last. */
  readonly times: number
  /** How many matching targets are spared first. */
  readonly after: number
  /** The probability of each trigger; 1 means always. */
  readonly probability: number
  /** Restricts it to operations (`pool.add`, `task.*`) and to a pool, job, task or node. */
  readonly only: {
    readonly operation?: string
    readonly poolId?: string
    readonly jobId?: string
    readonly taskId?: string
    readonly nodeId?: string
  }
}

/** The operation or resource to which a fault may be applied. */
export interface FaultTarget {
  readonly operation?: string
  readonly poolId?: string
  readonly jobId?: string
  readonly taskId?: string
  readonly nodeId?: string
}

type OfKind<K extends Fault['kind']> = Extract<Fault, { readonly kind: K }>

/** The active faults. */
export interface Faults {
  /** Triggers the first fault of one of these kinds that matches the target, and returns it; undefined if none does. */
  trigger<K extends Fault['kind']>(kinds: readonly K[], target: FaultTarget): OfKind<K> | undefined
}
