import type { TaskAddParameter } from '@azure/batch'

/** The service takes no more tasks in one call, and no larger call. */
const MOST_TASKS = 100
const MOST_BYTES = 1_000_000

/** What stands around the tasks of a call, and between two of them. */
const FRAME = Buffer.byteLength('{"value":[]}')
const COMMA = 1

/** Divides tasks, in their order, into what one call each takes. A task that is too large by itself is a call of its own. */
export function chunksOf(tasks: readonly TaskAddParameter[]): TaskAddParameter[][] {
  const chunks: TaskAddParameter[][] = []
  let bytes = MOST_BYTES
  for (const task of tasks) {
    const size = Buffer.byteLength(JSON.stringify(task)) + COMMA
    const last = chunks.at(-1)
    if (last !== undefined && last.length < MOST_TASKS && bytes + size < MOST_BYTES) {
      last.push(task)
      bytes += size
    } else {
      chunks.push([task])
      bytes = FRAME + size
    }
  }
  return chunks
}

/** Two halves of what was too much for one call. */
export function halves<T>(items: readonly T[]): [T[], T[]] {
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)]
}
