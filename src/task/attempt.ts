import type { TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import { countsOf, partitionRecord, rounded } from '../results/totals.ts'
import { runTask, type Task, type TaskTools } from './task.ts'

/** A task with its share of the plan. */
export interface PlannedTask extends Task {
  readonly bytes: number
  readonly estimatedSeconds: number
}

/**
 * Runs a task once and returns its record. A cancelled task is not an error: its record says so.
 *
 * @throws errors that are not about an image, such as a results folder that cannot be written
 */
export async function attemptTask(
  task: PlannedTask,
  tools: TaskTools,
  onRow: (row: Row) => void
): Promise<TaskRecord> {
  const rows: Row[] = []
  const start = new Date()
  const clock = performance.now()
  const finished = await runTask(task, tools, (row) => {
    rows.push(row)
    onRow(row)
  }).then(
    () => true,
    (error: unknown) => {
      if (tools.signal.aborted) return false
      throw error
    }
  )
  const ended = finished ? { exitCode: 0, reason: null } : { exitCode: null, reason: 'cancelled' }
  return {
    id: task.id,
    partition: partitionRecord(task),
    node: task.node,
    slot: task.slot,
    attempts: [
      { node: task.node, start: start.toISOString(), end: new Date().toISOString(), ...ended }
    ],
    seconds: rounded((performance.now() - clock) / 1000),
    counts: countsOf(rows)
  }
}
