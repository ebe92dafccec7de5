import { lostRows as lostAmong } from '../results/lost.ts'
import type { Row } from '../results/row.ts'
import { type TaskImage, unread } from '../task/task.ts'

/** The row of an image that is refused before any engine sees it. It has no key, whatever the backend. */
export const refusedRow = (image: TaskImage): Row => ({ ...unread(image), key: null })

/** The rows of the images that no task has read, each with the reason. */
export function lostRows(
  wanted: readonly TaskImage[],
  read: readonly Row[],
  ending: { readonly cancelled: boolean; readonly unanswered: ReadonlyMap<string, string> }
): Row[] {
  const why = ending.cancelled
    ? 'the run was cancelled before this image was read'
    : 'its task never answered'
  return lostAmong(wanted.map(refusedRow), read, (image) => ending.unanswered.get(image) ?? why)
}
