import type { FailureInfo, Owner } from '../machine/machine.ts'

/** The execution of a preparation or release task on a node. */
export interface Progress {
  readonly owner: Owner
  startTime: string
  endTime?: string
  state: 'running' | 'completed'
  exitCode?: number
  failureInfo?: FailureInfo
  retryCount: number
  lastRetryTime?: string
  result?: 'success' | 'failure'
}

/** The preparation of a node for a job, and its release. */
export interface NodePreparation {
  readonly progress: Progress
  /** Whether tasks may run on the node; settles when the preparation has ended. */
  readonly prepared: Promise<boolean>
  readonly stop: AbortController
  /** The preparation has failed finally: tasks of this job do not run on the node. */
  failed: boolean
  release?: Progress
}
