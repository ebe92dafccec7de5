import { mergeShards } from '../../merge/merge.ts'
import type { CommandContext } from '../context.ts'
import { terminalListener } from '../listener.ts'
import { printOutcome } from '../outcome.ts'

/** Merges the results folders of shards into one. */
export async function mergeCommand(context: CommandContext): Promise<number> {
  const { settings, subjects, process, signal } = context
  const listener = terminalListener(process.stderr)
  try {
    const finished = await mergeShards(subjects, settings, process.cwd(), listener, signal)
    return printOutcome(finished, context)
  } finally {
    listener.close()
  }
}
