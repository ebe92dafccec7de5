import { type Row, unreadRow } from './row.ts'

/** An image that a run planned to read: its path, and what is known of it before it is read. */
export type PlannedImage = Pick<Row, 'image'> & Partial<Row>

/** The row of an image that has no result, because of what happened to its run. */
export const lostRow = (image: PlannedImage, reason: string): Row => ({
  ...unreadRow(image),
  error: { code: 'lost', message: `${image.image}: ${reason}; the next run reads it.` }
})

/**
 * The rows of the planned images that have no row yet, so that a run reports every image it planned to read.
 *
 * @param known the rows there are
 * @param reason why an image has none, to complete its error message
 */
export function lostRows(
  planned: readonly PlannedImage[],
  known: readonly Row[],
  reason: (image: string) => string
): Row[] {
  const hasRow = new Set(known.map(({ image }) => image))
  const missing = new Map(
    planned.filter(({ image }) => !hasRow.has(image)).map((image) => [image.image, image])
  )
  return [...missing.values()].map((image) => lostRow(image, reason(image.image)))
}
