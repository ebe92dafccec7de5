/** One character of a name, or any number of them. */
type Token = ((character: string) => boolean) | typeof ANY

const ANY = Symbol('any characters')

/** Tests a name against one segment of a pattern. */
export type NameTest = (name: string) => boolean

/** Whether a segment of a pattern has wildcards. */
export const hasWildcard = (part: string): boolean => /[*?[]/.test(part)

/**
 * Compiles a segment of a pattern: `*`, `?`, `[abc]`, `[a-c]`, `[!abc]`. Names with a leading dot match only if the segment
 * starts with a dot too.
 */
export function nameTest(part: string): NameTest {
  const tokens = tokensOf(part)
  const dotted = part.startsWith('.')
  return (name) => (dotted || !name.startsWith('.')) && matches(tokens, [...name])
}

const PIECE = /(?<any>\*+)|(?<one>\?)|\[(?<not>!?)(?<set>\]?[^\]]*)\]|(?<plain>[\s\S])/gu

function tokensOf(part: string): Token[] {
  return [...part.matchAll(PIECE)].map(({ groups = {} }) => {
    const { any, one, not, set, plain } = groups
    if (any !== undefined) return ANY
    if (one !== undefined) return () => true
    if (set === undefined) return (character) => character === plain
    const members = membersOf(set)
    return (character) => members(character) !== (not === '!')
  })
}

function membersOf(set: string): (character: string) => boolean {
  const ranges = [...set.matchAll(/([\s\S])-([\s\S])|([\s\S])/gu)].map(
    ([, from, to, single = '']) => [from ?? single, to ?? single] as const
  )
  return (character) => ranges.some(([from, to]) => from <= character && character <= to)
}

/** Backtracks only to the last `*`, which suffices and takes quadratic time at most. */
function matches(tokens: readonly Token[], name: readonly string[]): boolean {
  let token = 0
  let star = -1
  let resume = 0
  for (let at = 0; at < name.length; ) {
    const wanted = tokens[token]
    if (wanted === ANY) {
      star = token++
      resume = at
    } else if (wanted?.(name[at] ?? '')) {
      token++
      at++
    } else if (star >= 0) {
      token = star + 1
      at = ++resume
    } else return false
  }
  return tokens.slice(token).every((rest) => rest === ANY)
}
