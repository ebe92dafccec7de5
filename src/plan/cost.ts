import type { SourceImage } from '../images/image.ts'

/**
 * Seconds that a warm engine takes for an image, told from its header. Fitted on real scans and made pages; it ranks
 * images better than pixels or bytes alone, and ranking is what a queue of the largest first needs.
 */
const BASE = 0.05
const PER_MEGAPIXEL = 0.24
const PER_MEGABYTE = 0.57

/** A PDF's pages have no pixels before they are drawn; this is an A4 page at 300 dpi. */
const PDF_MEGAPIXELS = 8.7

/** Estimates the seconds that reading an image takes; an image that will not be read costs nothing. */
export function estimateSeconds(image: SourceImage): number {
  if (!image.header) return 0
  const megapixels = image.header.format === 'pdf' ? PDF_MEGAPIXELS : image.header.pixels / 1e6
  return BASE + PER_MEGAPIXEL * megapixels + PER_MEGABYTE * Math.min(image.bytes / 1e6, megapixels)
}
