/** A version of a resource, as compared by conditional requests. */
export interface Stamp {
  /** Without quotation marks, as the service writes it. */
  readonly eTag: string
  readonly lastModified: string
}

/** Ticks of 100 ns from year 1 to 1970. The service's ETags are times in such ticks. */
const TICKS_BEFORE_1970 = 621_355_968_000_000_000n

let last = 0n

/** The time in ticks since 1970. Strictly increasing, so that the order of events is preserved. */
function tick(): bigint {
  const clock = BigInt(Date.now()) * 10_000n
  last = clock > last ? clock : last + 1n
  return last
}

function written(ticks: bigint): string {
  const seconds = new Date(Number(ticks / 10_000n)).toISOString().slice(0, 19)
  return `${seconds}.${String(ticks % 10_000_000n).padStart(7, '0')}Z`
}

/** A stamp that is newer than all earlier ones. */
export function newStamp(): Stamp {
  const ticks = tick()
  const eTag = `0x${(ticks + TICKS_BEFORE_1970).toString(16).toUpperCase()}`
  return { eTag, lastModified: written(ticks) }
}

/** The current time in the service's format, with seven decimals. */
export const now = (): string => written(tick())
