import type { Faults } from '../faults/faults.ts'
import type { Ending, Machine, Work } from '../machine/machine.ts'
import type { Resource } from '../protocol/request.ts'
import { now } from '../protocol/stamp.ts'
import type { StartTask } from './pool-body.ts'

/** A run of a start task. */
export interface StartTaskRun {
  readonly machine: Machine
  readonly faults: Faults
  readonly poolId: string
  readonly nodeId: string
  /** Aborted when the node is removed. */
  readonly signal: AbortSignal
  /** Called with `startTaskInfo` whenever it changes. */
  readonly show: (info: Resource) => void
}

/**
 * Runs a start task, with retries if its process fails.
 *
 * @returns whether it succeeded
 */
export async function runStartTask(task: StartTask, run: StartTaskRun): Promise<boolean> {
  const { maxTaskRetryCount: retries } = task
  const startTime = now()
  let retried: Resource = { retryCount: 0 }
  for (let retryCount = 0; ; retryCount += 1) {
    if (retryCount > 0) retried = { retryCount, lastRetryTime: now() }
    run.show({ state: 'running', startTime, ...retried })
    const ending = await run.machine.run(workOf(task, run), { kind: 'startTask' }, run.signal)
    run.signal.throwIfAborted()
    const again = retries === -1 || retryCount < retries
    if (ending.failedIn === 'process' && again) continue
    run.show({ state: 'completed', startTime, endTime: now(), ...outcome(ending), ...retried })
    return ending.failure === null
  }
}

const outcome = ({ exitCode, failure }: Ending): Resource => ({
  ...(exitCode === null ? {} : { exitCode }),
  ...(failure === null ? {} : { failureInfo: failure }),
  result: failure === null ? 'success' : 'failure'
})

/** The work of a start task, replaced by a failing process if a fault says so. */
function workOf(task: StartTask, { faults, poolId, nodeId }: StartTaskRun): Work {
  const { commandLine, environmentSettings = [], resourceFiles = [] } = task
  const fault = faults.trigger(['start-task-fails'], { poolId, nodeId })
  const failing = `/bin/sh -c "echo The start task was made to fail. >&2; exit ${fault?.exitCode}"`
  return {
    commandLine: fault === undefined ? commandLine : failing,
    environmentSettings: environmentSettings as Work['environmentSettings'] & {},
    resourceFiles: resourceFiles as Work['resourceFiles'] & {},
    wallClockLimit: null
  }
}
