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

/** This machine's name as a node. */
const NODE = 'local'

/**
 * Runs the sample's tasks here, as many at a time as there are slots.
 *
 * @throws NotStarted where there is no bash; the signal's reason where it fires, all processes ended
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
