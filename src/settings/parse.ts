/**
 * How the text of one input becomes a value. Each parser takes the text as it was given (never empty: an empty
 * input means its default) and throws an `InputProblem` whose message completes "input `name` …".
 */

/** Says what is wrong with one input's text. The message completes the sentence "`name` …". */
export class InputProblem extends Error {}

/** Turns the text of an input into its value, or throws an `InputProblem`. */
export type Parser<T> = (text: string) => T

/** What was given, in a sentence about it: not at length. Never for what may be a secret. */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)

/** Any text, trimmed. */
export const text: Parser<string> = (given) => given.trim()

/** Yes or no, in the words that YAML and people use. */
export const yesNo: Parser<boolean> = (given) => {
  const word = given.trim().toLowerCase()
  if (['true', 'yes', 'on', '1'].includes(word)) return true
  if (['false', 'no', 'off', '0'].includes(word)) return false
  throw new InputProblem(`is ${quoted(given)}; it takes true or false.`)
}

/** One of the given words. */
export const oneOf =
  <const W extends readonly string[]>(...words: W): Parser<W[number]> =>
  (given) => {
    const word = given.trim().toLowerCase()
    if (words.includes(word)) return word
    throw new InputProblem(`is ${quoted(given)}; it takes ${listed(words)}.`)
  }

/** Any of the given words, separated by commas or white space, in the order of the declaration. */
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
        `has ${unknown.map(quoted).join(', ')}; it takes any of ${words.join(', ')}.`
      )
    }
    if (chosen.length === 0)
      throw new InputProblem(`is ${quoted(given)}; it takes any of ${words.join(', ')}.`)
    return words.filter((word) => chosen.includes(word))
  }

/** A whole number within bounds, both included. */
export const wholeNumber =
  (least: number, most: number): Parser<number> =>
  (given) => {
    const number = Number(given.trim())
    if (/^\d+$/.test(given.trim()) && number >= least && number <= most) return number
    throw new InputProblem(`is ${quoted(given)}; it takes a whole number from ${least} to ${most}.`)
  }

/** An amount of time in one unit, fractions allowed. */
const amount =
  (unit: string) =>
  (most: number): Parser<number> =>
  (given) => {
    const number = Number(given.trim())
    if (/^\d+(\.\d+)?$/.test(given.trim()) && number > 0 && number <= most) return number
    throw new InputProblem(
      `is ${quoted(given)}; it takes ${unit}, more than 0 and at most ${most}.`
    )
  }

/** A number of seconds, fractions allowed. */
export const seconds = amount('seconds')

/** A number of minutes, fractions allowed. */
export const minutes = amount('minutes')

/** Lines of text, blank ones left out. */
export const lines: Parser<readonly string[]> = (given) =>
  given
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

/** Tesseract's languages, joined by a plus as Tesseract takes them. */
export const languages: Parser<readonly string[]> = (given) => {
  const names = given.split(/[+,\s]+/).filter(Boolean)
  const wrong = names.filter((name) => !/^[A-Za-z][A-Za-z0-9_]*(\/[A-Za-z0-9_]+)?$/.test(name))
  if (names.length === 0 || wrong.length > 0) {
    throw new InputProblem(
      `is ${quoted(given)}; it takes Tesseract's languages, such as eng or eng+fra.`
    )
  }
  return [...new Set(names)]
}

/** Which part of a run this is: the i-th of n. */
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
  throw new InputProblem(`is ${quoted(given)}; it takes i/n with i from 1 to n, such as 2/4.`)
}

/** When failed images fail the step: `share` is the largest share of failed images that is still forgiven. */
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
  throw new InputProblem(`is ${quoted(given)}; it takes any, all, never, or a share such as 5%.`)
}

/** `auto`, or a number of partitions. */
export const partitions: Parser<'auto' | number> = (given) => {
  if (given.trim().toLowerCase() === 'auto') return 'auto'
  try {
    return wholeNumber(1, 100_000)(given)
  } catch {
    throw new InputProblem(
      `is ${quoted(given)}; it takes auto, or a whole number from 1 to 100000.`
    )
  }
}

/** A regular expression with named groups that do not clash with `taken`, the names of the table's own columns. */
export const keyPattern =
  (taken: readonly string[]): Parser<RegExp> =>
  (given) => {
    const pattern = compiled(given)
    const groups = groupsOf(pattern)
    if (groups.length === 0) {
      throw new InputProblem(
        `has no named group, so it makes no column; write one as (?<phone>\\d+).`
      )
    }
    const clashing = groups.filter((group) => taken.includes(group))
    if (clashing.length > 0) {
      throw new InputProblem(
        `names the group ${listed(clashing)}, which is a column of the table already.`
      )
    }
    return pattern
  }

/** The named groups of a pattern. An empty alternative makes it match even nothing, so that every group shows. */
export const groupsOf = (pattern: RegExp): string[] =>
  Object.keys(new RegExp(`${pattern.source}|`).exec('')?.groups ?? {})

function compiled(source: string): RegExp {
  try {
    return new RegExp(source)
  } catch (error) {
    throw new InputProblem(`is no regular expression: ${(error as Error).message}.`, {
      cause: error
    })
  }
}

/** A prefix of an artifact's name; GitHub forbids some characters (github.com/actions/toolkit, artifact's path validation). */
export const artifactName: Parser<string> = (given) => {
  const name = given.trim()
  if (/^[^":<>|*?\r\n\\/]{1,200}$/.test(name)) return name
  throw new InputProblem(
    `is ${quoted(given)}; an artifact's name has none of " : < > | * ? \\ / and no line break.`
  )
}

/** Words as a list in a sentence: `a, b or c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
