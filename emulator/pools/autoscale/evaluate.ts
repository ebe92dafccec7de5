import { evaluationError, type Position } from './formula-error.ts'
import { call } from './functions.ts'
import { callMethod } from './methods.ts'
import { apply } from './operators.ts'
import { type Expression, parse } from './parse.ts'
import type { Samples } from './samples.ts'
import { Interval, shown, type Value } from './values.ts'

/** The target size of a pool. */
export interface Targets {
  readonly dedicated: number
  readonly lowPriority: number
  readonly deallocation: string
}

/** The environment in which a formula is evaluated. */
export interface Environment {
  /** The formula time, in milliseconds since 1970. */
  readonly clock: number
  /** The current targets. */
  readonly targets: Targets
  /** The metrics, such as `$PendingTasks`. */
  readonly samples: ReadonlyMap<string, Samples>
  /** Constants: `$TaskSlotsPerNode`. */
  readonly numbers: ReadonlyMap<string, number>
}

/** The result of a formula. */
export interface Outcome {
  readonly targets: Targets
  /** `$TargetDedicatedNodes=1;…` with the formula's own variables, as an autoscale run shows it. */
  readonly results: string
}

const MINUTE = 60_000
const CONSTANTS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['TimeInterval_Zero', new Interval(0)],
  ['TimeInterval_100ns', new Interval(0.0001)],
  ['TimeInterval_Microsecond', new Interval(0.001)],
  ['TimeInterval_Millisecond', new Interval(1)],
  ['TimeInterval_Second', new Interval(1000)],
  ['TimeInterval_Minute', new Interval(MINUTE)],
  ['TimeInterval_Hour', new Interval(60 * MINUTE)],
  ['TimeInterval_Day', new Interval(24 * 60 * MINUTE)],
  ['TimeInterval_Week', new Interval(7 * 24 * 60 * MINUTE)],
  ['TimeInterval_Year', new Interval(365 * 24 * 60 * MINUTE)],
  ...['requeue', 'terminate', 'taskcompletion', 'retaineddata'].map((option): [string, Value] => [
    option,
    option
  ])
])

const DEDICATED = '$TargetDedicatedNodes'
const LOW_PRIORITY = '$TargetLowPriorityNodes'
const DEALLOCATION = '$NodeDeallocationOption'

/**
 * Evaluates a formula.
 *
 * @throws FormulaError if it has a syntax error or its evaluation fails
 */
export function evaluate(formula: string, environment: Environment): Outcome {
  const { clock, targets, samples, numbers } = environment
  const variables = new Map<string, Value>([
    [DEDICATED, targets.dedicated],
    [LOW_PRIORITY, targets.lowPriority],
    [DEALLOCATION, targets.deallocation]
  ])

  const named = (name: string, position: Position): Value => {
    const value =
      variables.get(name) ?? samples.get(name) ?? numbers.get(name) ?? CONSTANTS.get(name)
    if (value === undefined) throw evaluationError(position, `Undefined symbol: ${name}`)
    return value
  }

  /** The value of an expression; a metric without a method has its current value. */
  const plain = (part: Expression): Value => {
    const value = evaluatePart(part)
    return isSamples(value) ? value.latest() : value
  }
  const truth = (part: Expression, position: Position): boolean => {
    const value = plain(part)
    if (typeof value !== 'number') throw evaluationError(position, 'A condition must be a number')
    return value !== 0
  }

  const called = ({ of, name, given, position }: Expression & { kind: 'call' }): Value => {
    const values = given.map(plain)
    if (of === null) return call(name, values, position, clock)
    const subject = evaluatePart(of)
    if (!isSamples(subject)) throw evaluationError(position, `Undefined method: ${name}`)
    return callMethod(subject, name, values, position, clock)
  }

  const unary = ({ sign, operand, position }: Expression & { kind: 'unary' }): Value =>
    sign === '!' ? Number(!truth(operand, position)) : negated(plain(operand), position)

  const binary = ({ sign, left, right, position }: Expression & { kind: 'binary' }): Value => {
    if (sign === '&&') return Number(truth(left, position) && truth(right, position))
    if (sign === '||') return Number(truth(left, position) || truth(right, position))
    return apply(sign, plain(left), plain(right), position)
  }

  const evaluatePart = (part: Expression): Value => {
    if (part.kind === 'number' || part.kind === 'string') return part.value
    if (part.kind === 'name') return named(part.name, part.position)
    if (part.kind === 'call') return called(part)
    if (part.kind === 'unary') return unary(part)
    if (part.kind === 'binary') return binary(part)
    return evaluatePart(truth(part.condition, part.position) ? part.chosen : part.otherwise)
  }

  for (const { name, value, position } of parse(formula)) {
    const found = plain(value)
    if (name !== null && samples.has(name)) throw evaluationError(position, `${name} is read-only`)
    if (name !== null) variables.set(name, checked(name, found, position))
  }
  return {
    targets: {
      dedicated: variables.get(DEDICATED) as number,
      lowPriority: variables.get(LOW_PRIORITY) as number,
      deallocation: variables.get(DEALLOCATION) as string
    },
    results: [...variables].map(([name, value]) => `${name}=${shown(value)}`).join(';')
  }
}

const isSamples = (value: Value): value is Samples => typeof value === 'object' && 'latest' in value

function negated(value: Value, position: Position): Value {
  if (typeof value === 'number') return -value
  if (value instanceof Interval) return new Interval(-value.length)
  if (Array.isArray(value)) return value.map((n: number) => -n)
  throw evaluationError(position, 'Operator - does not take a value of this type')
}

/** Validates an assignment to a service-defined variable; numbers of nodes are rounded down. */
function checked(name: string, value: Value, position: Position): Value {
  if (name === DEALLOCATION && !(typeof value === 'string' && CONSTANTS.has(value))) {
    throw evaluationError(position, `${name} must be a node deallocation option`)
  }
  if (name !== DEDICATED && name !== LOW_PRIORITY) return value
  const nodes = Array.isArray(value) && value.length === 1 ? (value[0] as number) : value
  if (typeof nodes !== 'number' || !Number.isFinite(nodes)) {
    throw evaluationError(position, `${name} must be a number`)
  }
  return Math.max(0, Math.floor(nodes))
}
