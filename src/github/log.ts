import { randomUUID } from 'node:crypto'
import { endGroup, info, startGroup, warning } from '@actions/core'
import { escapeInvisible } from '../lib/escape.ts'
import type { FailedImage, Listener } from '../lib/listener.ts'
import { plainSpaces } from '../lib/text.ts'
import { progressLines } from '../run/progress-lines.ts'

/** Failed images that get a line each in the log. The table lists all of them. */
const MOST_FAILURES = 50

/** A listener that writes to the log of a step. Close it to end its last group. */
export interface StepLog extends Listener {
  readonly failures: readonly FailedImage[]
  close(): void
}

/**
 * Escapes text from outside for the log, so that the runner finds no workflow command in it. The runner recognizes `::`
 * only at the beginning of a line, where every line of ours has its own words, but `##[` anywhere (actions/runner,
 * ActionCommand.cs).
 */
export const escapeForLog = (text: string): string =>
  plainSpaces(escapeInvisible(text)).replaceAll('##[', '## [')

/** Opens the log of a step: a group for each phase, progress lines, and a line for each failed image. */
export function stepLog(): StepLog {
  const failures: FailedImage[] = []
  let isGroupOpen = false
  const lines = progressLines()
  const close = () => {
    if (isGroupOpen) endGroup()
    isGroupOpen = false
  }
  return {
    failures,
    phase: (title) => {
      close()
      startGroup(title)
      isGroupOpen = true
    },
    say: (sentence) => info(escapeForLog(sentence)),
    warn: (sentence) => warning(escapeForLog(sentence)),
    output: printVerbatim,
    failed: (failure) => {
      failures.push(failure)
      if (failures.length <= MOST_FAILURES)
        info(`Failed: ${escapeForLog(failure.error?.message ?? failure.image)}`)
      if (failures.length === MOST_FAILURES + 1)
        info('More images failed. results.csv lists all of them.')
    },
    progress: (progress) => {
      const line = lines(progress)
      if (line !== null) info(line)
    },
    close
  }
}

/** Prints the output of a program while the runner does not process workflow commands. */
function printVerbatim(text: string): void {
  const token = randomUUID()
  info(`::stop-commands::${token}\n${text.replace(/\n$/, '')}\n::${token}::`)
}
