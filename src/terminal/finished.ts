import { visible } from '../report/escape.ts'
import { exitCodes } from '../run/exit-codes.ts'
import type { Finished } from '../run/finish.ts'
import { failsBy } from '../run/verdict.ts'
import type { CommandContext } from './main.ts'
import { outcomeJson, outcomeText } from './outcome.ts'

/** Prints the outcome of a run, and gives the exit code that it comes to. */
export function tellFinished(
  finished: Finished,
  { settings, json, process }: CommandContext
): number {
  const { cancelled, problem, run } = finished
  process.stdout.write(`${json ? outcomeJson(finished) : outcomeText(finished, process.cwd())}\n`)
  if (cancelled) return exitCodes.cancelled
  if (problem !== null) {
    for (const line of problem.split('\n')) process.stderr.write(`${visible(line)}\n`)
    return exitCodes.runFailed
  }
  return failsBy(settings.failOn, run.totals) ? exitCodes.imagesFailed : exitCodes.done
}
