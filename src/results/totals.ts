import type { Counts, NodeRecord, TaskRecord, Totals } from './records.ts'
import type { Row } from './row.ts'

/** Counts rows by how their images ended. */
export function countsOf(rows: readonly Row[]): Counts {
  const counts = { recognized: 0, reused: 0, empty: 0, failed: 0 }
  for (const { status } of rows) counts[status]++
  return counts
}

/** Adds up a run. The mean confidence weighs each image by its words. */
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
  const weighed = sum((row) => row.words * (row.confidence ?? 0))
  return {
    ...countsOf(rows),
    images: rows.length,
    pages: sum((row) => (row.status === 'failed' ? 0 : row.pages)),
    words,
    bytes: sum((row) => row.bytes),
    confidence: words === 0 ? null : rounded(weighed / words),
    otherFiles: run.otherFiles,
    nodes: run.nodes.length,
    tasks: run.tasks.length,
    taskSeconds: rounded(run.tasks.reduce((total, task) => total + task.seconds, 0))
  }
}

/** Two decimals, as the records show seconds and shares. */
export const rounded = (value: number): number => Math.round(value * 100) / 100

/** A partition as the record of its task tells it: its images by their paths. */
export const partitionRecord = (partition: {
  readonly images: readonly { readonly path: string }[]
  readonly bytes: number
  readonly estimatedSeconds: number
}): TaskRecord['partition'] => ({
  images: partition.images.map(({ path }) => path),
  bytes: partition.bytes,
  estimatedSeconds: rounded(partition.estimatedSeconds)
})
