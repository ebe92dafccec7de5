/** The samples of a metric, such as `$PendingTasks`, as used by a formula. */
export interface Samples {
  readonly name: string
  /** The values in a period, latest last. */
  between(from: number, to: number): number[]
  /** The latest values, latest last. */
  last(count: number): number[]
  /** The current value. */
  latest(): number
  /** The percentage of the expected samples that exist in a period. */
  percentBetween(from: number, to: number): number
  readonly count: number
  /** Milliseconds between two samples. */
  readonly period: number
  /** When the first sample was taken. */
  readonly begin: number
}

/** Number of samples that are kept: two hours at the service's rate. */
const MAX_MOMENTS = 240

/** The values of all metrics at one time. */
export type Measured = Readonly<Record<string, number>>

/** The samples of a pool, in formula time, which may run faster than real time. */
export class SampleHistory {
  readonly #moments: { readonly at: number; readonly measured: Measured }[] = []
  readonly #period: number

  /** @param period milliseconds of formula time between two samples */
  constructor(period: number) {
    this.#period = period
  }

  take(at: number, measured: Measured): void {
    this.#moments.push({ at, measured })
    if (this.#moments.length > MAX_MOMENTS) this.#moments.shift()
  }

  /** The samples of a metric, given the current values. */
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
