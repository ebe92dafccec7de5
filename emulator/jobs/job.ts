import type { FailureInfo } from '../machine/machine.ts'
import type { ComputeNode } from '../pools/pool.ts'
import { idKey } from '../protocol/ids.ts'
import type { Resource } from '../protocol/request.ts'
import { newStamp, now, type Stamp } from '../protocol/stamp.ts'
import { Counts } from './counts.ts'
import { Dependencies } from './dependencies.ts'
import type { JobBody } from './job-body.ts'
import { type JobSettings, settingsOf } from './job-settings.ts'
import type { NodePreparation } from './node-preparation.ts'
import { ReadyQueue } from './ready-queue.ts'
import { present, type Stateful } from './state.ts'
import type { Task } from './task.ts'
import { openTimers, type Timers } from './timers.ts'

export type JobState =
  | 'active'
  | 'disabling'
  | 'disabled'
  | 'enabling'
  | 'terminating'
  | 'completed'
  | 'deleting'

/** A job with its tasks. */
export interface Job extends Stateful<JobState> {
  readonly id: string
  readonly key: string
  readonly creationTime: string
  settings: JobSettings
  /** Renewed with every change by a client. */
  stamp: Stamp
  /** The pool of the job: an existing one or its auto pool. */
  poolId: string
  /** Whether the pool is deleted with the job. */
  ownsPool: boolean
  startTime: string
  endTime?: string
  terminateReason?: string
  schedulingError?: FailureInfo
  readonly tasks: Map<string, Task>
  readonly ready: ReadyQueue<Task>
  readonly dependencies: Dependencies<Task>
  readonly counts: Counts
  /** The current runs; each settles when its process has exited. */
  readonly runs: Map<Task, Promise<void>>
  readonly preparations: Map<ComputeNode, NodePreparation>
  /** Nodes that may have a folder of the job. */
  readonly nodes: Set<ComputeNode>
  /** Folders that are being removed, by the key of their task: a run must wait for the removal. */
  readonly removals: Map<string, Promise<void>>
  /** Scheduled actions, cancelled when the job is deleted. */
  readonly timers: Timers
  /** Cancels the timer for the time limit. */
  cancelDeadline: () => void
  /** Settles when all tasks including release tasks have ended; null until the job is terminated. */
  ending: Promise<void> | null
  nextTurn: number
}

/** @param countsLag delay of the reported task counts in milliseconds */
export function newJob(body: JobBody, countsLag: number): Job {
  const creationTime = now()
  const stamp = newStamp()
  return {
    id: body.id,
    key: idKey(body.id),
    creationTime,
    settings: settingsOf(body),
    stamp,
    poolId: body.poolInfo.poolId ?? '',
    ownsPool: false,
    startTime: stamp.lastModified,
    state: 'active',
    stateTransitionTime: stamp.lastModified,
    tasks: new Map(),
    ready: new ReadyQueue(),
    dependencies: new Dependencies(),
    counts: new Counts(countsLag),
    runs: new Map(),
    preparations: new Map(),
    nodes: new Set(),
    removals: new Map(),
    timers: openTimers(),
    cancelDeadline: () => {},
    ending: null,
    nextTurn: 0
  }
}

/** A job as the service shows it. */
export function jobResource(job: Job, baseUrl: string): Resource {
  const { stamp, settings } = job
  const { displayName, priority, maxParallelTasks, usesTaskDependencies, ...others } = settings
  const { onAllTasksComplete, onTaskFailure, ...rest } = others
  return present({
    id: job.id,
    displayName,
    url: `${baseUrl}/jobs/${job.id}`,
    eTag: stamp.eTag,
    lastModified: stamp.lastModified,
    creationTime: job.creationTime,
    state: job.state,
    stateTransitionTime: job.stateTransitionTime,
    previousState: job.previousState,
    previousStateTransitionTime: job.previousStateTransitionTime,
    priority,
    maxParallelTasks,
    usesTaskDependencies,
    ...rest,
    executionInfo: present({
      startTime: job.startTime,
      endTime: job.endTime,
      poolId: job.poolId,
      schedulingError: job.schedulingError,
      terminateReason: job.terminateReason
    }),
    onAllTasksComplete,
    onTaskFailure
  })
}
