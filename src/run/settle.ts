import type { Job } from '../backends/backend.ts'
import type { Listener } from '../lib/listener.ts'
import type { Row } from '../results/row.ts'
import type { TaskImage } from '../task/task.ts'
import { type Beginning, type Finished, finish } from './finish.ts'
import { follow } from './follow.ts'
import { lostRows } from './lost.ts'

/** A run whose first records are written. */
export interface Begun {
  readonly beginning: Beginning
  /** Rows that exist before the job starts. */
  readonly known: readonly Row[]
  /** Images that its tasks have to read. */
  readonly wanted: readonly TaskImage[]
}

/** Follows a job to its end and writes its results: a row for every image, read or lost. */
export async function settle(
  job: Job,
  { beginning, known, wanted }: Begun,
  listener: Listener,
  signal: AbortSignal
): Promise<Finished> {
  const read = await follow(job, beginning.folder, wanted, listener, signal)
  const results = await job.results()
  const { unanswered, problem } = results
  const cancelled = signal.aborted
  const lost = lostRows(wanted, read, { cancelled, unanswered })
  const rows = [...known, ...read, ...lost]
  return finish(beginning, { jobId: job.id, rows, results, cancelled, problem })
}

/**
 * Writes the results of a run whose job did not start: its images still have rows.
 *
 * @param problem why it did not start; null if it was cancelled
 */
export function neverStarted(
  { beginning, known, wanted }: Begun,
  problem: string | null
): Finished {
  const cancelled = problem === null
  const why = cancelled ? [] : wanted.map(({ path }) => [path, 'its job did not start'] as const)
  const lost = lostRows(wanted, [], { cancelled, unanswered: new Map(why) })
  const results = { nodes: [], tasks: [] }
  return finish(beginning, { jobId: '', rows: [...known, ...lost], results, cancelled, problem })
}
