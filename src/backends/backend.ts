import type { ImageSettings } from '../engine/image-settings.ts'
import type { Plan } from '../plan/plan.ts'
import type { ResultsFolder } from '../results/folder.ts'
import type { NodeRecord, Origin, TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import type { TaskImage } from '../task/task.ts'

/** What a backend is asked to run. */
export interface JobOrder {
  readonly origin: Origin
  /** Rows that no task has to make. */
  readonly known: readonly Row[]
  readonly plan: Plan
  /** Every image of the plan with its key and columns, by path. */
  readonly images: ReadonlyMap<string, TaskImage>
  readonly settings: ImageSettings
  readonly imageTimeout: number
  readonly folder: ResultsFolder
}

/** What happens in a job, in the order in which it becomes known. */
export type JobEvent =
  | {
      readonly kind: 'task-started'
      readonly task: string
      readonly node: string
      /** Null where the backend does not know it. */
      readonly slot: number | null
    }
  /** An image's row; its text is in the results folder already. */
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'task-ended'; readonly task: TaskRecord }
  /** How nodes and tasks stand, where they are not this machine's own. */
  | { readonly kind: 'status'; readonly status: JobStatus }
  /** Something that the user should know. */
  | { readonly kind: 'message'; readonly sentence: string; readonly warning: boolean }

/** How many nodes and tasks of a job are in which state. */
export interface JobStatus {
  /** By the backend's own words, such as `starting` and `running`. */
  readonly nodes: Readonly<Record<string, number>>
  readonly tasks: { readonly waiting: number; readonly running: number; readonly ended: number }
}

/** What a job leaves beside its rows. */
export interface JobResults {
  readonly nodes: readonly NodeRecord[]
  readonly tasks: readonly TaskRecord[]
  /** Why images have no row, by their paths; a phrase such as `its task ran out of time`. */
  readonly unanswered: ReadonlyMap<string, string>
  /** Why the job could not go on to its end, in sentences; null where it could. */
  readonly problem: string | null
}

/** A job that a backend has taken on. */
export interface Job {
  /** The backend's own name of it. */
  readonly id: string
  /** Everything that happens, to the end of the job; ends early, without an error, when the job is cancelled. */
  follow(): AsyncIterable<JobEvent>
  /** Stops new tasks, ends the running ones with all their processes; `follow` ends soon after. May be said twice. */
  cancel(): Promise<void>
  /** What the job leaves; asked for when `follow` has ended. */
  results(): Promise<JobResults>
  /** Removes what the job has outside of this process. What cannot be removed is told in a sentence; null otherwise. */
  close(): Promise<string | null>
}

/** A place where jobs run. */
export interface Backend {
  readonly name: string
  /**
   * Takes on a job and returns without waiting for its tasks.
   *
   * @throws what keeps the backend from taking it on, the signal's reason among it; nothing is left behind then
   */
  start(order: JobOrder, signal: AbortSignal): Promise<Job>
}
