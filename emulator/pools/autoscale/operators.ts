import { evaluationError, type Position } from './formula-error.ts'
import { Interval, Timestamp, type Value } from './values.ts'

const COMPARISONS: Readonly<Record<string, (difference: number) => boolean>> = {
  '==': (difference) => difference === 0,
  '!=': (difference) => difference !== 0,
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b
}

const isVector = (value: Value): value is readonly number[] => Array.isArray(value)

/** Applies a binary operator. @throws FormulaError if the formula language does not define it for these types */
export function apply(sign: string, left: Value, right: Value, position: Position): Value {
  const compare = COMPARISONS[sign]
  const found =
    compare === undefined ? computed(sign, left, right, position) : compared(compare, left, right)
  if (found !== null) return found
  throw evaluationError(position, `Operator ${sign} does not take values of these types`)
}

function compared(
  compare: (difference: number) => boolean,
  left: Value,
  right: Value
): number | null {
  if (typeof left === 'string' && typeof right === 'string') {
    return Number(compare(left < right ? -1 : Number(left > right)))
  }
  const [a, b] = [rank(left), rank(right)]
  return a === null || b === null || a.type !== b.type ? null : Number(compare(a.at - b.at))
}

/** The key by which values of a type are ordered. */
function rank(value: Value): { readonly type: string; readonly at: number } | null {
  if (typeof value === 'number') return { type: 'number', at: value }
  if (value instanceof Timestamp) return { type: 'timestamp', at: value.at }
  return value instanceof Interval ? { type: 'interval', at: value.length } : null
}

function computed(sign: string, left: Value, right: Value, position: Position): Value | null {
  const work = ARITHMETIC[sign]
  if (work === undefined) return null
  const numbers = ofNumbers(sign, work, position)
  if (typeof left === 'number' && typeof right === 'number') return numbers(left, right)
  if (isVector(left) && typeof right === 'number') return left.map((n) => numbers(n, right))
  if (typeof left === 'number' && isVector(right)) return right.map((n) => numbers(left, n))
  if (isVector(left) && isVector(right)) {
    return left.length === right.length ? left.map((n, i) => numbers(n, right[i] ?? 0)) : null
  }
  return ofTimes(sign, left, right)
}

const ofNumbers =
  (sign: string, work: (a: number, b: number) => number, position: Position) =>
  (a: number, b: number): number => {
    if (sign === '/' && b === 0) throw evaluationError(position, 'Division by zero')
    return work(a, b)
  }

function ofTimes(sign: string, left: Value, right: Value): Value | null {
  if (left instanceof Timestamp) return fromTimestamp(sign, left, right)
  if (left instanceof Interval) return fromInterval(sign, left, right)
  if (right instanceof Interval && typeof left === 'number' && sign === '*') {
    return new Interval(left * right.length)
  }
  return null
}

function fromTimestamp(sign: string, left: Timestamp, right: Value): Value | null {
  if (right instanceof Timestamp && sign === '-') return new Interval(left.at - right.at)
  if (!(right instanceof Interval) || !'+-'.includes(sign)) return null
  return new Timestamp(left.at + (sign === '+' ? right.length : -right.length))
}

function fromInterval(sign: string, left: Interval, right: Value): Value | null {
  if (typeof right === 'number' && sign === '*') return new Interval(left.length * right)
  if (typeof right === 'number' && sign === '/' && right !== 0) {
    return new Interval(left.length / right)
  }
  if (right instanceof Timestamp && sign === '+') return new Timestamp(left.length + right.at)
  if (!(right instanceof Interval)) return null
  if (sign === '+') return new Interval(left.length + right.length)
  return sign === '-' ? new Interval(left.length - right.length) : null
}
