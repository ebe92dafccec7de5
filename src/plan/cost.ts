import type { SourceImage } from '../images/image.ts'

/**
 * Seconds that a warm engine takes for an image, estimated from its header. Fitted on real scans and generated pages. It
 * ranks images better than pixels or bytes alone, which matters because the largest are read first.
 */
const BASE = 0.05
const PER_MEGAPIXEL = 0.24
const PER_MEGABYTE = 0.57

/** PDF pages have no pixels until they are rasterized; this is an A4 page at 300 dpi. */
const PDF_MEGAPIXELS = 8.7

/** Estimates the seconds to read an image; 0 if it will not be read. */
export function estimateSeconds(image: SourceImage): number {
  if (!image.header) return 0
  const megapixels = image.header.format === 'pdf' ? PDF_MEGAPIXELS : image.header.pixels / 1e6
  return BASE + PER_MEGAPIXEL * megapixels + PER_MEGABYTE * Math.min(image.bytes / 1e6, megapixels)
}
