/** A version of a resource: what conditional requests compare. */
export interface Stamp {
  /** As the service writes it: without quotation marks. */
  readonly eTag: string
  readonly lastModified: string
}

/** Ticks of 100 ns from the year 1 to 1970: the service's ETags are times counted in these. */
const TICKS_BEFORE_1970 = 621_355_968_000_000_000n

let last = 0n

/** The time in ticks since 1970. No two calls give the same, so that what happened first also says so. */
function tick(): bigint {
  const clock = BigInt(Date.now()) * 10_000n
  last = clock > last ? clock : last + 1n
  return last
}

function written(ticks: bigint): string {
  const seconds = new Date(Number(ticks / 10_000n)).toISOString().slice(0, 19)
  return `${seconds}.${String(ticks % 10_000_000n).padStart(7, '0')}Z`
}

/** A stamp that differs from all before. */
export function newStamp(): Stamp {
  const ticks = tick()
  const eTag = `0x${(ticks + TICKS_BEFORE_1970).toString(16).toUpperCase()}`
  return { eTag, lastModified: written(ticks) }
}

/** The time as the service writes it: with seven decimals. */
export const now = (): string => written(tick())
