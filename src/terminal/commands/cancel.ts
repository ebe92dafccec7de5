import { escapeInvisible } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { cancelJob } from '../../run/collect.ts'
import type { CommandContext } from '../context.ts'
import { terminalEnvironment } from '../environment.ts'

/** Cancels a submitted run and removes its resources from Azure. */
export async function cancelCommand({
  settings,
  subject,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const handle = await cancelJob(subject, settings, terminalEnvironment(process), signal)
  const text = `Run ${escapeInvisible(handle.runId)} is cancelled, and its resources are removed from Azure.`
  const record = { cancelled: true, runId: handle.runId, jobId: handle.jobId }
  process.stdout.write(`${json ? JSON.stringify(record) : text}\n`)
  return exitCodes.done
}
