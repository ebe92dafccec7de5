import { runJob } from '../run/run.ts'
import { tellFinished } from './finished.ts'
import { terminalListener } from './listener.ts'
import type { CommandContext } from './main.ts'
import { submitCommand } from './submit-command.ts'
import { terminalSurroundings } from './surroundings.ts'

/** Reads the images and writes the results folder. */
export async function runCommand(context: CommandContext): Promise<number> {
  const { settings, process, signal } = context
  if (!settings.wait) return submitCommand(context)
  const listener = terminalListener(process.stderr)
  try {
    const finished = await runJob(settings, terminalSurroundings(process), listener, signal)
    listener.close()
    return tellFinished(finished, context)
  } finally {
    listener.close()
  }
}
