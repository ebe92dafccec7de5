import { error } from '@actions/core'
import type { FailedImage } from '../lib/listener.ts'
import { harmless } from './log.ts'

/** GitHub shows ten errors a step and drops the rest without a word; one of them is left for how the step ends. */
const MOST = 9

/** Annotates failed images: each by its file, the last annotation counting those that have none. */
export function annotateFailures(failures: readonly FailedImage[]): void {
  const shown = failures.length > MOST ? MOST - 1 : MOST
  for (const row of failures.slice(0, shown)) {
    error(harmless(row.error?.message ?? row.image), {
      title: `OCR failed: ${row.error?.code ?? 'unknown'}`,
      file: harmless(row.image)
    })
  }
  if (failures.length > shown) {
    error(
      `${failures.length - shown} more images failed; the job summary and results.csv name them.`,
      { title: 'OCR failed' }
    )
  }
}
