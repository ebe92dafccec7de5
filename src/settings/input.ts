import type { Parser } from './parse.ts'

/** What is declared of an input. */
export interface Input<T> {
  /** The value's text where none is given; empty where there is none. */
  readonly fallback: string
  /** What the tables show as the default where `fallback` does not say it. */
  readonly shownDefault?: string
  /** One paragraph: what it does, in Markdown. */
  readonly meaning: string
  /** What the command line's help calls the value; absent for a yes-or-no input. */
  readonly placeholder?: string
  /** Its value stands in no record, no log and no message. */
  readonly secret?: true
  readonly parse: Parser<T>
}

/** An input as it is declared, with the type of its value. */
export const input = <T>(declaration: Input<T>): Input<T> => declaration
