import { evaluationError, FormulaError, type Place } from './formula-error.ts'
import type { Samples } from './samples.ts'
import { Interval, Timestamp, type Value } from './values.ts'

/**
 * Asks for a metric's samples: `$PendingTasks.GetSample(5 * TimeInterval_Minute)` and its kin.
 *
 * @param clock the formula's time
 */
export function ask(
  samples: Samples,
  method: string,
  given: readonly Value[],
  place: Place,
  clock: number
): Value {
  if (method === 'Count') return samples.count
  if (method === 'GetSamplePeriod') return new Interval(samples.period)
  if (method === 'HistoryBeginTime') return new Timestamp(samples.begin)
  if (method === 'GetSample') return sample(samples, given, place, clock)
  if (method !== 'GetSamplePercent') throw evaluationError(place, `Undefined method: ${method}`)
  const { from, to } = span(given, place, clock)
  return samples.percentBetween(from, to)
}

function sample(samples: Samples, given: readonly Value[], place: Place, clock: number): Value {
  const [first] = given
  if (typeof first === 'number') return samples.last(Math.floor(first))
  const { from, to, percent } = span(given, place, clock)
  const received = samples.percentBetween(from, to)
  if (received >= percent) return samples.between(from, to)
  throw new FormulaError(
    'InsufficientSampleData',
    place,
    `Insufficient data from data set: ${samples.name} wanted ${percent}%, received ${Math.floor(received)}%`
  )
}

/** The time that is asked for, given by one or two ends in either order, and how many percent of samples it must have. */
function span(
  given: readonly Value[],
  place: Place,
  clock: number
): { readonly from: number; readonly to: number; readonly percent: number } {
  const ends = given
    .filter((value) => typeof value !== 'number')
    .map((end) => at(end, place, clock))
  const [percent = 0] = given.slice(ends.length).filter((value) => typeof value === 'number')
  const [start, end = clock] = ends
  if (start === undefined || ends.length > 2) {
    throw evaluationError(place, 'The method takes one or two times')
  }
  return { from: Math.min(start, end), to: Math.max(start, end), percent }
}

function at(end: Value, place: Place, clock: number): number {
  if (end instanceof Timestamp) return end.at
  if (end instanceof Interval) return clock - end.length
  throw evaluationError(place, 'The method takes times only')
}
