import type { NodeRecord, RunRecord, TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'

/** Everything that the reports tell of: a run, its rows, its nodes and its tasks. */
export interface Report {
  readonly run: RunRecord
  /** One row an image, in any order. */
  readonly rows: readonly Row[]
  readonly nodes: readonly NodeRecord[]
  readonly tasks: readonly TaskRecord[]
}
