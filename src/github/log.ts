import { randomUUID } from 'node:crypto'
import { endGroup, info, startGroup, warning } from '@actions/core'
import { escapeInvisible } from '../lib/escape.ts'
import type { FailedImage, Listener } from '../lib/listener.ts'
import { plainSpaces } from '../lib/text.ts'
import { progressLines } from '../run/progress-lines.ts'

/** Failed images told one by one in the log; the rest are in the table. */
const MOST_FAILURES = 50

/** A listener that must be closed, so that its last group ends. */
export interface StepLog extends Listener {
  readonly failures: readonly FailedImage[]
  close(): void
}

/**
 * A text from a stranger as a line of the log: nothing in it is taken for a workflow command. `::` counts only where a
 * line begins, and ours begin with our words; `##[` counts anywhere (actions/runner, ActionCommand.cs).
 */
export const harmless = (text: string): string =>
  plainSpaces(escapeInvisible(text)).replaceAll('##[', '## [')

/** Tells the story of a run as the log of a step: a group a phase, progress lines, one line a failed image. */
export function stepLog(): StepLog {
  const failures: FailedImage[] = []
  let open = false
  const lines = progressLines()
  const close = () => {
    if (open) endGroup()
    open = false
  }
  return {
    failures,
    phase: (title) => {
      close()
      startGroup(title)
      open = true
    },
    say: (sentence) => info(harmless(sentence)),
    warn: (sentence) => warning(harmless(sentence)),
    output: unheeded,
    failed: (row) => {
      failures.push(row)
      if (failures.length <= MOST_FAILURES)
        info(`Failed: ${harmless(row.error?.message ?? row.image)}`)
      if (failures.length === MOST_FAILURES + 1)
        info('More images failed; results.csv names them all.')
    },
    progress: (progress) => {
      const line = lines(progress)
      if (line !== null) info(line)
    },
    close
  }
}

/** Prints what a program printed, with the runner's ears shut: it may contain anything. */
function unheeded(text: string): void {
  const token = randomUUID()
  info(`::stop-commands::${token}\n${text.replace(/\n$/, '')}\n::${token}::`)
}
