/** One metric's samples as a formula asks for them: `$PendingTasks` and the like. */
export interface Samples {
  readonly name: string
  /** The values from one moment to another, latest last. */
  between(from: number, to: number): number[]
  /** The latest values, latest last. */
  last(count: number): number[]
  /** What it is worth now. */
  latest(): number
  /** How many percent of the samples that this time should have are there. */
  percentBetween(from: number, to: number): number
  readonly count: number
  /** Milliseconds between two samples. */
  readonly period: number
  /** When the first sample was taken. */
  readonly begin: number
}

/** How many moments are kept: two hours at the service's rate. */
const MAX_MOMENTS = 240

/** What was measured at one moment, by metric. */
export type Measured = Readonly<Record<string, number>>

/** The samples of one pool. Time is the formula's, which may run faster than the clock. */
export class SampleHistory {
  readonly #moments: { readonly at: number; readonly measured: Measured }[] = []
  readonly #period: number

  /** @param period milliseconds of the formula's time between two samples */
  constructor(period: number) {
    this.#period = period
  }

  take(at: number, measured: Measured): void {
    this.#moments.push({ at, measured })
    if (this.#moments.length > MAX_MOMENTS) this.#moments.shift()
  }

  /** The samples of one metric, and what is measured now. */
  of(name: string, now: Measured): Samples {
    const valueAt = ({ measured }: { readonly measured: Measured }) => measured[name] ?? 0
    const moments = this.#moments
    const period = this.#period
    const between = (from: number, to: number) =>
      moments.filter(({ at }) => at >= from && at <= to).map(valueAt)
    return {
      name,
      between,
      last: (count) => (count > 0 ? moments.slice(-count).map(valueAt) : []),
      latest: () => now[name] ?? 0,
      percentBetween: (from, to) => {
        const due = Math.max(1, Math.floor((to - from) / period))
        return Math.min(100, (between(from, to).length / due) * 100)
      },
      count: moments.length,
      period,
      begin: moments[0]?.at ?? 0
    }
  }
}
