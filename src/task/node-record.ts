import { arch, availableParallelism, cpus, hostname, release, totalmem, type } from 'node:os'
import { engineRecord, type Toolbox } from '../engine/toolbox.ts'
import type { NodeRecord, TaskRecord } from '../results/records.ts'
import { rounded } from '../results/totals.ts'

/** The node record of this machine and of the tasks it ran. */
export function thisNode(
  id: string,
  kind: string,
  engine: { readonly toolbox: Toolbox; readonly languages: readonly string[] },
  tasks: readonly TaskRecord[]
): NodeRecord {
  const attempts = tasks.flatMap((task) => task.attempts)
  return {
    id,
    kind,
    host: hostname(),
    os: `${type()} ${release()}`,
    arch: arch(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    vmSize: null,
    dedicated: null,
    engine: engineRecord(engine.toolbox, engine.languages),
    tasks: tasks.length,
    images: tasks.reduce(
      (sum, { counts }) => sum + counts.recognized + counts.reused + counts.empty + counts.failed,
      0
    ),
    busySeconds: rounded(tasks.reduce((sum, { seconds }) => sum + seconds, 0)),
    firstTaskAt: attempts.map(({ start }) => start).sort()[0] ?? null,
    lastTaskAt:
      attempts
        .map(({ end }) => end)
        .sort()
        .at(-1) ?? null
  }
}
