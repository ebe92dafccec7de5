import { count, grouped } from '../lib/text.ts'
import type { RunRecord } from '../results/records.ts'

/** How a run went: `good` (all read), `mixed`, `bad` (none read, or the run failed), `ended` (unfinished or no images). */
export type Tone = 'good' | 'mixed' | 'bad' | 'ended'

/** The verdict on a run. */
export interface Verdict {
  readonly tone: Tone
  /** Without a full stop, for use as a title. */
  readonly sentence: string
}

/** The verdict on a run, from its outcome and totals. */
export function verdictOf({ outcome, totals }: Pick<RunRecord, 'outcome' | 'totals'>): Verdict {
  const { images, failed } = totals
  const partly = `${readCount(images - failed, images)}, ${grouped(failed)}`
  if (outcome === 'cancelled') return { tone: 'ended', sentence: `Cancelled: ${partly} not` }
  if (outcome === 'failed') return { tone: 'bad', sentence: `Run failed: ${partly} not` }
  if (outcome === 'running') return { tone: 'ended', sentence: `Unfinished: ${partly} not` }
  if (images === 0) return { tone: 'ended', sentence: 'There was no image to read' }
  if (failed === 0) return { tone: 'good', sentence: allRead(images) }
  if (failed === images) return { tone: 'bad', sentence: noneRead(images) }
  return { tone: 'mixed', sentence: `${partly} failed` }
}

const readCount = (read: number, images: number): string =>
  `${grouped(read)} of ${count(images, 'image')} ${read === 1 ? 'was' : 'were'} read`

const allRead = (images: number): string =>
  images === 1 ? 'The image was read' : `All ${grouped(images)} images were read`

const noneRead = (images: number): string =>
  images === 1
    ? 'The image could not be read'
    : `None of the ${grouped(images)} images could be read`
