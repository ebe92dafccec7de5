/** How often a job is looked at, in milliseconds. */
export interface Pace {
  readonly least: number
  readonly most: number
}

/** As the service would have it: two calls every 5 to 30 seconds. */
export const PACE: Pace = { least: 5000, most: 30_000 }

/** By how much each pause is longer than the one before while nothing changes. */
const GROWTH = 1.3

/** Pauses between looks: short while something happens, longer while nothing does, none the same as another runner's. */
export class Pauses {
  readonly #pace: Pace
  readonly #random: () => number
  #last = 0

  constructor(pace: Pace, random: () => number = Math.random) {
    this.#pace = pace
    this.#random = random
  }

  /** The next pause in milliseconds, within the bounds. */
  next(changed: boolean): number {
    const { least, most } = this.#pace
    this.#last = changed || this.#last === 0 ? least : Math.min(most, this.#last * GROWTH)
    return Math.min(most, this.#last * (1 + 0.2 * this.#random()))
  }
}
