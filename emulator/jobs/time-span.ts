import * as v from 'valibot'
import { milliseconds } from '../protocol/duration.ts'

/** The service's value for "no limit". */
export const WITHOUT_LIMIT = 'P10675199DT2H48M5.4775807S'

/** The whole days of that, in milliseconds. */
const LONGEST = 10_675_199 * 86_400_000

const DURATION =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** A duration in a body. The service stores it as a number and therefore returns it in canonical form. */
export const timeSpanSchema = v.pipe(
  v.string(),
  v.regex(DURATION, 'The value is not an ISO 8601 duration.'),
  v.transform(canonical)
)

/** `P3Y6M4DT12H30M5S` becomes `P1279DT12H30M5S` and `PT90M` becomes `PT1H30M`: a year is 365 days, a month 30. */
function canonical(duration: string): string {
  const parts =
    DURATION.exec(duration)
      ?.slice(1)
      .map((part) => Number(part ?? 0)) ?? []
  const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
  const wholeDays = years * 365 + months * 30 + days
  const span = Math.round(((wholeDays * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000)
  return span >= LONGEST ? WITHOUT_LIMIT : written(span)
}

function written(span: number): string {
  const seconds = (span % 60_000) / 1000
  const minutes = Math.floor(span / 60_000) % 60
  const hours = Math.floor(span / 3_600_000) % 24
  const days = Math.floor(span / 86_400_000)
  const time = part(hours, 'H') + part(minutes, 'M') + part(seconds, 'S')
  if (days === 0 && time === '') return 'PT0S'
  return `P${part(days, 'D')}${time === '' ? '' : `T${time}`}`
}

const part = (count: number, letter: string): string => (count === 0 ? '' : `${count}${letter}`)

/** The length of a duration in milliseconds; null for no limit. */
export function limitOf(duration: string): number | null {
  const span = milliseconds(duration)
  return span === null || span === Number.POSITIVE_INFINITY ? null : span
}
