import { relative } from 'node:path'
import { escapeInvisible } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { count, plainSpaces } from '../../lib/text.ts'
import { submitJob } from '../../run/submit.ts'
import { terminalEnvironment } from '../environment.ts'
import { terminalListener } from '../listener.ts'
import type { CommandContext } from '../main.ts'

/** Submits the images to Azure Batch and leaves. */
export async function submitCommand({
  settings,
  json,
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
    const file = escapeInvisible(relative(process.cwd(), handleFile))
    const text = [
      `Submitted ${count(images, 'image')} in ${count(tasks, 'task')} to ${count(nodes, 'node')}: job ${jobId}.`,
      `To fetch the results: batch-ocr collect ${file}; to end it: batch-ocr cancel ${file}`
    ]
    const record = { runId, jobId, images, tasks, nodes, handle, handleFile }
    process.stdout.write(`${json ? JSON.stringify(record) : plainSpaces(text.join('\n'))}\n`)
    return exitCodes.done
  } finally {
    listener.close()
  }
}
