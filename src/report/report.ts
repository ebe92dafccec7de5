import type { NodeRecord, RunRecord, TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'

/** What a report shows: a run, its rows, its nodes and its tasks. */
export interface Report {
  readonly run: RunRecord
  /** One row per image, in any order. */
  readonly rows: readonly Row[]
  readonly nodes: readonly NodeRecord[]
  readonly tasks: readonly TaskRecord[]
}
