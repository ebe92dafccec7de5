import { failure } from '../machine/failures.ts'
import type { Ending, FailureInfo, Owner, Work } from '../machine/machine.ts'
import type { ComputeNode } from '../pools/pool.ts'
import type { Job } from './job.ts'
import type { Preparation, Release } from './job-settings.ts'
import { present } from './state.ts'
import type { Task } from './task.ts'
import type { TaskBody } from './task-body.ts'
import { limitOf } from './time-span.ts'

/** The run is interrupted and the task requeued because its job is being disabled. */
export class Requeued extends Error {}

/** The emulator is stopping. */
export class Closing extends Error {}

/** The work of a task. */
export const taskWork = (job: Job, { body, constraints }: Task): Work =>
  workOf(job, body, constraints.maxWallClockTime)

/** The work of a job preparation task. */
export const preparationWork = (job: Job, preparation: Preparation): Work =>
  workOf(job, preparation, preparation.constraints.maxWallClockTime)

/** The work of a job release task. */
export const releaseWork = (job: Job, release: Release): Work =>
  workOf(job, release, release.maxWallClockTime)

type Runnable = Pick<
  TaskBody,
  'commandLine' | 'environmentSettings' | 'resourceFiles' | 'outputFiles'
>

function workOf(job: Job, runnable: Runnable, maxWallClockTime: string): Work {
  const { commandLine, resourceFiles, outputFiles, environmentSettings = [] } = runnable
  const common = job.settings.commonEnvironmentSettings ?? []
  const own = new Set(environmentSettings.map(({ name }) => name))
  return present({
    commandLine,
    environmentSettings: [...common.filter(({ name }) => !own.has(name)), ...environmentSettings],
    resourceFiles,
    outputFiles,
    wallClockLimit: limitOf(maxWallClockTime)
  }) as Work
}

/** Runs work on a node. An unexpected error counts as a failure of the service. */
export async function runOn(
  node: ComputeNode,
  work: Work,
  owner: Owner,
  signal: AbortSignal
): Promise<Ending> {
  if (signal.aborted) return endedByUser()
  try {
    return await node.machine.run(work, owner, signal)
  } catch (error) {
    return signal.aborted ? endedByUser() : notRun(error)
  }
}

/** Whether a run may be retried: only if a process exited by itself with a failure. */
export const mayRetry = (
  { exitCode, failure, failedIn }: Ending,
  tried: number,
  most: number
): boolean =>
  failure !== null &&
  failedIn === 'process' &&
  exitCode !== null &&
  exitCode !== 0 &&
  (most === -1 || tried < most)

/** The outcome of work that was terminated before it ran. */
export const endedByUser = (): Ending => ({
  exitCode: null,
  failure: failure('TaskEnded'),
  failedIn: 'process'
})

function notRun(error: unknown): Ending {
  const message = error instanceof Error ? error.message : String(error)
  const details = [{ name: 'Message', value: message }]
  const info: FailureInfo = {
    category: 'ServerError',
    code: 'Unknown',
    message: 'An unknown scheduling error has occurred.',
    details
  }
  return { exitCode: null, failure: info, failedIn: 'preparation' }
}

/** Aborts a run when its node goes, with the node's reason. @returns a function that removes the listener */
export function endWithNode(node: ComputeNode, stop: AbortController): () => void {
  const lose = (): void => stop.abort(node.gone.reason)
  if (node.gone.aborted) lose()
  node.gone.addEventListener('abort', lose, { once: true })
  return () => node.gone.removeEventListener('abort', lose)
}
