import { type Position, syntaxError, tooLong } from './formula-error.ts'
import { type Token, tokensOf } from './tokens.ts'

/** An expression of a formula. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string; readonly position: Position }
  | {
      readonly kind: 'call'
      /** The subject of a method; null for a function. */
      readonly of: Expression | null
      readonly name: string
      readonly given: readonly Expression[]
      readonly position: Position
    }
  | {
      readonly kind: 'unary'
      readonly sign: string
      readonly operand: Expression
      readonly position: Position
    }
  | {
      readonly kind: 'binary'
      readonly sign: string
      readonly left: Expression
      readonly right: Expression
      readonly position: Position
    }
  | {
      readonly kind: 'choice'
      readonly condition: Expression
      readonly chosen: Expression
      readonly otherwise: Expression
      readonly position: Position
    }

/** `name = value;`, or only a value. */
export interface Statement {
  readonly name: string | null
  readonly value: Expression
  readonly position: Position
}

/** Binary operators, lowest precedence first. */
const LEVELS = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', '/']]

/** Maximum nesting, so that 8 KB of parentheses do not exhaust the stack. */
const MAX_DEPTH = 200

/** Maximum number of operators in a statement, for the same reason. */
const MAX_OPERATORS = 1000

/** The service's limit of the length of a formula. */
const LONGEST = 8192

/**
 * Parses a formula.
 *
 * @throws FormulaError for a syntax error
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
  const unexpected = ({ kind, text, position }: Token) =>
    syntaxError(
      position,
      kind === 'end' ? 'Unexpected end of formula' : `Unexpected token: ${text}`
    )
  const demandSign = (text: string): void => {
    if (!takeSign(text)) throw unexpected(peek())
  }

  const statement = (): Statement => {
    const { kind, text, position } = peek()
    operators = 0
    if (kind === 'name' && isSign(tokens[at + 1], '=')) {
      at += 2
      return { name: text, value: expression(), position }
    }
    return { name: null, value: expression(), position }
  }

  const expression = (): Expression => {
    depth += 1
    const { position } = peek()
    if (depth > MAX_DEPTH) throw syntaxError(position, 'The formula is nested too deeply')
    const condition = binary(0)
    const found = takeSign('?') ? choice(condition, position) : condition
    depth -= 1
    return found
  }

  const choice = (condition: Expression, position: Position): Expression => {
    const chosen = expression()
    demandSign(':')
    return { kind: 'choice', condition, chosen, otherwise: expression(), position }
  }

  const binary = (level: number): Expression => {
    const signs = LEVELS[level]
    if (signs === undefined) return unary()
    let left = binary(level + 1)
    for (let token = peek(); signs.some((sign) => isSign(token, sign)); token = peek()) {
      at += 1
      operators += 1
      if (operators > MAX_OPERATORS) throw syntaxError(token.position, 'The statement is too long')
      const right = binary(level + 1)
      left = { kind: 'binary', sign: token.text, left, right, position: token.position }
    }
    return left
  }

  const unary = (): Expression => {
    const { text, position } = peek()
    if (!takeSign('-') && !takeSign('!')) return methods(primary())
    depth += 1
    if (depth > MAX_DEPTH) throw syntaxError(position, 'The formula is nested too deeply')
    const operand = unary()
    depth -= 1
    return { kind: 'unary', sign: text, operand, position }
  }

  const methods = (first: Expression): Expression => {
    let found = first
    while (takeSign('.')) {
      const { kind, text, position } = take()
      if (kind !== 'name') throw unexpected({ kind, text, position })
      demandSign('(')
      found = { kind: 'call', of: found, name: text, given: list(), position }
    }
    return found
  }

  const primary = (): Expression => {
    const token = take()
    const { kind, text, position } = token
    if (kind === 'number') return { kind, value: Number(text) }
    if (kind === 'string') return { kind, value: text.slice(1, -1) }
    if (kind === 'name' && takeSign('(')) {
      return { kind: 'call', of: null, name: text, given: list(), position }
    }
    if (kind === 'name') return { kind, name: text, position }
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
