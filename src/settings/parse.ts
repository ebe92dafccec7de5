/**
 * Parsers of the inputs. A parser gets the text of an input (never empty: an empty input means its default) and returns
 * its value, or throws an `InputProblem`.
 */

/** An invalid input. The message completes the sentence "Input `name` …". */
export class InputProblem extends Error {}

/** Parses the text of an input, or throws an `InputProblem`. */
export type Parser<T> = (text: string) => T

/** A given text for a message, shortened. Not for texts that may be secret. */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)

/** The problem of a text that is not what is `expected`, which completes "must be …". */
export const unexpected = (given: string, expected: string): InputProblem =>
  new InputProblem(`must be ${expected}, not ${quoted(given)}.`)

/** Any text, trimmed. */
export const text: Parser<string> = (given) => given.trim()

/** A boolean, as written in YAML. */
export const yesNo: Parser<boolean> = (given) => {
  const word = given.trim().toLowerCase()
  if (['true', 'yes', 'on', '1'].includes(word)) return true
  if (['false', 'no', 'off', '0'].includes(word)) return false
  throw unexpected(given, 'true or false')
}

/** One of the given words. */
export const oneOf =
  <const W extends readonly string[]>(...words: W): Parser<W[number]> =>
  (given) => {
    const word = given.trim().toLowerCase()
    if (words.includes(word)) return word
    throw unexpected(given, listed(words))
  }

/** One or more of the given words, separated by commas or white space; returned in the order of the declaration. */
export const anyOf =
  <const W extends readonly string[]>(...words: W): Parser<readonly W[number][]> =>
  (given) => {
    const chosen = given
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean)
    const unknown = chosen.filter((word) => !words.includes(word))
    if (unknown.length > 0) {
      throw new InputProblem(
        `has the unknown value ${unknown.map(quoted).join(', ')}. Possible values: ${words.join(', ')}.`
      )
    }
    if (chosen.length === 0) throw unexpected(given, `one or more of ${words.join(', ')}`)
    return words.filter((word) => chosen.includes(word))
  }

/** A whole number within bounds, both inclusive. */
export const wholeNumber =
  (least: number, most: number): Parser<number> =>
  (given) => {
    const number = Number(given.trim())
    if (/^\d+$/.test(given.trim()) && number >= least && number <= most) return number
    throw unexpected(given, `a whole number from ${least} to ${most}`)
  }

const amount =
  (unit: string) =>
  (most: number): Parser<number> =>
  (given) => {
    const number = Number(given.trim())
    if (/^\d+(\.\d+)?$/.test(given.trim()) && number > 0 && number <= most) return number
    throw unexpected(given, `a number of ${unit} greater than 0 and at most ${most}`)
  }

/** A number of seconds, which may be fractional. */
export const seconds = amount('seconds')

/** A number of minutes, which may be fractional. */
export const minutes = amount('minutes')

/** Lines of text, without blank lines. */
export const lines: Parser<readonly string[]> = (given) =>
  given
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

/** Tesseract languages, joined by plus signs as in Tesseract, or separated by commas or white space. */
export const languages: Parser<readonly string[]> = (given) => {
  const names = given.split(/[+,\s]+/).filter(Boolean)
  const wrong = names.filter((name) => !/^[A-Za-z][A-Za-z0-9_]*(\/[A-Za-z0-9_]+)?$/.test(name))
  if (names.length === 0 || wrong.length > 0)
    throw unexpected(given, 'Tesseract languages, such as eng or eng+fra')
  return [...new Set(names)]
}

/** The part of the images that a run reads: number `index` of `count` shards. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** `i/n`, with 1 ≤ i ≤ n. */
export const shard: Parser<Shard> = (given) => {
  const [, index, count] = /^\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*$/.exec(given) ?? []
  if (Number(index) >= 1 && Number(index) <= Number(count)) {
    return { index: Number(index), count: Number(count) }
  }
  throw unexpected(given, 'i/n with i from 1 to n, such as 2/4')
}

/** When failed images fail the run. `share` is the largest share of failed images that is tolerated. */
export type FailOn =
  | { readonly when: 'any' | 'all' | 'never' }
  | { readonly when: 'share'; readonly share: number }

/** `any`, `all`, `never`, or a share such as `5%`. */
export const failOn: Parser<FailOn> = (given) => {
  const word = given.trim().toLowerCase()
  if (word === 'any' || word === 'all' || word === 'never') return { when: word }
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(word)?.[1]
  if (percent !== undefined && Number(percent) <= 100) {
    return { when: 'share', share: Number(percent) / 100 }
  }
  throw unexpected(given, 'any, all, never, or a share such as 5%')
}

/** `auto`, or a number of partitions. */
export const partitions: Parser<'auto' | number> = (given) => {
  if (given.trim().toLowerCase() === 'auto') return 'auto'
  try {
    return wholeNumber(1, 100_000)(given)
  } catch {
    throw unexpected(given, 'auto, or a whole number from 1 to 100000')
  }
}

/** A regular expression with named groups, none of which is in `taken`, the names of the table's own columns. */
export const keyPattern =
  (taken: readonly string[]): Parser<RegExp> =>
  (given) => {
    const pattern = compiled(given)
    const groups = groupsOf(pattern)
    if (groups.length === 0) {
      throw new InputProblem(
        `has no named group, so it creates no column. Add a named group, such as (?<phone>\\d+).`
      )
    }
    const clashing = groups.filter((group) => taken.includes(group))
    if (clashing.length > 0) {
      throw new InputProblem(
        `has the group ${listed(clashing)}, which is already a column of the table. Choose another name.`
      )
    }
    return pattern
  }

/** The named groups of a pattern. The empty alternative makes it match the empty text, so that all groups are present. */
export const groupsOf = (pattern: RegExp): string[] =>
  Object.keys(new RegExp(`${pattern.source}|`).exec('')?.groups ?? {})

function compiled(source: string): RegExp {
  try {
    return new RegExp(source)
  } catch (error) {
    throw new InputProblem(`is not a valid regular expression: ${(error as Error).message}.`, {
      cause: error
    })
  }
}

/** A prefix of artifact names, without the characters that GitHub rejects (actions/toolkit, path-and-artifact-name-validation). */
export const artifactName: Parser<string> = (given) => {
  const name = given.trim()
  if (/^[^":<>|*?\r\n\\/]{1,200}$/.test(name)) return name
  throw unexpected(
    given,
    'a name of at most 200 characters, without line breaks and without " : < > | * ? \\ /'
  )
}

/** Words as a list in a sentence: `a, b or c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
