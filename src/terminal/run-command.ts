import { exitCodes } from '../run/exit-codes.ts'
import { runJob } from '../run/run.ts'
import { freshRunId } from '../run/run-id.ts'
import { failsBy } from '../run/verdict.ts'
import { terminalListener } from './listener.ts'
import type { CommandContext } from './main.ts'
import { outcomeJson, outcomeText } from './outcome.ts'

/** Reads the images and writes the results folder. */
export async function runCommand({
  settings,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const cwd = process.cwd()
  const listener = terminalListener(process.stderr)
  const surroundings = {
    cwd,
    env: process.env,
    runId: freshRunId(new Date()),
    repository: null,
    commit: null,
    workflowRun: null
  }
  try {
    const finished = await runJob(settings, surroundings, listener, signal)
    listener.close()
    process.stdout.write(`${json ? outcomeJson(finished) : outcomeText(finished, cwd)}\n`)
    if (finished.cancelled) return exitCodes.cancelled
    return failsBy(settings.failOn, finished.run.totals) ? exitCodes.imagesFailed : exitCodes.done
  } finally {
    listener.close()
  }
}
