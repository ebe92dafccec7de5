import { evaluationError, type Position } from './formula-error.ts'
import { Timestamp, type Value } from './values.ts'

/** A built-in function of the formula language. */
type BuiltIn = (given: readonly Value[], position: Position, clock: number) => Value

const isVector = (value: Value | undefined): value is readonly number[] => Array.isArray(value)

/** Flattens numbers and vectors, as accepted by `max`, `avg` and similar functions. */
function flat(given: readonly Value[], position: Position): number[] {
  return given.flatMap((value) => {
    if (typeof value === 'number') return [value]
    if (isVector(value)) return [...value]
    throw evaluationError(position, 'The function takes numbers only')
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : sum(numbers) / numbers.length
const spread = (numbers: readonly number[]): number => {
  const middle = mean(numbers)
  return Math.sqrt(mean(numbers.map((n) => (n - middle) ** 2)))
}

const ofMany =
  (work: (numbers: readonly number[]) => number): BuiltIn =>
  (given, position) =>
    work(flat(given, position))

/** A function of a number, applied to each number of a vector. */
const ofEach =
  (work: (n: number) => number): BuiltIn =>
  ([given], position) => {
    if (typeof given === 'number') return work(given)
    if (isVector(given)) return given.map(work)
    throw evaluationError(position, 'The function takes a number or a vector')
  }

function percentile(numbers: readonly number[], percent: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const rank = Math.min(Math.max(percent, 0), 100) / 100
  return sorted[Math.max(0, Math.ceil(rank * sorted.length) - 1)] ?? 0
}

/** A function of a vector and a number: `val`, `percentile`. */
const ofVectorAnd =
  (work: (numbers: readonly number[], n: number, position: Position) => number): BuiltIn =>
  ([vector, n], position) => {
    if (isVector(vector) && typeof n === 'number') return work(vector, n, position)
    throw evaluationError(position, 'The function takes a vector and a number')
  }

function element(numbers: readonly number[], index: number, position: Position): number {
  const found = numbers[index]
  if (found === undefined) throw evaluationError(position, `The vector has no element ${index}`)
  return found
}

const time: BuiltIn = ([text], position, clock) => {
  if (text === undefined || text === '') return new Timestamp(clock)
  const at = typeof text === 'string' ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw evaluationError(position, 'The function takes a date and time')
  return new Timestamp(at)
}

/** The functions by name, with their minimum and maximum number of arguments. */
const FUNCTIONS: Readonly<Record<string, readonly [number, number, BuiltIn]>> = {
  avg: [1, Infinity, ofMany(mean)],
  ceil: [1, 1, ofEach(Math.ceil)],
  floor: [1, 1, ofEach(Math.floor)],
  len: [1, Infinity, ofMany((numbers) => numbers.length)],
  lg: [1, 1, ofEach(Math.log2)],
  ln: [1, 1, ofEach(Math.log)],
  log: [1, 1, ofEach(Math.log10)],
  // Common formulas take the maximum of 0 and a sample that does not exist yet, which must be 0.
  max: [1, Infinity, ofMany((numbers) => (numbers.length === 0 ? 0 : Math.max(...numbers)))],
  min: [1, Infinity, ofMany((numbers) => (numbers.length === 0 ? 0 : Math.min(...numbers)))],
  norm: [1, Infinity, ofMany((numbers) => Math.hypot(...numbers))],
  percentile: [2, 2, ofVectorAnd(percentile)],
  rand: [0, 0, () => Math.random()],
  range: [1, Infinity, ofMany((numbers) => Math.max(...numbers) - Math.min(...numbers))],
  round: [1, 1, ofEach(Math.round)],
  std: [1, Infinity, ofMany(spread)],
  sum: [1, Infinity, ofMany(sum)],
  time: [0, 1, time],
  val: [2, 2, ofVectorAnd(element)]
}

/**
 * Calls a function of the formula language.
 *
 * @param clock the formula time, for `time()`
 * @throws FormulaError if the function does not exist or does not accept the arguments
 */
export function call(
  name: string,
  given: readonly Value[],
  position: Position,
  clock: number
): Value {
  const found = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (found === undefined) throw evaluationError(position, `Undefined function: ${name}`)
  const [least, most, work] = found
  if (given.length < least || given.length > most) {
    throw evaluationError(position, `Wrong number of arguments for function: ${name}`)
  }
  return work(given, position, clock)
}
