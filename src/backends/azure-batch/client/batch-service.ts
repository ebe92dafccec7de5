/**
 * What a run asks of Azure Batch, in our own words. `open-batch-service.ts` speaks it by Microsoft's client; nothing
 * else in the product knows that client. Every call takes the signal that cancels it, repeats what may be repeated, and
 * throws a `AzureProblem`, or the signal's reason.
 */
export interface BatchService {
  supportedImages(signal: AbortSignal): Promise<readonly SupportedImage[]>

  /** `exists` where a pool of that id is there already. */
  addPool(order: PoolOrder, signal: AbortSignal): Promise<'added' | 'exists'>
  /** Null where there is none. */
  pool(id: string, signal: AbortSignal): Promise<PoolStatus | null>
  pools(prefix: string, signal: AbortSignal): Promise<readonly PoolStatus[]>
  /** Gone, or going already, is as good. */
  deletePool(id: string, signal: AbortSignal): Promise<void>
  /** Null where the service has no counts of the pool yet. */
  nodeCounts(poolId: string, signal: AbortSignal): Promise<NodeCounts | null>
  nodes(poolId: string, signal: AbortSignal): Promise<readonly NodeStatus[]>
  /** The last bytes of a file of a node, such as `startup/stderr.txt`; null where it cannot be had any more. */
  nodeFileTail(
    poolId: string,
    nodeId: string,
    path: string,
    bytes: number,
    signal: AbortSignal
  ): Promise<string | null>

  addJob(order: BatchJobOrder, signal: AbortSignal): Promise<'added' | 'exists'>
  /** Null where there is none. */
  job(id: string, signal: AbortSignal): Promise<BatchJobStatus | null>
  jobs(prefix: string, signal: AbortSignal): Promise<readonly BatchJobStatus[]>
  /** From now on the job ends by itself when its tasks have ended. */
  endWhenDone(jobId: string, signal: AbortSignal): Promise<void>
  /** Ended, or ending already, is as good. */
  terminateJob(id: string, reason: string, signal: AbortSignal): Promise<void>
  /** Gone, or going already, is as good. */
  deleteJob(id: string, signal: AbortSignal): Promise<void>
  /**
   * Adds any number of tasks, a hundred and less than a megabyte a call. A task that is there already is as good.
   *
   * @throws AzureProblem of kind `conflict` where the job has ended or is ending: nothing can be added to it any more
   */
  addTasks(jobId: string, tasks: readonly BatchTaskOrder[], signal: AbortSignal): Promise<void>
  taskCounts(jobId: string, signal: AbortSignal): Promise<TaskCounts>
  tasks(
    jobId: string,
    which: 'all' | 'failed' | 'unfinished',
    signal: AbortSignal
  ): Promise<readonly BatchTaskStatus[]>
  /** The last bytes of a file of a task; null where it cannot be had any more. */
  taskFileTail(
    jobId: string,
    taskId: string,
    path: string,
    bytes: number,
    signal: AbortSignal
  ): Promise<string | null>
}

/** An image of the marketplace that nodes can be made from. */
export interface SupportedImage {
  readonly publisher: string
  readonly offer: string
  readonly sku: string
  readonly nodeAgent: string
  readonly osType: string
  readonly verified: boolean
  /** When Batch stops supporting it; null where no date is set. */
  readonly endOfSupport: Date | null
}

/** A pool to be made: by `addPool`, or by the service for the life of a job. */
export interface PoolOrder {
  /** Ignored for a pool of a job, whose id the service makes. */
  readonly id: string
  readonly vmSize: string
  readonly image: {
    readonly publisher: string
    readonly offer: string
    readonly sku: string
    readonly nodeAgent: string
  }
  readonly slots: number
  /** A fixed size, or a formula that finds it. */
  readonly size:
    | { readonly dedicated: number; readonly spot: number }
    | { readonly formula: string; readonly everyMinutes: number }
  /** Runs as root on each node before any task. */
  readonly startTask: { readonly commandLine: string; readonly retries: number } | null
  readonly metadata: Readonly<Record<string, string>>
}

/** How a pool stands. */
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
  /** Of the last resize; they stay until the next one. */
  readonly resizeErrors: readonly { readonly code: string; readonly message: string }[]
  readonly identities: readonly string[]
  readonly metadata: Readonly<Record<string, string>>
}

/** How many nodes of a pool are in which state, by Batch's own words in lower case: `idle`, `running`, `starttaskfailed`… */
export interface NodeCounts {
  readonly dedicated: Readonly<Record<string, number>>
  readonly spot: Readonly<Record<string, number>>
}

/** How a node stands. */
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

/** A job to be made. */
export interface BatchJobOrder {
  readonly id: string
  readonly pool:
    | { readonly id: string }
    /** Lives and dies with the job; its id begins with the prefix, of at most 20 characters. */
    | { readonly ofJob: PoolOrder; readonly prefix: string }
  /** Minutes after which the service ends the job by itself; fractions allowed. */
  readonly maxMinutes: number
  readonly metadata: Readonly<Record<string, string>>
}

/** How a job stands. */
export interface BatchJobStatus {
  readonly id: string
  /** Lower case: `active`, `terminating`, `completed`, `deleting`… */
  readonly state: string
  readonly created: Date
  /** The pool it runs on; null before the service has chosen one. */
  readonly poolId: string | null
  readonly terminateReason: string | null
  /** Why the service could not start it; null where it could. */
  readonly schedulingError: string | null
  readonly metadata: Readonly<Record<string, string>>
}

/** A task to be added. */
export interface BatchTaskOrder {
  readonly id: string
  readonly commandLine: string
  readonly environment: Readonly<Record<string, string>>
  readonly resourceFiles: readonly ResourceFileOrder[]
  readonly outputFiles: readonly OutputFileOrder[]
  readonly maxMinutes: number
  readonly retries: number
}

/** A blob that is there before the task starts; the identity opens it where the URL does not carry its own rights. */
export interface ResourceFileOrder {
  readonly url: string
  readonly path: string
  readonly identity: string | null
}

/** Files that go to a container once the task has ended. */
export interface OutputFileOrder {
  /** Relative to the task's working directory. */
  readonly pattern: string
  readonly containerUrl: string
  /** The blob's name, or the folder for a pattern with wildcards. */
  readonly path: string
  readonly identity: string | null
  /** However it ended, or only where it failed. */
  readonly when: 'ended' | 'failed'
}

/** Counts of a job's tasks. They lag behind by seconds. */
export interface TaskCounts {
  readonly active: number
  readonly running: number
  readonly succeeded: number
  readonly failed: number
}

/** How a task stands. */
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
  /** Runs again because its own process failed. */
  readonly retries: number
  /** Runs again because its node was lost or its user asked. */
  readonly requeues: number
  readonly node: string | null
  readonly started: Date | null
  readonly ended: Date | null
}
