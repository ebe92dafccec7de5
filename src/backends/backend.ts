import type { ImageSettings } from '../engine/image-settings.ts'
import type { Plan } from '../plan/plan.ts'
import type { ResultsFolder } from '../results/folder.ts'
import type { NodeRecord, Origin, TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import type { TaskImage } from '../task/task.ts'

/** A backend refuses a request or cannot complete it. The message is a full sentence for the user. */
export class BackendError extends Error {}

/** The job that a backend is asked to run. */
export interface JobOrder {
  readonly origin: Origin
  /** Rows that exist before the job starts: refused images and reused results. */
  readonly known: readonly Row[]
  readonly plan: Plan
  /** Every image of the plan, by path. */
  readonly images: ReadonlyMap<string, TaskImage>
  readonly settings: ImageSettings
  /** Seconds. */
  readonly imageTimeout: number
  readonly folder: ResultsFolder
}

/** An event of a job, in the order in which the backend learns of them. */
export type JobEvent =
  /** The row of an image; its text is already in the results folder. */
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'task-ended'; readonly task: TaskRecord }
  /** Sent only by backends whose nodes are not this machine. */
  | { readonly kind: 'status'; readonly status: JobStatus }
  | { readonly kind: 'message'; readonly sentence: string; readonly warning: boolean }

/** The number of nodes and tasks of a job in each state. */
export interface JobStatus {
  /** By the backend's own state names, such as `starting` and `running`. */
  readonly nodes: Readonly<Record<string, number>>
  readonly tasks: { readonly waiting: number; readonly running: number; readonly ended: number }
}

/** What a job leaves besides its rows. */
export interface JobResults {
  readonly nodes: readonly NodeRecord[]
  readonly tasks: readonly TaskRecord[]
  /** Why images have no row, by path; a phrase such as `its task ran out of time`. */
  readonly unanswered: ReadonlyMap<string, string>
  /** Why the job could not finish, in sentences; null if it did. */
  readonly problem: string | null
}

/** A job that a backend has started. */
export interface Job {
  /** The backend's id of the job. */
  readonly id: string
  /** All events until the end of the job; ends early, without an error, when the job is cancelled. */
  follow(): AsyncIterable<JobEvent>
  /** Starts no more tasks and ends the running ones with all their processes; `follow` ends soon after. Idempotent. */
  cancel(): Promise<void>
  /** The results; call it when `follow` has ended. */
  results(): Promise<JobResults>
  /** Removes everything the job has outside this process. @returns what could not be removed, as a sentence, or null */
  close(): Promise<string | null>
}

/** Runs jobs. */
export interface Backend {
  /**
   * Starts a job and returns without waiting for its tasks.
   *
   * @throws BackendError if the job cannot be started, or the signal's reason; nothing is left behind then
   */
  start(order: JobOrder, signal: AbortSignal): Promise<Job>
}
