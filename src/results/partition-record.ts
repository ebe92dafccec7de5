import type { TaskRecord } from './records.ts'
import { rounded } from './totals.ts'

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
