import { visible } from '../report/escape.ts'
import { exitCodes } from '../run/exit-codes.ts'
import type { CommandContext } from './main.ts'
import { terminalSurroundings } from './surroundings.ts'

/** Ends a submitted run and removes what it has on Azure. */
export async function cancelCommand({
  settings,
  subject,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const { cancelRemote } = await import('../run/remote.ts')
  const handle = await cancelRemote(subject, settings, terminalSurroundings(process), signal)
  const told = `The run ${visible(handle.runId)} is cancelled: nothing of it is left on Azure.`
  const record = { cancelled: true, runId: handle.runId, jobId: handle.jobId }
  process.stdout.write(`${json ? JSON.stringify(record) : told}\n`)
  return exitCodes.done
}
