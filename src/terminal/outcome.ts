import { relative } from 'node:path'
import { escapeInvisible } from '../lib/escape.ts'
import { exitCodes } from '../lib/exit-codes.ts'
import { textTable } from '../lib/table.ts'
import { count, duration, plainSpaces } from '../lib/text.ts'
import { byImage } from '../results/row.ts'
import type { Finished } from '../run/finish.ts'
import { failsBy } from '../run/verdict.ts'
import type { CommandContext } from './main.ts'

/** Failed images named in the outcome; the table has all. */
const MOST_NAMED = 20

/** The outcome of a run as people read it, for standard output. */
export function outcomeText(finished: Finished, cwd: string): string {
  const { totals, seconds, speedup } = finished.run
  const failed = finished.rows.filter(({ status }) => status === 'failed').sort(byImage)
  const speed = speedup === null ? '' : `, ${speedup} × the speed of one slot`
  const lines = [
    `${finished.cancelled ? 'Cancelled. ' : ''}${count(totals.images, 'image')}: ${totals.recognized} recognized, ${totals.reused} reused, ${totals.empty} empty, ${totals.failed} failed.`,
    `${count(totals.pages, 'page')}, ${count(totals.words, 'word')}${totals.confidence === null ? '' : `, mean confidence ${totals.confidence}`}; ${duration(seconds)}${speed}.`,
    ...(failed.length > 0
      ? [
          '',
          textTable(
            failed
              .slice(0, MOST_NAMED)
              .map((row) => [row.error?.code ?? '', escapeInvisible(row.image)])
          )
        ]
      : []),
    ...(failed.length > MOST_NAMED
      ? [`and ${failed.length - MOST_NAMED} more, in results.csv`]
      : []),
    '',
    `Results: ${relative(cwd, finished.results) || '.'} (text/, results.csv, report.html)`
  ]
  return plainSpaces(lines.join('\n'))
}

/** The outcome as one JSON object. */
export function outcomeJson(finished: Finished): string {
  const { run } = finished
  const failures = finished.rows
    .filter(({ status }) => status === 'failed')
    .map(({ image, error }) => ({ image, ...error }))
  return JSON.stringify({
    runId: run.id,
    jobId: finished.jobId,
    outcome: run.outcome,
    problem: finished.problem,
    results: finished.results,
    seconds: run.seconds,
    speedup: run.speedup,
    ...run.totals,
    failures
  })
}

/** Prints the outcome of a run, and gives the exit code that it comes to. */
export function tellFinished(
  finished: Finished,
  { settings, json, process }: CommandContext
): number {
  const { cancelled, problem, run } = finished
  process.stdout.write(`${json ? outcomeJson(finished) : outcomeText(finished, process.cwd())}\n`)
  if (cancelled) return exitCodes.cancelled
  if (problem !== null) {
    for (const line of problem.split('\n')) process.stderr.write(`${escapeInvisible(line)}\n`)
    return exitCodes.runFailed
  }
  return failsBy(settings.failOn, run.totals) ? exitCodes.imagesFailed : exitCodes.done
}
