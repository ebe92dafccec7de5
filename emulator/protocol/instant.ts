const INSTANT =
  /^(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)(?:\.(\d{1,7}))?(?:Z|([+-]\d\d:\d\d))?$/i

/**
 * A time in ticks of 100 ns since 1970: the service writes seven decimals, more than a `Date` keeps. Null for what is no
 * time. Without an offset a time is UTC.
 */
export function ticksOf(text: string): bigint | null {
  const [, first, fraction = '', offset = 'Z'] = INSTANT.exec(text.trim()) ?? []
  if (first === undefined) return null
  const whole = Date.parse(first.includes('T') ? first + offset : first)
  if (Number.isNaN(whole)) return null
  return BigInt(whole) * 10_000n + BigInt(fraction.padEnd(7, '0'))
}
