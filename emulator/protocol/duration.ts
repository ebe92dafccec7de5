const DURATION = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** `P10675199DT2H48M5.4775807S`, with which the service expresses "no limit", in milliseconds. */
const WITHOUT_LIMIT = (((10_675_199 * 24 + 2) * 60 + 48) * 60 + 5) * 1000

/**
 * The length in milliseconds of an ISO 8601 duration in the subset that Batch accepts: days, hours, minutes, seconds.
 *
 * @returns Infinity for the longest duration, which means "no limit"; null if the text is not a duration
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
