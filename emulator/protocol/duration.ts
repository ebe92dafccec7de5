const DURATION = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** What the service writes for "without limit", `P10675199DT2H48M5.4775807S`, in milliseconds. */
const WITHOUT_LIMIT = (((10_675_199 * 24 + 2) * 60 + 48) * 60 + 5) * 1000

/**
 * The milliseconds of an ISO 8601 duration as Batch takes it: days, hours, minutes, seconds.
 *
 * @returns Infinity for the longest that the service knows, which it writes for "without limit"; null for what is no
 *   duration
 */
export function milliseconds(duration: string): number | null {
  const parts = DURATION.exec(duration)
  if (parts === null) return null
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  const sum = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  return sum >= WITHOUT_LIMIT ? Number.POSITIVE_INFINITY : sum
}
