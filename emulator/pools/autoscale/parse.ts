import { type Place, syntaxError, tooLong } from './formula-error.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A part of a formula that has a value. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string; readonly place: Place }
  | {
      readonly kind: 'call'
      /** Null for a function; what stands before the dot for a method. */
      readonly of: Expression | null
      readonly name: string
      readonly given: readonly Expression[]
      readonly place: Place
    }
  | {
      readonly kind: 'unary'
      readonly sign: string
      readonly operand: Expression
      readonly place: Place
    }
  | {
      readonly kind: 'binary'
      readonly sign: string
      readonly left: Expression
      readonly right: Expression
      readonly place: Place
    }
  | {
      readonly kind: 'choice'
      readonly condition: Expression
      readonly chosen: Expression
      readonly otherwise: Expression
      readonly place: Place
    }

/** `name = value;`, or a value alone. */
export interface Statement {
  readonly name: string | null
  readonly value: Expression
  readonly place: Place
}

/** Binary operators, those that bind least first. */
const LEVELS = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', '/']]

/** How deep expressions may stand in each other: a formula of 8 KB of brackets must not end us. */
const DEEPEST = 200

/** How many operators one statement may have, for the same reason. */
const MOST_OPERATORS = 1000

/** The service takes no longer formula. */
const LONGEST = 8192

/**
 * Reads a formula.
 *
 * @throws FormulaError where it is none
 */
export function parse(formula: string): Statement[] {
  if (formula.length > LONGEST) throw tooLong()
  const tokens = tokensOf(formula)
  let at = 0
  let depth = 0
  let operators = 0

  const peek = (): Token => tokens[at] ?? (tokens.at(-1) as Token)
  const take = (): Token => {
    const token = peek()
    at += 1
    return token
  }
  const isSign = (token: Token | undefined, text: string): boolean =>
    token?.kind === 'sign' && token.text === text
  const takeSign = (text: string): boolean => {
    if (!isSign(peek(), text)) return false
    at += 1
    return true
  }
  const unexpected = ({ kind, text, place }: Token) =>
    syntaxError(place, kind === 'end' ? 'Unexpected end of formula' : `Unexpected token: ${text}`)
  const demandSign = (text: string): void => {
    if (!takeSign(text)) throw unexpected(peek())
  }

  const statement = (): Statement => {
    const { kind, text, place } = peek()
    operators = 0
    if (kind === 'name' && isSign(tokens[at + 1], '=')) {
      at += 2
      return { name: text, value: expression(), place }
    }
    return { name: null, value: expression(), place }
  }

  const expression = (): Expression => {
    depth += 1
    const { place } = peek()
    if (depth > DEEPEST) throw syntaxError(place, 'The formula is nested too deeply')
    const condition = binary(0)
    const found = takeSign('?') ? choice(condition, place) : condition
    depth -= 1
    return found
  }

  const choice = (condition: Expression, place: Place): Expression => {
    const chosen = expression()
    demandSign(':')
    return { kind: 'choice', condition, chosen, otherwise: expression(), place }
  }

  const binary = (level: number): Expression => {
    const signs = LEVELS[level]
    if (signs === undefined) return unary()
    let left = binary(level + 1)
    for (let token = peek(); signs.some((sign) => isSign(token, sign)); token = peek()) {
      at += 1
      operators += 1
      if (operators > MOST_OPERATORS) throw syntaxError(token.place, 'The statement is too long')
      const right = binary(level + 1)
      left = { kind: 'binary', sign: token.text, left, right, place: token.place }
    }
    return left
  }

  const unary = (): Expression => {
    const { text, place } = peek()
    if (!takeSign('-') && !takeSign('!')) return methods(primary())
    depth += 1
    if (depth > DEEPEST) throw syntaxError(place, 'The formula is nested too deeply')
    const operand = unary()
    depth -= 1
    return { kind: 'unary', sign: text, operand, place }
  }

  const methods = (first: Expression): Expression => {
    let found = first
    while (takeSign('.')) {
      const { kind, text, place } = take()
      if (kind !== 'name') throw unexpected({ kind, text, place })
      demandSign('(')
      found = { kind: 'call', of: found, name: text, given: list(), place }
    }
    return found
  }

  const primary = (): Expression => {
    const token = take()
    const { kind, text, place } = token
    if (kind === 'number') return { kind, value: Number(text) }
    if (kind === 'string') return { kind, value: text.slice(1, -1) }
    if (kind === 'name' && takeSign('(')) {
      return { kind: 'call', of: null, name: text, given: list(), place }
    }
    if (kind === 'name') return { kind, name: text, place }
    if (!isSign(token, '(')) throw unexpected(token)
    const inner = expression()
    demandSign(')')
    return inner
  }

  const list = (): Expression[] => {
    if (takeSign(')')) return []
    const found = [expression()]
    while (takeSign(',')) found.push(expression())
    demandSign(')')
    return found
  }

  const statements: Statement[] = []
  while (peek().kind !== 'end') {
    if (takeSign(';')) continue
    statements.push(statement())
    if (peek().kind !== 'end') demandSign(';')
  }
  return statements
}
