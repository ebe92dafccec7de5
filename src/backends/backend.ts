import type { Plan } from '../plan/plan.ts'
import type { ResultsFolder } from '../results/folder.ts'
import type { NodeRecord, TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import type { ImageSettings } from '../task/read-image.ts'
import type { TaskImage } from '../task/task.ts'

/** What a backend is asked to run. */
export interface JobOrder {
  readonly runId: string
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
      readonly slot: number
    }
  /** An image's row; its text is in the results folder already. */
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'task-ended'; readonly task: TaskRecord }

/** What a job leaves beside its rows. */
export interface JobResults {
  readonly nodes: readonly NodeRecord[]
  readonly tasks: readonly TaskRecord[]
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
}

/** A place where jobs run. */
export interface Backend {
  readonly name: string
  /** Takes on a job and returns without waiting for its tasks. */
  start(order: JobOrder): Promise<Job>
}
