/** Draws a water meter as in a phone photo: round, slightly blurred, lit from one side. */
import { fontFile } from './drawing.ts'

/** What can be read on the meter. */
export interface MeterFace {
  maker: string
  serial: string
  reading: string
}

const size = { width: 1000, height: 1000 }
const middle = 500

const lightFromTheLeft = [
  ...[
    '(',
    '-size',
    `${size.height}x${size.width}`,
    'gradient:#ffffff-#8f8f8f',
    '-rotate',
    '-90',
    ')'
  ],
  ...['-compose', 'Multiply', '-composite']
]

/** The arguments to draw the face of a meter. */
export function meterOf(face: MeterFace): string[] {
  return [
    ...['-seed', '427', '-size', `${size.width}x${size.height}`, 'gradient:#8d8778-#5f5a50'],
    ...['-fill', '#3b5563', '-stroke', '#22323b', '-strokewidth', '6'],
    ...['-draw', `circle ${middle},${middle} ${middle},40`],
    ...['-fill', '#f1efe6', '-draw', `circle ${middle},${middle} ${middle},95`],
    ...['-stroke', 'none', '-font', fontFile('DejaVuSans'), '-gravity', 'North'],
    ...printed(face.maker, 240, 56),
    ...wheels(face.reading),
    ...printed('cubic metres', 520, 40),
    ...printed(`Serial No. ${face.serial}`, 640, 46),
    ...printed('Made in 2024', 730, 36),
    ...lightFromTheLeft,
    ...['-distort', 'SRT', '1.2', '-attenuate', '0.3', '+noise', 'Gaussian'],
    ...['-blur', '0x1.2', '-strip'],
    ...['-sampling-factor', '4:2:0', '-quality', '72']
  ]
}

function printed(text: string, y: number, points: number): string[] {
  return ['-fill', '#1d1d1d', '-pointsize', String(points), '-annotate', `+0+${y}`, text]
}

function wheels(reading: string): string[] {
  const step = 92
  const left = middle - (reading.length * step) / 2
  return [...reading].flatMap((figure, i) => {
    const x = left + i * step
    const frame = `rectangle ${x + 6},350 ${x + step - 6},480`
    return [
      ...['-fill', '#fbfbf8', '-stroke', '#9a978c', '-strokewidth', '2', '-draw', frame],
      ...['-stroke', 'none', '-fill', '#111111', '-pointsize', '92'],
      ...['-annotate', `+${x + step / 2 - middle}+362`, figure]
    ]
  })
}
