import { EndedByUser, type Owner, type WorkResult } from '../machine/machine.ts'
import type { ComputeNode } from '../pools/pool.ts'
import type { Resource } from '../protocol/request.ts'
import { now } from '../protocol/stamp.ts'
import type { Job } from './job.ts'
import type { NodePreparation, Progress } from './node-preparation.ts'
import { present } from './state.ts'
import { rootDirectory } from './task.ts'
import { endWithNode, mayRetry, preparationWork, releaseWork, runOn } from './work.ts'

/**
 * Prepares a node for a job, once for all its tasks on the node.
 *
 * @returns null if the job has no preparation task
 */
export function preparationOn(job: Job, node: ComputeNode): NodePreparation | null {
  if (job.settings.jobPreparationTask === undefined) return null
  return job.preparations.get(node) ?? startPreparation(job, node)
}

/** Whether a task has to wait for the preparation of its node. */
export function mustWait(job: Job, node: ComputeNode): boolean {
  const { jobPreparationTask } = job.settings
  if (jobPreparationTask === undefined || !jobPreparationTask.waitForSuccess) return false
  return job.preparations.get(node)?.progress.state !== 'completed'
}

function startPreparation(job: Job, node: ComputeNode): NodePreparation {
  const id = job.settings.jobPreparationTask?.id ?? ''
  const owner: Owner = { kind: 'jobPreparation', jobId: job.id, taskId: id }
  const progress = started(owner)
  const stop = new AbortController()
  const prepared = runPreparation(job, node, progress, stop).then((succeeded) => {
    preparation.failed = !succeeded
    return succeeded
  })
  const preparation: NodePreparation = { progress, prepared, stop, failed: false }
  job.preparations.set(node, preparation)
  job.nodes.add(node)
  return preparation
}

async function runPreparation(
  job: Job,
  node: ComputeNode,
  progress: Progress,
  stop: AbortController
): Promise<boolean> {
  const { jobPreparationTask } = job.settings
  if (jobPreparationTask === undefined) return true
  const unsubscribe = endWithNode(node, stop)
  const work = preparationWork(job, jobPreparationTask)
  const { maxTaskRetryCount } = jobPreparationTask.constraints
  let result = await runOn(node, work, progress.owner, stop.signal)
  while (!stop.signal.aborted && mayRetry(result, progress.retryCount, maxTaskRetryCount)) {
    progress.retryCount += 1
    progress.lastRetryTime = now()
    result = await runOn(node, work, progress.owner, stop.signal)
  }
  unsubscribe()
  end(progress, result)
  return result.failure === null || !jobPreparationTask.waitForSuccess
}

/** Runs the release task of a job on each prepared node that still exists. */
export async function releaseNodes(job: Job, closing: AbortSignal): Promise<void> {
  for (const { stop } of job.preparations.values()) stop.abort(new EndedByUser())
  await Promise.all(
    [...job.preparations].map(async ([node, preparation]) => {
      await preparation.prepared
      if (!closing.aborted) await releaseNode(job, node, preparation, closing)
    })
  )
}

async function releaseNode(
  job: Job,
  node: ComputeNode,
  preparation: NodePreparation,
  closing: AbortSignal
): Promise<void> {
  const { jobReleaseTask } = job.settings
  if (jobReleaseTask === undefined) return
  const preparationId = preparation.progress.owner
  const owner: Owner = {
    kind: 'jobRelease',
    jobId: job.id,
    taskId: jobReleaseTask.id,
    preparationId: preparationId.kind === 'jobPreparation' ? preparationId.taskId : ''
  }
  const progress = started(owner)
  preparation.release = progress
  const stop = new AbortController()
  const unsubscribe = endWithNode(node, stop)
  const close = (): void => stop.abort(closing.reason)
  closing.addEventListener('abort', close, { once: true })
  end(progress, await runOn(node, releaseWork(job, jobReleaseTask), owner, stop.signal))
  closing.removeEventListener('abort', close)
  unsubscribe()
}

const started = (owner: Owner): Progress => ({
  owner,
  startTime: now(),
  state: 'running',
  retryCount: 0
})

function end(progress: Progress, { exitCode, failure }: WorkResult): void {
  progress.endTime = now()
  progress.state = 'completed'
  if (exitCode !== null) progress.exitCode = exitCode
  if (failure !== null) progress.failureInfo = failure
  progress.result = failure === null ? 'success' : 'failure'
}

/** The status of preparation and release on each node that still exists. */
export const preparationResources = (job: Job): Resource[] =>
  [...job.preparations]
    .filter(([node]) => !node.gone.aborted)
    .map(([node, { progress, release }]) => {
      const { retryCount: _, ...released } = release === undefined ? {} : shown(node, release)
      return present({
        poolId: node.poolId,
        nodeId: node.id,
        nodeUrl: node.url,
        jobPreparationTaskExecutionInfo: shown(node, progress),
        jobReleaseTaskExecutionInfo: release === undefined ? undefined : released
      })
    })

function shown(node: ComputeNode, { owner, ...progress }: Progress) {
  const { startTime, endTime, state, ...rest } = progress
  return present({ startTime, endTime, state, ...rootDirectory(node, owner), ...rest })
}
