import type { Partition, Plan } from '../plan/plan.ts'
import type { Report } from '../report/report.ts'
import { writeReport } from '../report/write-report.ts'
import type { ResultsFolder } from '../results/folder.ts'
import type { Origin, RunRecord, TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import { partitionRecord, rounded, totalsOf } from '../results/totals.ts'

/** The facts about a run that are known when it starts. */
export interface Beginning {
  readonly origin: Origin
  readonly folder: ResultsFolder
  readonly plan: RunRecord['plan']
  /** The tasks of the plan. */
  readonly tasks: readonly Pick<TaskRecord, 'id' | 'partition'>[]
}

/** The outcome of a run. */
export interface Ending {
  readonly jobId: string
  readonly rows: readonly Row[]
  readonly results: Pick<Report, 'nodes' | 'tasks'>
  readonly cancelled: boolean
  /** Why the run could not finish; null if it did. */
  readonly problem: string | null
}

/** A run that has ended: its report and how it ended. */
export interface Finished extends Report {
  readonly jobId: string
  /** Absolute. */
  readonly results: string
  readonly cancelled: boolean
  /** Why the run could not finish; null if it did. */
  readonly problem: string | null
  /** What the run could not clean up, as a sentence; null if nothing is left. */
  readonly leftover: string | null
}

/**
 * Writes the first records of a run: its plan, and each task with its images. If the run is killed, `recover` learns
 * from them which images were not read.
 *
 * @param known rows that exist before the job starts
 */
export function begin(beginning: Beginning, known: readonly Row[]): void {
  const { folder, tasks } = beginning
  folder.clearRecords()
  folder.beginRows(known)
  const results = { nodes: [], tasks: [] }
  const none = { jobId: '', rows: known, results, cancelled: false, problem: null }
  folder.writeRecord('run', { ...runRecord(beginning, none), end: null, outcome: 'running' })
  for (const { id, partition } of tasks) {
    const planned: TaskRecord = {
      id,
      partition,
      node: null,
      slot: null,
      attempts: [],
      seconds: 0,
      counts: { recognized: 0, reused: 0, empty: 0, failed: 0 }
    }
    folder.writeRecord(`tasks/${id}`, planned)
  }
}

/** Writes the tables, records and report of a run that has ended. */
export function finish(beginning: Beginning, ending: Ending): Finished {
  const { folder, origin } = beginning
  const { jobId, cancelled, problem, rows, results } = ending
  const { nodes, tasks } = results
  const report: Report = { run: runRecord(beginning, ending), rows, nodes, tasks }
  writeReport(folder, report, origin.groups)
  return { ...report, jobId, results: folder.path, cancelled, problem, leftover: null }
}

function runRecord({ origin, plan }: Beginning, ending: Ending): RunRecord {
  const end = new Date()
  const seconds = rounded((end.getTime() - Date.parse(origin.start)) / 1000)
  const { id, backend, start, settings, otherFiles, repository, commit, workflowRun } = origin
  const totals = totalsOf(ending.rows, { otherFiles, ...ending.results })
  return {
    id,
    backend,
    start,
    end: end.toISOString(),
    seconds,
    outcome: ending.cancelled ? 'cancelled' : ending.problem === null ? 'done' : 'failed',
    problem: ending.problem,
    settings,
    totals,
    speedup: totals.tasks === 0 || seconds === 0 ? null : rounded(totals.taskSeconds / seconds),
    plan,
    repository,
    commit,
    workflowRun
  }
}

/** The tasks of a plan, as in their records. */
export const plannedTasks = (planned: {
  readonly partitions: readonly (Parameters<typeof partitionRecord>[0] & {
    readonly task: string
  })[]
}): Beginning['tasks'] =>
  planned.partitions.map((partition) => ({
    id: partition.task,
    partition: partitionRecord(partition)
  }))

/** A plan, as in the run record and in `plan --json`. */
export const planRecord = (
  planned: Pick<Plan, 'slots' | 'estimatedSeconds'> & {
    readonly partitions: readonly (Pick<Partition, 'task' | 'bytes' | 'estimatedSeconds'> & {
      readonly images: readonly unknown[]
    })[]
  }
): RunRecord['plan'] => ({
  slots: planned.slots,
  estimatedSeconds: rounded(planned.estimatedSeconds),
  partitions: planned.partitions.map(({ task, images, bytes, estimatedSeconds }) => ({
    task,
    images: images.length,
    bytes,
    estimatedSeconds: rounded(estimatedSeconds)
  }))
})
