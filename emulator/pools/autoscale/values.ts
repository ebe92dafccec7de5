import type { Samples } from './samples.ts'

/** A point in time, in milliseconds since 1970. */
export class Timestamp {
  readonly at: number
  constructor(at: number) {
    this.at = at
  }
}

/** A duration, in milliseconds. */
export class Interval {
  readonly length: number
  constructor(length: number) {
    this.length = length
  }
}

/** The value of an expression. Numbers other than 0 are true. */
export type Value = number | string | readonly number[] | Timestamp | Interval | Samples

/** A value as shown in `results` of an evaluation. */
export function shown(value: Value): string {
  if (value instanceof Timestamp) return new Date(value.at).toISOString()
  if (value instanceof Interval) return timeSpan(value.length)
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  return 'latest' in value ? String(value.latest()) : value.join(',')
}

/** `d.hh:mm:ss`, the format of .NET, in which the service runs. */
function timeSpan(length: number): string {
  const seconds = Math.trunc(Math.abs(length) / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  const days = Math.trunc(seconds / 86_400)
  const clock = [Math.trunc(seconds / 3600) % 24, Math.trunc(seconds / 60) % 60, seconds % 60]
  return `${length < 0 ? '-' : ''}${days > 0 ? `${days}.` : ''}${clock.map(two).join(':')}`
}
