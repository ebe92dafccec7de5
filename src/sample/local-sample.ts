import type { Listener } from '../lib/listener.ts'
import { inParallel } from '../lib/parallel.ts'
import { run } from '../lib/process.ts'
import {
  outcomeOf,
  SAMPLE_SCRIPT,
  type SampleOrder,
  type SampleOutcome,
  type SampleTask,
  sampleTasks,
  writeOutput
} from './sample.ts'

/** The id of this machine as a node. */
const NODE = 'local'

/**
 * Runs the sample's tasks on this machine, one per slot at a time.
 *
 * @throws NotStarted if bash is not installed; the signal's reason when it fires, after all processes have ended
 */
export async function runLocalSample(
  slots: number,
  { tasks, folder }: SampleOrder,
  listener: Listener,
  signal: AbortSignal
): Promise<SampleOutcome> {
  const ids = sampleTasks(tasks)
  const done = new Map<string, SampleTask>()
  listener.phase('Tasks')
  await inParallel(ids, slots, async (id) => {
    const ended = await run('/bin/bash', ['-c', SAMPLE_SCRIPT], {
      env: { AZ_BATCH_TASK_ID: id, AZ_BATCH_NODE_ID: NODE },
      signal
    })
    const succeeded = ended.code === 0
    if (!succeeded) listener.warn(`The task ${id} failed: ${ended.stderr.trim()}`)
    done.set(id, { id, node: NODE, succeeded, file: writeOutput(folder, id, ended.stdout) })
  })
  return outcomeOf(ids.flatMap((id) => done.get(id) ?? []))
}
