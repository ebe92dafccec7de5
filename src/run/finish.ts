import type { Discovery } from '../images/discover.ts'
import type { Plan } from '../plan/plan.ts'
import { reportPage } from '../report/page.ts'
import type { Report } from '../report/report.ts'
import type { ResultsFolder } from '../results/folder.ts'
import { partitionRecord } from '../results/partition-record.ts'
import type { RunRecord, TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import { rounded, totalsOf } from '../results/totals.ts'
import { groupsOf } from '../settings/parse.ts'
import { type Settings, settingsRecord } from '../settings/settings.ts'
import type { Surroundings } from './surroundings.ts'

/** What is known of a run from its beginning. */
export interface Beginning {
  readonly settings: Settings
  readonly surroundings: Surroundings
  readonly folder: ResultsFolder
  readonly start: Date
  readonly discovery: Discovery
  readonly plan: Plan
}

/** What became of it. */
export interface Ending {
  readonly jobId: string
  readonly rows: readonly Row[]
  readonly results: Pick<Report, 'nodes' | 'tasks'>
  readonly cancelled: boolean
}

/** A run that has ended: its records, and whether it was cancelled on the way. */
export interface Finished extends Report {
  readonly jobId: string
  /** Absolute. */
  readonly results: string
  readonly cancelled: boolean
}

/**
 * Writes the records of a run that begins: the plan, and each task with its images. Should the run be killed, they say
 * which images nobody answered for (`recover`).
 *
 * @param known rows that no task has to make
 */
export function begin(beginning: Beginning, known: readonly Row[]): void {
  const { folder, plan } = beginning
  folder.clearRecords()
  folder.beginRows(known)
  const nothing = { jobId: '', rows: known, results: { nodes: [], tasks: [] }, cancelled: false }
  folder.writeRecord('run', { ...runRecord(beginning, nothing), end: null, outcome: 'running' })
  for (const partition of plan.partitions) {
    const planned: TaskRecord = {
      id: partition.task,
      partition: partitionRecord(partition),
      node: null,
      slot: null,
      attempts: [],
      seconds: 0,
      counts: { recognized: 0, reused: 0, empty: 0, failed: 0 }
    }
    folder.writeRecord(`tasks/${partition.task}`, planned)
  }
}

/** Writes tables, records and report of a run that has ended. */
export function finish(beginning: Beginning, ending: Ending): Finished {
  const { folder, settings } = beginning
  const { nodes, tasks } = ending.results
  const report: Report = { run: runRecord(beginning, ending), rows: ending.rows, nodes, tasks }
  folder.writeTables(ending.rows, settings.keyPattern ? groupsOf(settings.keyPattern) : [])
  folder.writeRecord('run', report.run)
  for (const node of nodes) folder.writeRecord(`nodes/${node.id}`, node)
  for (const task of tasks) folder.writeRecord(`tasks/${task.id}`, task)
  folder.write('report.html', reportPage(report))
  return { ...report, jobId: ending.jobId, results: folder.path, cancelled: ending.cancelled }
}

function runRecord(beginning: Beginning, ending: Ending): RunRecord {
  const { settings, surroundings } = beginning
  const end = new Date()
  const seconds = rounded((end.getTime() - beginning.start.getTime()) / 1000)
  const totals = totalsOf(ending.rows, {
    otherFiles: beginning.discovery.otherFiles,
    ...ending.results
  })
  return {
    id: surroundings.runId,
    backend: settings.backend,
    start: beginning.start.toISOString(),
    end: end.toISOString(),
    seconds,
    outcome: ending.cancelled ? 'cancelled' : 'done',
    settings: settingsRecord(settings),
    totals,
    speedup: totals.tasks === 0 || seconds === 0 ? null : rounded(totals.taskSeconds / seconds),
    plan: planRecord(beginning.plan),
    repository: surroundings.repository,
    commit: surroundings.commit,
    workflowRun: surroundings.workflowRun
  }
}

/** A plan as it stands in records and in `plan --json`. */
export const planRecord = (planned: Plan): RunRecord['plan'] => ({
  slots: planned.slots,
  estimatedSeconds: rounded(planned.estimatedSeconds),
  partitions: planned.partitions.map(({ task, images, bytes, estimatedSeconds }) => ({
    task,
    images: images.length,
    bytes,
    estimatedSeconds: rounded(estimatedSeconds)
  }))
})
