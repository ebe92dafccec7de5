import { evaluationError, FormulaError, type Position } from './formula-error.ts'
import type { Samples } from './samples.ts'
import { Interval, Timestamp, type Value } from './values.ts'

/**
 * Calls a method of a metric, such as `$PendingTasks.GetSample(5 * TimeInterval_Minute)`.
 *
 * @param clock the formula time
 */
export function callMethod(
  samples: Samples,
  method: string,
  given: readonly Value[],
  position: Position,
  clock: number
): Value {
  if (method === 'Count') return samples.count
  if (method === 'GetSamplePeriod') return new Interval(samples.period)
  if (method === 'HistoryBeginTime') return new Timestamp(samples.begin)
  if (method === 'GetSample') return sample(samples, given, position, clock)
  if (method !== 'GetSamplePercent') throw evaluationError(position, `Undefined method: ${method}`)
  const { from, to } = span(given, position, clock)
  return samples.percentBetween(from, to)
}

function sample(
  samples: Samples,
  given: readonly Value[],
  position: Position,
  clock: number
): Value {
  const [first] = given
  if (typeof first === 'number') return samples.last(Math.floor(first))
  const { from, to, percent } = span(given, position, clock)
  const received = samples.percentBetween(from, to)
  if (received >= percent) return samples.between(from, to)
  throw new FormulaError(
    'InsufficientSampleData',
    position,
    `Insufficient data from data set: ${samples.name} wanted ${percent}%, received ${Math.floor(received)}%`
  )
}

/** The requested period, given by one or two ends in either order, and its minimum percentage of samples. */
function span(
  given: readonly Value[],
  position: Position,
  clock: number
): { readonly from: number; readonly to: number; readonly percent: number } {
  const ends = given
    .filter((value) => typeof value !== 'number')
    .map((end) => at(end, position, clock))
  const [percent = 0] = given.slice(ends.length).filter((value) => typeof value === 'number')
  const [start, end = clock] = ends
  if (start === undefined || ends.length > 2) {
    throw evaluationError(position, 'The method takes one or two times')
  }
  return { from: Math.min(start, end), to: Math.max(start, end), percent }
}

function at(end: Value, position: Position, clock: number): number {
  if (end instanceof Timestamp) return end.at
  if (end instanceof Interval) return clock - end.length
  throw evaluationError(position, 'The method takes times only')
}
