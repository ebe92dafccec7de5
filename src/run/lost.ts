import type { Row } from '../results/row.ts'
import { type TaskImage, unread } from '../task/task.ts'

const unknown = {
  file: '',
  bytes: 0,
  identity: null,
  header: null,
  problem: null,
  key: null,
  keys: {}
} as const

/** The row of an image of which nothing is known but its path and why nobody answered for it. */
export const lostRow = (image: string, why: string): Row => lost({ ...unknown, path: image }, why)

const lost = (image: TaskImage, why: string): Row => ({
  ...unread(image),
  error: { code: 'lost', message: `${image.path}: ${why}; the next run reads it.` }
})

/** Images in = images reported: what no task answered for is a row too. */
export function lostRows(
  wanted: readonly TaskImage[],
  read: readonly Row[],
  cancelled: boolean
): Row[] {
  const answered = new Set(read.map(({ image }) => image))
  const why = cancelled
    ? 'the run was cancelled before this image was read'
    : 'its task never answered'
  return wanted.filter(({ path }) => !answered.has(path)).map((image) => lost(image, why))
}
