import type { NodeRecord } from '../results/records.ts'
import { byImage, type Row } from '../results/row.ts'
import type { Report } from './report.ts'

/** The images that failed, by path. */
export const failures = (rows: readonly Row[]): Row[] =>
  rows.filter(({ status }) => status === 'failed').sort(byImage)

/** The images that took the most seconds in this run; what was reused took none. */
export const slowest = (rows: readonly Row[], most: number): Row[] =>
  rows
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds || byImage(a, b))
    .slice(0, most)

/** The images whose text is the least sure. */
export const leastSure = (rows: readonly Row[], most: number): Row[] =>
  rows
    .filter(({ confidence }) => confidence !== null)
    .sort((a, b) => (a.confidence ?? 0) - (b.confidence ?? 0) || byImage(a, b))
    .slice(0, most)

/** What happened to a failed image; its path, which most messages begin with, stands beside it already. */
export function whatHappened({ image, error }: Row): string {
  const message = error?.message ?? ''
  if (!message.startsWith(`${image}: `)) return message
  const sentence = message.slice(image.length + 2)
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** Which look an image's text came from, in words. */
export function lookWords({ look, secondLook }: Row): string {
  const kept = look === 2 ? 'second' : 'first'
  if (secondLook === null) return kept
  return look === 2 ? `${kept} (${secondLook})` : `${kept} (second: ${secondLook})`
}

/** The share of the run's wall time in which the slots of a node that had tasks were busy; null where none had. */
export function busyShare(node: NodeRecord, { run, tasks }: Report): number | null {
  const slots = new Set(tasks.filter((task) => task.node === node.id).map(({ slot }) => slot))
  if (slots.size === 0 || run.seconds === 0) return null
  return Math.min(1, node.busySeconds / (slots.size * run.seconds))
}
