/** How often a job is polled, in milliseconds. */
export interface PollInterval {
  readonly min: number
  readonly max: number
}

/** The interval for the real service: two calls every 5 to 30 seconds. */
export const POLL_INTERVAL: PollInterval = { min: 5000, max: 30_000 }

/** The factor by which each pause is longer than the previous one while nothing changes. */
const GROWTH = 1.3

/** The pauses between polls: short while something changes, then longer, with jitter to keep runners apart. */
export class PollPauses {
  readonly #interval: PollInterval
  readonly #random: () => number
  #last = 0

  constructor(interval: PollInterval, random: () => number = Math.random) {
    this.#interval = interval
    this.#random = random
  }

  /** The next pause in milliseconds, within the interval. */
  next(changed: boolean): number {
    const { min, max } = this.#interval
    this.#last = changed || this.#last === 0 ? min : Math.min(max, this.#last * GROWTH)
    return Math.min(max, this.#last * (1 + 0.2 * this.#random()))
  }
}
