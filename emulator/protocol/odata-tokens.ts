import { ticksOf } from './instant.ts'

/** A token of a `$filter`. */
export type Token =
  | { readonly kind: 'name' | 'mark'; readonly text: string }
  | {
      readonly kind: 'value'
      readonly text: string
      readonly value: string | number | boolean | bigint | null
    }

const PIECE =
  /\s*(?:(?<time>datetime'[^']*')|(?<string>'(?:[^']|'')*')|(?<number>-?\d+(?:\.\d+)?)(?![\w.])|(?<name>[A-Za-z_]\w*(?:\/[A-Za-z_]\w*)*)|(?<mark>[(),]))\s*/iy

const LITERALS = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null]
])

/** The tokens of a `$filter`; null if a part of it is not a token. */
export function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = []
  const piece = new RegExp(PIECE)
  while (piece.lastIndex < text.length) {
    const found = piece.exec(text)
    const token = found === null ? null : tokenOf(found.groups ?? {})
    if (token === null) return null
    tokens.push(token)
  }
  return tokens
}

function tokenOf(found: Readonly<Record<string, string | undefined>>): Token | null {
  const { time, string, number, name, mark } = found
  if (mark !== undefined) return { kind: 'mark', text: mark }
  if (string !== undefined) {
    return { kind: 'value', text: string, value: string.slice(1, -1).replaceAll("''", "'") }
  }
  if (number !== undefined) return { kind: 'value', text: number, value: Number(number) }
  if (time !== undefined) {
    const value = ticksOf(time.slice("datetime'".length, -1))
    return value === null ? null : { kind: 'value', text: time, value }
  }
  if (name === undefined) return null
  const literal = LITERALS.get(name)
  return literal === undefined
    ? { kind: 'name', text: name }
    : { kind: 'value', text: name, value: literal }
}
