import { mergeShards } from '../../merge/merge.ts'
import { terminalListener } from '../listener.ts'
import type { CommandContext } from '../main.ts'
import { tellFinished } from '../outcome.ts'

/** Makes one results folder of those that shards left. */
export async function mergeCommand(context: CommandContext): Promise<number> {
  const { settings, subjects, process, signal } = context
  const listener = terminalListener(process.stderr)
  try {
    const finished = await mergeShards(subjects, settings, process.cwd(), listener, signal)
    return tellFinished(finished, context)
  } finally {
    listener.close()
  }
}
