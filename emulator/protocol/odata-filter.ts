import { ticksOf } from './instant.ts'
import { type Token, tokensOf } from './odata-tokens.ts'
import type { Resource } from './request.ts'

/** A filter has a syntax error or compares incompatible values. */
export class InvalidFilter extends Error {}

/** Whether a resource matches. */
export type Filter = (resource: Resource) => boolean

/** The value of an operand; times are in ticks. */
type Value = string | number | boolean | bigint | null
type Operand = (resource: Resource) => Value

/** Real filters are shallow; the limit protects the stack from hostile ones. */
const MAX_DEPTH = 100

/**
 * Parses a `$filter`: comparisons, `startswith`, `and`, `or`, `not`, parentheses.
 *
 * @param known the properties that the filter may use
 * @throws InvalidFilter, which the returned filter also throws for a resource that it cannot compare
 */
export function parseFilter(text: string, known: ReadonlySet<string>): Filter {
  const tokens = tokensOf(text) ?? invalid(`The expression '${text}' has an invalid character.`)
  const parser = new FilterParser(tokens, known)
  return parser.whole()
}

function invalid(reason: string): never {
  throw new InvalidFilter(reason)
}

class FilterParser {
  readonly #tokens: readonly Token[]
  readonly #known: ReadonlySet<string>
  #position = 0
  #depth = 0

  constructor(tokens: readonly Token[], known: ReadonlySet<string>) {
    this.#tokens = tokens
    this.#known = known
  }

  whole(): Filter {
    const filter = this.#or()
    if (this.#next !== undefined) invalid(`'${this.#next.text}' was not expected.`)
    return filter
  }

  get #next(): Token | undefined {
    return this.#tokens[this.#position]
  }

  #take(): Token {
    const token = this.#next ?? invalid('The expression ends too early.')
    this.#position += 1
    return token
  }

  #takes(text: string): boolean {
    const { kind, text: found } = this.#next ?? {}
    const there = (kind === 'name' || kind === 'mark') && found === text
    if (there) this.#position += 1
    return there
  }

  #demand(text: string): void {
    if (!this.#takes(text)) invalid(`'${text}' was expected.`)
  }

  #or(): Filter {
    const choices = [this.#and()]
    while (this.#takes('or')) choices.push(this.#and())
    return (resource) => choices.some((choice) => choice(resource))
  }

  #and(): Filter {
    const conditions = [this.#condition()]
    while (this.#takes('and')) conditions.push(this.#condition())
    return (resource) => conditions.every((condition) => condition(resource))
  }

  #condition(): Filter {
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) invalid('The expression is nested too deeply.')
    const condition = this.#negationOrGroup() ?? this.#comparison()
    this.#depth -= 1
    return condition
  }

  #negationOrGroup(): Filter | null {
    if (this.#takes('not')) {
      const negated = this.#condition()
      return (resource) => !negated(resource)
    }
    if (!this.#takes('(')) return null
    const group = this.#or()
    this.#demand(')')
    return group
  }

  #comparison(): Filter {
    const left = this.#operand()
    const operator = this.#next?.kind === 'name' ? COMPARISONS.get(this.#next.text) : undefined
    if (operator === undefined) return (resource) => left(resource) === true
    this.#take()
    const right = this.#operand()
    return (resource) => operator(left(resource), right(resource))
  }

  #operand(): Operand {
    const token = this.#take()
    if (token.kind === 'value') return () => token.value
    if (token.kind === 'mark') return invalid(`'${token.text}' was not expected.`)
    if (token.text === 'startswith' && this.#takes('(')) return this.#startsWith()
    if (this.#known.has(token.text)) return property(token.text.split('/'))
    return invalid(`The property '${token.text}' does not exist or cannot be filtered by.`)
  }

  #startsWith(): Operand {
    const text = this.#operand()
    this.#demand(',')
    const start = this.#operand()
    this.#demand(')')
    return (resource) => {
      const [whole, first] = [text(resource), start(resource)]
      if (whole === null || first === null) return false
      if (typeof whole !== 'string' || typeof first !== 'string')
        return invalid('startswith takes strings.')
      return whole.toLowerCase().startsWith(first.toLowerCase())
    }
  }
}

/** A property of a resource; null if the resource does not have it. */
function property(path: readonly string[]): Operand {
  const name = path.join('/')
  return (resource) => {
    let value: unknown = resource
    for (const key of path)
      value = isResource(value) && Object.hasOwn(value, key) ? value[key] : null
    if (value === null || value === undefined) return null
    if (typeof value === 'object') return invalid(`The property ${name} cannot be compared.`)
    return value as Value
  }
}

const isResource = (value: unknown): value is Resource =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Negative, zero or positive; null if either value is null. */
function order(left: Value, right: Value): number | null {
  if (left === null || right === null) return null
  const [a, b] = [comparable(left, right), comparable(right, left)]
  if (typeof a !== typeof b) invalid('The two sides of a comparison are of different types.')
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Strings are compared case-insensitively, or as times if the other side is a time. */
function comparable(value: NonNullable<Value>, other: NonNullable<Value>): NonNullable<Value> {
  if (typeof value !== 'string') return value
  return typeof other === 'bigint' ? (ticksOf(value) ?? value) : value.toLowerCase()
}

const ordered =
  (holds: (order: number) => boolean) =>
  (left: Value, right: Value): boolean => {
    const found = order(left, right)
    return found !== null && holds(found)
  }

const equal = (left: Value, right: Value): boolean =>
  left === null || right === null ? left === right : order(left, right) === 0

const COMPARISONS = new Map<string, (left: Value, right: Value) => boolean>([
  ['eq', equal],
  ['ne', (left, right) => !equal(left, right)],
  ['gt', ordered((order) => order > 0)],
  ['ge', ordered((order) => order >= 0)],
  ['lt', ordered((order) => order < 0)],
  ['le', ordered((order) => order <= 0)]
])
