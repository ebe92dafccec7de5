import { count, decimal, grouped } from '../lib/text.ts'
import type { Row } from '../results/row.ts'
import { html, type Markup } from './html.ts'

const BINS = 20
const WIDTH = 100 / BINS
/** In pixels: the height of the highest bar, and the space above and below it. */
const HEIGHT = 120
const ABOVE = 18
const BELOW = 20

/** Draws how many images have which confidence; null if none has any. */
export function confidenceHistogram(rows: readonly Row[]): Markup | null {
  const confidences = rows.map(({ confidence }) => confidence).filter((value) => value !== null)
  if (confidences.length === 0) return null
  const bins = binned(confidences)
  const highest = Math.max(...bins)
  return html`<svg class="histogram" role="img" aria-label="${description(confidences)}">
${bins.map((images, bin) => bar(images, bin, highest))}
<line class="base" x1="0" x2="100%" y1="${ABOVE + HEIGHT}" y2="${ABOVE + HEIGHT}"/>
${[0, 25, 50, 75, 100].map(mark)}
</svg>
<p class="note">${description(confidences)}</p>`
}

/** How many of the confidences, 0 to 100, are in each bin; 100 is in the last. */
export function binned(confidences: readonly number[]): number[] {
  const bins = Array.from({ length: BINS }, () => 0)
  for (const confidence of confidences) {
    const bin = Math.min(BINS - 1, Math.floor(confidence / WIDTH))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  return bins
}

function bar(images: number, bin: number, highest: number): Markup | null {
  if (images === 0) return null
  const height = Math.max(2, Math.round((images / highest) * HEIGHT))
  const top = ABOVE + HEIGHT - height
  return html`<rect class="bar" x="${bin * WIDTH + 0.4}%" width="${WIDTH - 0.8}%" y="${top}" height="${height}" rx="2"><title>${count(images, 'image')} with a confidence of ${bin * WIDTH} to ${(bin + 1) * WIDTH}</title></rect><text class="bin" x="${(bin + 0.5) * WIDTH}%" y="${top - 5}" text-anchor="middle">${grouped(images)}</text>`
}

const mark = (value: number): Markup =>
  html`<text x="${value}%" y="${ABOVE + HEIGHT + BELOW - 4}" text-anchor="${value === 0 ? 'start' : value === 100 ? 'end' : 'middle'}">${value}</text>`

function description(confidences: readonly number[]): string {
  const sorted = [...confidences].sort((a, b) => a - b)
  const at = (share: number): string =>
    decimal(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
  const images = `Mean confidence of ${count(sorted.length, 'image')} with words`
  if (at(0) === at(1)) return `${images}: ${at(0)}.`
  return `${images}: ${at(0)} to ${at(1)}, half of them between ${at(0.25)} and ${at(0.75)}.`
}
