/** Steps between ticks that are easy to read, in seconds. */
const STEPS = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200,
  86_400
] as const

/** More labels would overlap on a narrow screen. */
const MOST_TICKS = 6

/** The ticks of a time axis from 0 to the given number of seconds. */
export function ticksOf(span: number): number[] {
  const step = STEPS.find((seconds) => span / seconds < MOST_TICKS) ?? span / MOST_TICKS
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => index * step)
}

/** Seconds since the start of a run in clock format: `0:04.5`, `12:30`, `1:02:03`. */
export function clockTime(seconds: number): string {
  const tenths = Math.max(0, Math.round(seconds * 10))
  const hours = Math.floor(tenths / 36_000)
  const minutes = Math.floor((tenths % 36_000) / 600)
  const rest = String(Math.floor((tenths % 600) / 10)).padStart(2, '0')
  const parts = hours > 0 ? [hours, String(minutes).padStart(2, '0'), rest] : [minutes, rest]
  return `${parts.join(':')}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`
}
