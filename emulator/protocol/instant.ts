const INSTANT =
  /^(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)(?:\.(\d{1,7}))?(?:Z|([+-]\d\d:\d\d))?$/i

/**
 * A time in ticks of 100 ns since 1970, because the service writes seven decimals and a `Date` keeps three. Times without
 * an offset are UTC. Null if the text is not a time.
 */
export function ticksOf(text: string): bigint | null {
  const [, first, fraction = '', offset = 'Z'] = INSTANT.exec(text.trim()) ?? []
  if (first === undefined) return null
  const whole = Date.parse(first.includes('T') ? first + offset : first)
  if (Number.isNaN(whole)) return null
  return BigInt(whole) * 10_000n + BigInt(fraction.padEnd(7, '0'))
}
