import { collectJob } from '../../run/collect.ts'
import { terminalEnvironment } from '../environment.ts'
import { terminalListener } from '../listener.ts'
import type { CommandContext } from '../main.ts'
import { tellFinished } from '../outcome.ts'

/** Waits for a submitted run and writes its results folder. */
export async function collectCommand(context: CommandContext): Promise<number> {
  const { settings, subject, process, signal } = context
  const listener = terminalListener(process.stderr)
  try {
    const environment = terminalEnvironment(process)
    const finished = await collectJob(subject, settings, environment, listener, signal)
    listener.close()
    return tellFinished(finished, context)
  } finally {
    listener.close()
  }
}
