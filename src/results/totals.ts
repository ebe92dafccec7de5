import type { Counts, NodeRecord, TaskRecord, Totals } from './records.ts'
import type { Row } from './row.ts'

/** Counts rows by status. */
export function countsOf(rows: readonly Row[]): Counts {
  const counts = { recognized: 0, reused: 0, empty: 0, failed: 0 }
  for (const { status } of rows) counts[status]++
  return counts
}

/** The totals of a run. The mean confidence is weighted by the words of each image. */
export function totalsOf(
  rows: readonly Row[],
  run: {
    readonly otherFiles: number
    readonly nodes: readonly NodeRecord[]
    readonly tasks: readonly TaskRecord[]
  }
): Totals {
  const sum = (value: (row: Row) => number) => rows.reduce((total, row) => total + value(row), 0)
  const words = sum((row) => row.words)
  const weighted = sum((row) => row.words * (row.confidence ?? 0))
  return {
    ...countsOf(rows),
    images: rows.length,
    pages: sum((row) => (row.status === 'failed' ? 0 : row.pages)),
    words,
    bytes: sum((row) => row.bytes),
    confidence: words === 0 ? null : rounded(weighted / words),
    otherFiles: run.otherFiles,
    nodes: run.nodes.length,
    tasks: run.tasks.length,
    taskSeconds: rounded(run.tasks.reduce((total, task) => total + task.seconds, 0))
  }
}

/** Rounds to two decimals, as seconds are in records. */
export const rounded = (value: number): number => Math.round(value * 100) / 100

/** A partition as in the record of its task, with the paths of its images. */
export const partitionRecord = (partition: {
  readonly images: readonly { readonly path: string }[]
  readonly bytes: number
  readonly estimatedSeconds: number
}): TaskRecord['partition'] => ({
  images: partition.images.map(({ path }) => path),
  bytes: partition.bytes,
  estimatedSeconds: rounded(partition.estimatedSeconds)
})
