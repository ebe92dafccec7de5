/** Between groups of digits, and between a number and its unit: narrow, and no line breaks there. */
const THIN = '\u202f'

/** The same with ordinary spaces, for logs and terminals. */
export const plainSpaces = (text: string): string => text.replaceAll(THIN, ' ')

/** A whole number for people: `1 234 567`. */
export const grouped = (number: number): string =>
  String(Math.round(number)).replace(/\B(?=(?:\d{3})+$)/g, THIN)

/** A number with its noun: `1 image`, `1 234 images`. */
export const count = (number: number, noun: string): string =>
  `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`

/** A number with at most one decimal: `91.2`, `1 234`. */
export function decimal(number: number): string {
  const tenths = Math.round(Math.abs(number) * 10)
  const sign = number < 0 && tenths > 0 ? '-' : ''
  return `${sign}${grouped(Math.floor(tenths / 10))}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`
}

/** A share of 1 in percent: `97 %`. */
export const percent = (share: number): string => `${grouped(share * 100)}${THIN}%`

/** Seconds as people say them: `0.4 s`, `12 s`, `2 min 5 s`, `1 h 3 min`. */
export function duration(seconds: number): string {
  if (seconds > 0 && seconds < 0.05) return `<${THIN}0.1${THIN}s`
  if (seconds < 9.95) return `${decimal(seconds)}${THIN}s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole}${THIN}s`
  if (whole < 3600) return inTwo(Math.floor(whole / 60), 'min', whole % 60, 's')
  const minutes = Math.round(seconds / 60)
  return inTwo(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

const inTwo = (large: number, largeUnit: string, small: number, smallUnit: string): string =>
  `${grouped(large)}${THIN}${largeUnit}${small === 0 ? '' : ` ${small}${THIN}${smallUnit}`}`

const SIZES = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** Bytes as people say them: `512 bytes`, `1.2 MB`. */
export function size(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${decimal(bytes / 1000 ** power)}${THIN}${SIZES[power]}`
}

/** A moment in UTC as people write it: `2026-11-22 23:23:37`; what is no moment stays as it is. */
export function moment(iso: string): string {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? iso : new Date(time).toISOString().slice(0, 19).replace('T', ' ')
}
