/** The progress of a job. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly failed: number
  /** Estimated seconds until the end, from the speed so far; null before the first image is done. */
  readonly secondsLeft: number | null
  /** The status of nodes and tasks, in a few words; null if they are on this machine. */
  readonly status: string | null
}

/** An image that could not be read, and why. */
export interface FailedImage {
  readonly image: string
  readonly error: { readonly code: string; readonly message: string } | null
}

/** Receives the events of a run as they happen: a log on GitHub, a terminal, or nothing. */
export interface Listener {
  /** A new phase of the run begins; its title is a noun. */
  phase(title: string): void
  /** A message, as a sentence. */
  say(sentence: string): void
  /** A problem that does not stop the run. */
  warn(sentence: string): void
  /** The output of a program that runs, such as an installation. */
  output(text: string): void
  /** An image could not be read. */
  failed(image: FailedImage): void
  progress(progress: Progress): void
}
