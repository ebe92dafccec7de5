import type { Row } from '../results/row.ts'
import type { TaskImage } from '../task/task.ts'
import { type Beginning, type Finished, finish } from './finish.ts'
import { lostRows } from './lost.ts'

/**
 * A run that has begun and that no backend has taken on: its images have rows all the same.
 *
 * @param problem why it was not taken on; null where it was cancelled
 */
export function neverStarted(
  beginning: Beginning,
  known: readonly Row[],
  wanted: readonly TaskImage[],
  problem: string | null
): Finished {
  const cancelled = problem === null
  const why = cancelled ? [] : wanted.map(({ path }) => [path, 'its job did not start'] as const)
  const lost = lostRows(wanted, [], { cancelled, unanswered: new Map(why) })
  const results = { nodes: [], tasks: [] }
  return finish(beginning, { jobId: '', rows: [...known, ...lost], results, cancelled, problem })
}
