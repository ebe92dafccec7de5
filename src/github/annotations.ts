import { error } from '@actions/core'
import type { FailedImage } from '../lib/listener.ts'
import { escapeForLog } from './log.ts'

/** GitHub silently drops all but ten errors of a step. The tenth is reserved for the outcome of the step. */
const MOST = 9

/** Annotates failed images at their files. If there are too many, the last annotation counts the others. */
export function annotateFailures(failures: readonly FailedImage[]): void {
  const shown = failures.length > MOST ? MOST - 1 : MOST
  for (const { image, error: reason } of failures.slice(0, shown)) {
    error(escapeForLog(reason?.message ?? image), {
      title: `OCR failed: ${reason?.code ?? 'unknown'}`,
      file: escapeForLog(image)
    })
  }
  if (failures.length > shown) {
    error(
      `${failures.length - shown} more images failed; the job summary and results.csv list them.`,
      { title: 'OCR failed' }
    )
  }
}
