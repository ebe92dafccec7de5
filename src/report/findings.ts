import type { NodeRecord } from '../results/records.ts'
import { byImage, type Row } from '../results/row.ts'
import type { Report } from './report.ts'

/** The failed images, by path. */
export const failures = (rows: readonly Row[]): Row[] =>
  rows.filter(({ status }) => status === 'failed').sort(byImage)

/** The images that took longest to read in this run; reused ones took no time. */
export const slowest = (rows: readonly Row[], most: number): Row[] =>
  rows
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds || byImage(a, b))
    .slice(0, most)

/** The images whose text has the lowest confidence. */
export const lowestConfidence = (rows: readonly Row[], most: number): Row[] =>
  rows
    .filter(({ confidence }) => confidence !== null)
    .sort((a, b) => (a.confidence ?? 0) - (b.confidence ?? 0) || byImage(a, b))
    .slice(0, most)

/** The error message of a failed image, without the path that it begins with. */
export function whatHappened({ image, error }: Row): string {
  const message = error?.message ?? ''
  if (message.startsWith(`${image} `)) return `The file${message.slice(image.length)}`
  if (!message.startsWith(`${image}: `)) return message
  const sentence = message.slice(image.length + 2)
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** What the second look did to an image, and whether its text was used; `–` if there was none. */
export function preparation({ look, secondLook }: Row): string {
  if (secondLook === null) return look === 2 ? 'second look' : '–'
  return look === 2 ? secondLook : `${secondLook} (not used)`
}

/** The share of the run's wall time that a node's slots with tasks were busy; null if none had tasks. */
export function busyShare(node: NodeRecord, { run, tasks }: Report): number | null {
  const slots = new Set(tasks.filter((task) => task.node === node.id).map(({ slot }) => slot))
  if (slots.size === 0 || run.seconds === 0) return null
  return Math.min(1, node.busySeconds / (slots.size * run.seconds))
}
