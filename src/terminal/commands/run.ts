import { runJob } from '../../run/run.ts'
import type { CommandContext } from '../context.ts'
import { terminalEnvironment } from '../environment.ts'
import { terminalListener } from '../listener.ts'
import { printOutcome } from '../outcome.ts'
import { submitCommand } from './submit.ts'

/** Reads the images and writes the results folder. */
export async function runCommand(context: CommandContext): Promise<number> {
  const { settings, process, signal } = context
  if (!settings.wait) return submitCommand(context)
  const listener = terminalListener(process.stderr)
  try {
    const finished = await runJob(settings, terminalEnvironment(process), listener, signal)
    listener.close()
    return printOutcome(finished, context)
  } finally {
    listener.close()
  }
}
