import { type Position, syntaxError } from './formula-error.ts'

/** A token of a formula. */
export interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'sign' | 'end'
  readonly text: string
  readonly position: Position
}

const SPACE = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y
const PARTS = [
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['string', /"[^"\n]*"/y],
  ['name', /[$A-Za-z_][A-Za-z0-9_]*/y],
  ['sign', /==|!=|<=|>=|&&|\|\||[-+*/!<>?:;,.()=]/y]
] as const

/**
 * Splits a formula into tokens, without spaces and comments. The last token is of kind `end`.
 *
 * @throws FormulaError for an unexpected character
 */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = []
  let at = ending(SPACE, formula, 0)
  while (at < formula.length) {
    const token = tokenAt(formula, at)
    tokens.push(token)
    at = ending(SPACE, formula, at + token.text.length)
  }
  return [...tokens, { kind: 'end', text: '', position: positionAt(formula, formula.length) }]
}

function tokenAt(formula: string, at: number): Token {
  const position = positionAt(formula, at)
  for (const [kind, pattern] of PARTS) {
    const end = ending(pattern, formula, at)
    if (end > at) return { kind, text: formula.slice(at, end), position }
  }
  throw syntaxError(position, `Unexpected character: ${formula[at]}`)
}

/** The end of the match of a pattern at an index; the index itself if there is no match. */
function ending(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function positionAt(formula: string, at: number): Position {
  const before = formula.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
