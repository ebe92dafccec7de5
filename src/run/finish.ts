import type { Partition, Plan } from '../plan/plan.ts'
import { reportPage } from '../report/page.ts'
import type { Report } from '../report/report.ts'
import type { ResultsFolder } from '../results/folder.ts'
import type { Origin, RunRecord, TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import { partitionRecord, rounded, totalsOf } from '../results/totals.ts'

/** What is known of a run from its beginning. */
export interface Beginning {
  readonly origin: Origin
  readonly folder: ResultsFolder
  readonly plan: RunRecord['plan']
  /** What each task has to read. */
  readonly tasks: readonly Pick<TaskRecord, 'id' | 'partition'>[]
}

/** What became of it. */
export interface Ending {
  readonly jobId: string
  readonly rows: readonly Row[]
  readonly results: Pick<Report, 'nodes' | 'tasks'>
  readonly cancelled: boolean
  /** Why the run could not go on to its end; null where it could. */
  readonly problem: string | null
}

/** A run that has ended: its records, and whether it was cancelled on the way. */
export interface Finished extends Report {
  readonly jobId: string
  /** Absolute. */
  readonly results: string
  readonly cancelled: boolean
  /** Why the run could not go on to its end; null where it could. */
  readonly problem: string | null
  /** What the run could not remove behind itself, in a sentence; null where nothing is left. */
  readonly leftover: string | null
}

/**
 * Writes the records of a run that begins: the plan, and each task with its images. Should the run be killed, they say
 * which images nobody answered for (`recover`).
 *
 * @param known rows that no task has to make
 */
export function begin(beginning: Beginning, known: readonly Row[]): void {
  const { folder, tasks } = beginning
  folder.clearRecords()
  folder.beginRows(known)
  const results = { nodes: [], tasks: [] }
  const nothing = { jobId: '', rows: known, results, cancelled: false, problem: null }
  folder.writeRecord('run', { ...runRecord(beginning, nothing), end: null, outcome: 'running' })
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

/** Writes tables, records and report of a run that has ended. */
export function finish(beginning: Beginning, ending: Ending): Finished {
  const { folder, origin } = beginning
  const { jobId, cancelled, problem, rows, results } = ending
  const { nodes, tasks } = results
  const report: Report = { run: runRecord(beginning, ending), rows, nodes, tasks }
  folder.writeTables(rows, origin.groups)
  folder.writeRecord('run', report.run)
  for (const node of nodes) folder.writeRecord(`nodes/${node.id}`, node)
  for (const task of tasks) folder.writeRecord(`tasks/${task.id}`, task)
  folder.write('report.html', reportPage(report))
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

/** What a plan's tasks have to read, as records tell it. */
export const plannedTasks = (planned: {
  readonly partitions: readonly (Parameters<typeof partitionRecord>[0] & {
    readonly task: string
  })[]
}): Beginning['tasks'] =>
  planned.partitions.map((partition) => ({
    id: partition.task,
    partition: partitionRecord(partition)
  }))

/** A plan as it stands in records and in `plan --json`. */
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
