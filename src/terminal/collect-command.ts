import { tellFinished } from './finished.ts'
import { terminalListener } from './listener.ts'
import type { CommandContext } from './main.ts'
import { terminalSurroundings } from './surroundings.ts'

/** Waits for a submitted run and writes its results folder. */
export async function collectCommand(context: CommandContext): Promise<number> {
  const { settings, subject, process, signal } = context
  const { collectJob } = await import('../run/remote.ts')
  const listener = terminalListener(process.stderr)
  try {
    const surroundings = terminalSurroundings(process)
    const finished = await collectJob(subject, settings, surroundings, listener, signal)
    listener.close()
    return tellFinished(finished, context)
  } finally {
    listener.close()
  }
}
