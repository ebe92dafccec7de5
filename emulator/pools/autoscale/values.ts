import type { Samples } from './samples.ts'

/** A moment, in milliseconds since 1970. */
export class Timestamp {
  readonly at: number
  constructor(at: number) {
    this.at = at
  }
}

/** A length of time, in milliseconds. */
export class Interval {
  readonly length: number
  constructor(length: number) {
    this.length = length
  }
}

/** What an expression of a formula is worth. Truth is a number other than 0. */
export type Value = number | string | readonly number[] | Timestamp | Interval | Samples

/** A value as `results` of an evaluation shows it. */
export function shown(value: Value): string {
  if (value instanceof Timestamp) return new Date(value.at).toISOString()
  if (value instanceof Interval) return timeSpan(value.length)
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  return 'latest' in value ? String(value.latest()) : value.join(',')
}

/** `d.hh:mm:ss`, as the service's runtime writes a length of time. */
function timeSpan(length: number): string {
  const seconds = Math.trunc(Math.abs(length) / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  const days = Math.trunc(seconds / 86_400)
  const clock = [Math.trunc(seconds / 3600) % 24, Math.trunc(seconds / 60) % 60, seconds % 60]
  return `${length < 0 ? '-' : ''}${days > 0 ? `${days}.` : ''}${clock.map(two).join(':')}`
}
