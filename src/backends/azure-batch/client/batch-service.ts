/**
 * The operations of Azure Batch that a run needs, independent of Microsoft's SDK, which only this folder knows.
 * `openBatchService` implements them. Each operation takes a signal to cancel it, repeats requests that fail
 * temporarily, and throws an `AzureProblem` or the signal's reason. Deleting or ending what is already deleted or ended
 * succeeds.
 */
export interface BatchService {
  supportedImages(signal: AbortSignal): Promise<readonly SupportedImage[]>

  /** `exists` if there already is a pool with this ID. */
  addPool(order: PoolOrder, signal: AbortSignal): Promise<'added' | 'exists'>
  /** Null if it does not exist. */
  pool(id: string, signal: AbortSignal): Promise<PoolStatus | null>
  pools(prefix: string, signal: AbortSignal): Promise<readonly PoolStatus[]>
  deletePool(id: string, signal: AbortSignal): Promise<void>
  /** Null if the service has no counts for the pool yet. */
  nodeCounts(poolId: string, signal: AbortSignal): Promise<NodeCounts | null>
  nodes(poolId: string, signal: AbortSignal): Promise<readonly NodeStatus[]>
  /** The last bytes of a file on a node, such as `startup/stderr.txt`; null if the file or the node is gone. */
  nodeFileTail(
    poolId: string,
    nodeId: string,
    path: string,
    bytes: number,
    signal: AbortSignal
  ): Promise<string | null>

  /** `exists` if there already is a job with this ID. */
  addJob(order: BatchJobOrder, signal: AbortSignal): Promise<'added' | 'exists'>
  /** Null if it does not exist. */
  job(id: string, signal: AbortSignal): Promise<BatchJobStatus | null>
  jobs(prefix: string, signal: AbortSignal): Promise<readonly BatchJobStatus[]>
  /** Lets the job end on its own once all of its tasks have ended. */
  endWhenDone(jobId: string, signal: AbortSignal): Promise<void>
  terminateJob(id: string, reason: string, signal: AbortSignal): Promise<void>
  deleteJob(id: string, signal: AbortSignal): Promise<void>
  /**
   * Adds any number of tasks. A task that is in the job already counts as added.
   *
   * @throws AzureProblem of kind `conflict` if the job has ended or is ending
   */
  addTasks(jobId: string, tasks: readonly BatchTaskOrder[], signal: AbortSignal): Promise<void>
  taskCounts(jobId: string, signal: AbortSignal): Promise<TaskCounts>
  tasks(
    jobId: string,
    which: 'all' | 'failed' | 'unfinished',
    signal: AbortSignal
  ): Promise<readonly BatchTaskStatus[]>
  /** The last bytes of a file of a task; null if the file, the task or its node is gone. */
  taskFileTail(
    jobId: string,
    taskId: string,
    path: string,
    bytes: number,
    signal: AbortSignal
  ): Promise<string | null>
}

/** A Marketplace VM image that nodes can run. */
export interface SupportedImage {
  readonly publisher: string
  readonly offer: string
  readonly sku: string
  readonly nodeAgent: string
  readonly osType: string
  readonly verified: boolean
  /** When Batch stops supporting it; null if no date is set. */
  readonly endOfSupport: Date | null
}

/** A pool to create: by `addPool`, or by the service for the lifetime of a job. */
export interface PoolOrder {
  /** Ignored for the pool of a job: the service generates its ID. */
  readonly id: string
  readonly vmSize: string
  readonly image: {
    readonly publisher: string
    readonly offer: string
    readonly sku: string
    readonly nodeAgent: string
  }
  readonly slots: number
  /** A fixed size, or an autoscale formula. */
  readonly size:
    | { readonly dedicated: number; readonly spot: number }
    | { readonly formula: string; readonly everyMinutes: number }
  /** Runs as root on each node before any task. */
  readonly startTask: { readonly commandLine: string; readonly retries: number } | null
  readonly metadata: Readonly<Record<string, string>>
}

/** A pool and its current state. */
export interface PoolStatus {
  readonly id: string
  readonly state: 'active' | 'deleting'
  readonly allocation: 'steady' | 'resizing' | 'stopping'
  readonly allocationSince: Date
  readonly created: Date
  readonly vmSize: string
  readonly slots: number
  readonly current: { readonly dedicated: number; readonly spot: number }
  readonly target: { readonly dedicated: number; readonly spot: number }
  readonly autoscale: boolean
  /** Errors of the last resize; they are kept until the next one. */
  readonly resizeErrors: readonly { readonly code: string; readonly message: string }[]
  readonly identities: readonly string[]
  readonly metadata: Readonly<Record<string, string>>
}

/** The number of nodes of a pool in each state of Batch, in lower case: `idle`, `running`, `starttaskfailed`… */
export interface NodeCounts {
  readonly dedicated: Readonly<Record<string, number>>
  readonly spot: Readonly<Record<string, number>>
}

/** A node and its current state. */
export interface NodeStatus {
  readonly id: string
  /** Lower case. */
  readonly state: string
  readonly dedicated: boolean
  readonly vmSize: string
  readonly startTask: {
    readonly exitCode: number | null
    readonly failure: string | null
  } | null
  readonly errors: readonly string[]
}

/** A job to create. */
export interface BatchJobOrder {
  readonly id: string
  readonly pool:
    | { readonly id: string }
    /** Created and deleted with the job; its ID starts with the prefix, which has at most 20 characters. */
    | { readonly ofJob: PoolOrder; readonly prefix: string }
  /** Minutes after which the service ends the job; fractions are allowed. */
  readonly maxMinutes: number
  readonly metadata: Readonly<Record<string, string>>
}

/** A job and its current state. */
export interface BatchJobStatus {
  readonly id: string
  /** Lower case: `active`, `terminating`, `completed`, `deleting`… */
  readonly state: string
  readonly created: Date
  /** The pool it runs on; null until the service has assigned one. */
  readonly poolId: string | null
  readonly terminateReason: string | null
  /** Why the service could not start the job; null if it could. */
  readonly schedulingError: string | null
  readonly metadata: Readonly<Record<string, string>>
}

/** A task to add. */
export interface BatchTaskOrder {
  readonly id: string
  readonly commandLine: string
  readonly environment: Readonly<Record<string, string>>
  readonly resourceFiles: readonly ResourceFileOrder[]
  readonly outputFiles: readonly OutputFileOrder[]
  readonly maxMinutes: number
  readonly retries: number
}

/** A blob that is downloaded to the node before the task starts. Without a SAS in the URL, the identity grants access. */
export interface ResourceFileOrder {
  readonly url: string
  readonly path: string
  readonly identity: string | null
}

/** Files that are uploaded to a container once the task has ended. */
export interface OutputFileOrder {
  /** Relative to the task's working directory. */
  readonly pattern: string
  readonly containerUrl: string
  /** The blob's name; for a pattern with wildcards, the folder. */
  readonly path: string
  readonly identity: string | null
  /** Always, or only if the task failed. */
  readonly when: 'ended' | 'failed'
}

/** The number of a job's tasks in each state. The counts lag behind by seconds. */
export interface TaskCounts {
  readonly active: number
  readonly running: number
  readonly succeeded: number
  readonly failed: number
}

/** A task and its current state. */
export interface BatchTaskStatus {
  readonly id: string
  /** Lower case: `active`, `preparing`, `running`, `completed`. */
  readonly state: string
  readonly succeeded: boolean
  readonly exitCode: number | null
  readonly failure: {
    readonly category: string
    readonly code: string
    readonly message: string
    readonly details: string
  } | null
  /** How often it ran again because its process failed. */
  readonly retries: number
  /** How often it ran again because its node was lost or a user reactivated it. */
  readonly requeues: number
  readonly node: string | null
  readonly started: Date | null
  readonly ended: Date | null
}
