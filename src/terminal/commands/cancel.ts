import { escapeInvisible } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { cancelJob } from '../../run/collect.ts'
import { terminalEnvironment } from '../environment.ts'
import type { CommandContext } from '../main.ts'

/** Ends a submitted run and removes what it has on Azure. */
export async function cancelCommand({
  settings,
  subject,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const handle = await cancelJob(subject, settings, terminalEnvironment(process), signal)
  const told = `The run ${escapeInvisible(handle.runId)} is cancelled: nothing of it is left on Azure.`
  const record = { cancelled: true, runId: handle.runId, jobId: handle.jobId }
  process.stdout.write(`${json ? JSON.stringify(record) : told}\n`)
  return exitCodes.done
}
