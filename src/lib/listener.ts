/** The progress of a job. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly failed: number
  /** Estimated seconds until the end; null until the first image is done. */
  readonly secondsLeft: number | null
  /** The number of nodes and tasks in each state, as text; null for a job on this machine. */
  readonly status: string | null
}

/** An image that could not be read. */
export interface FailedImage {
  /** Its path. */
  readonly image: string
  readonly error: { readonly code: string; readonly message: string } | null
}

/** Receives what a run reports: a log on GitHub, a terminal, or nothing at all. */
export interface Listener {
  /** A new phase of the run begins; its title is a noun. */
  phase(title: string): void
  /** Information about the run. */
  say(sentence: string): void
  /** Something the user should know that does not stop the run. */
  warn(sentence: string): void
  /** Output of a program, such as a package installer. */
  output(text: string): void
  failed(image: FailedImage): void
  progress(progress: Progress): void
}
