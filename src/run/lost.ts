import type { Row } from '../results/row.ts'
import { type TaskImage, unread } from '../task/task.ts'

const unknown = {
  file: '',
  bytes: 0,
  identity: null,
  header: null,
  problem: null,
  key: null,
  columns: {}
} as const

/** The row of an image of which nothing is known but its path and why nobody answered for it. */
export const lostRow = (image: string, why: string): Row => lost({ ...unknown, path: image }, why)

/** The row of an image that is refused before any engine sees it; so it has no key, wherever the run takes place. */
export const refusedRow = (image: TaskImage): Row => ({ ...unread(image), key: null })

const lost = (image: TaskImage, why: string): Row => ({
  ...refusedRow(image),
  error: { code: 'lost', message: `${image.path}: ${why}; the next run reads it.` }
})

/** Images in = images reported: what no task answered for is a row too. */
export function lostRows(
  wanted: readonly TaskImage[],
  read: readonly Row[],
  ending: { readonly cancelled: boolean; readonly unanswered: ReadonlyMap<string, string> }
): Row[] {
  const answered = new Set(read.map(({ image }) => image))
  const why = ending.cancelled
    ? 'the run was cancelled before this image was read'
    : 'its task never answered'
  return wanted
    .filter(({ path }) => !answered.has(path))
    .map((image) => lost(image, ending.unanswered.get(image.path) ?? why))
}
