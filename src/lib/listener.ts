import type { Row } from '../results/row.ts'

/** How far a job is. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly failed: number
  /** Seconds until the end, by the work estimated and the speed so far; null while nothing is done. */
  readonly secondsLeft: number | null
  /** How nodes and tasks stand, in a few words, where they are not this machine's; null where they are. */
  readonly status: string | null
}

/** Whoever hears the story of a run: a log on GitHub, a terminal, nobody. */
export interface Listener {
  /** A new part of the story begins; its title is a noun. */
  phase(title: string): void
  /** A sentence of the story. */
  say(sentence: string): void
  /** Something that the user should know, and the run goes on. */
  warn(sentence: string): void
  /** What a program prints while it works, such as an installation. */
  output(text: string): void
  /** An image could not be read. */
  failed(row: Row): void
  progress(progress: Progress): void
}
