import type { Parser } from './parse.ts'

/** The declaration of an input. */
export interface Input<T> {
  /** The text of the default value; empty if there is none. */
  readonly fallback: string
  /** The default as shown in documentation, if `fallback` does not express it. */
  readonly shownDefault?: string
  /** The description, in one paragraph of Markdown. */
  readonly meaning: string
  /** The name of the value in the command line's help; absent for a boolean input. */
  readonly placeholder?: string
  /** The value must not appear in a record, a log or a message. */
  readonly secret?: true
  readonly parse: Parser<T>
}

/** Declares an input and infers the type of its value. */
export const input = <T>(declaration: Input<T>): Input<T> => declaration
