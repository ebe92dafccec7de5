import { failure } from '../machine/failures.ts'
import type { Ending, FailureInfo, Owner, Work } from '../machine/machine.ts'
import type { ComputeNode } from '../pools/pool.ts'
import type { Job } from './job.ts'
import type { Preparation, Release } from './job-settings.ts'
import { present } from './state.ts'
import type { Task } from './task.ts'
import type { TaskBody } from './task-body.ts'
import { limitOf } from './time-span.ts'

/** The run is given up so that its task waits again: its job is being disabled. */
export class Requeued extends Error {}

/** The emulator stops. */
export class Closing extends Error {}

/** What a node is to run for a task. */
export const taskWork = (job: Job, { body, constraints }: Task): Work =>
  workOf(job, body, constraints.maxWallClockTime)

/** What a node is to run before a job's first task. */
export const preparationWork = (job: Job, preparation: Preparation): Work =>
  workOf(job, preparation, preparation.constraints.maxWallClockTime)

/** What a node is to run once a job is over. */
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

/** Runs something on a node to its end. A node that cannot even try is a failure of the service. */
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

/** Whether it is another try's turn: only a process that ended by itself, with an exit code of failure, gets one. */
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

/** How something ended that was ended before it ran. */
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

/** Ends what runs on a node when the node goes, for the reason that the node gives. @returns stops looking */
export function endWithNode(node: ComputeNode, stop: AbortController): () => void {
  const lose = (): void => stop.abort(node.gone.reason)
  if (node.gone.aborted) lose()
  node.gone.addEventListener('abort', lose, { once: true })
  return () => node.gone.removeEventListener('abort', lose)
}
