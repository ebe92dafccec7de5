/** Carries events from those who make them to the one who follows, without losing any and without a limit. */
export class EventQueue<T> implements AsyncIterable<T> {
  readonly #events: T[] = []
  #ended = false
  #error: unknown
  #wake: () => void = () => {}

  push(event: T): void {
    this.#events.push(event)
    this.#wake()
  }

  /** Nothing more will come; an error is thrown to the follower after the last event. */
  end(error?: unknown): void {
    this.#ended = true
    this.#error = error
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      const batch = this.#events.splice(0)
      yield* batch
      if (batch.length > 0) continue
      if (this.#error !== undefined) throw this.#error
      if (this.#ended) return
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
