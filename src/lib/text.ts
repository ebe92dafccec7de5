/** A narrow no-break space: separates groups of digits, and a number from its unit. */
const NARROW_SPACE = '\u202f'

/** Replaces narrow spaces by ordinary ones, for logs and terminals. */
export const plainSpaces = (text: string): string => text.replaceAll(NARROW_SPACE, ' ')

/** A whole number with its digits in groups: `1 234 567`. */
export const grouped = (number: number): string =>
  String(Math.round(number)).replace(/\B(?=(?:\d{3})+$)/g, NARROW_SPACE)

/** A number with its noun: `1 image`, `1 234 images`. */
export const count = (number: number, noun: string): string =>
  `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`

/** A number with at most one decimal: `91.2`, `1 234`. */
export function decimal(number: number): string {
  const tenths = Math.round(Math.abs(number) * 10)
  const sign = number < 0 && tenths > 0 ? '-' : ''
  return `${sign}${grouped(Math.floor(tenths / 10))}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`
}

/** A fraction of 1 as a percentage: `97 %`. */
export const percent = (share: number): string => `${grouped(share * 100)}${NARROW_SPACE}%`

/** Seconds in readable units: `0.4 s`, `12 s`, `2 min 5 s`, `1 h 3 min`. */
export function duration(seconds: number): string {
  if (seconds > 0 && seconds < 0.05) return `<${NARROW_SPACE}0.1${NARROW_SPACE}s`
  if (seconds < 9.95) return `${decimal(seconds)}${NARROW_SPACE}s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole}${NARROW_SPACE}s`
  if (whole < 3600) return inTwoUnits(Math.floor(whole / 60), 'min', whole % 60, 's')
  const minutes = Math.round(seconds / 60)
  return inTwoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

const inTwoUnits = (large: number, largeUnit: string, small: number, smallUnit: string): string =>
  `${grouped(large)}${NARROW_SPACE}${largeUnit}${small === 0 ? '' : ` ${small}${NARROW_SPACE}${smallUnit}`}`

const SIZES = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** Bytes in readable units: `512 bytes`, `1.2 MB`. */
export function size(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${decimal(bytes / 1000 ** power)}${NARROW_SPACE}${SIZES[power]}`
}

/** A time in UTC: `2026-11-22 23:23:37`. Text that is not a time is returned unchanged. */
export function dateTime(iso: string): string {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? iso : new Date(time).toISOString().slice(0, 19).replace('T', ' ')
}
