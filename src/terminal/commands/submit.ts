import { relative } from 'node:path'
import { escapeInvisible } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { count, plainSpaces } from '../../lib/text.ts'
import { submitJob } from '../../run/submit.ts'
import type { CommandContext } from '../context.ts'
import { terminalEnvironment } from '../environment.ts'
import { terminalListener } from '../listener.ts'

/** Submits the images to Azure Batch, without waiting for the results. */
export async function submitCommand({
  settings,
  json,
  commandLine,
  process,
  signal
}: CommandContext): Promise<number> {
  const listener = terminalListener(process.stderr)
  try {
    const environment = terminalEnvironment(process)
    const submitted = await submitJob(settings, environment, listener, signal)
    listener.close()
    const { handle, handleFile, images, tasks, nodes } = submitted
    const { runId, jobId } = handle
    const file = relative(process.cwd(), handleFile)
    const text = [
      `Submitted ${count(images, 'image')} in ${count(tasks, 'task')} to ${count(nodes, 'node')}: job ${jobId}.`,
      `To get the results: ${escapeInvisible(commandLine('collect', file))}`,
      `To cancel the run: ${escapeInvisible(commandLine('cancel', file))}`
    ]
    const record = { runId, jobId, images, tasks, nodes, handle, handleFile }
    process.stdout.write(`${json ? JSON.stringify(record) : plainSpaces(text.join('\n'))}\n`)
    return exitCodes.done
  } finally {
    listener.close()
  }
}
