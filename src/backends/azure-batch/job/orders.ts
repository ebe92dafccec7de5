import type { BatchJobOrder, BatchTaskOrder } from '../client/batch-service.ts'
import { BLOBS, batchTaskId, jobIdOf } from '../names.ts'
import type { RunContainer } from '../storage/blob-account.ts'
import { type Manifest, planDigest } from './manifest.ts'

/**
 * The job of a round of a run. Its metadata has the digest of the plan.
 *
 * @param tasks number of its tasks, to which the pool of a later round is sized
 */
export const jobOrder = (manifest: Manifest, round: number, tasks: number): BatchJobOrder => ({
  id: jobIdOf(manifest.name, round),
  pool: round === 1 ? manifest.pool : sizedFor(tasks, manifest.pool),
  maxMinutes: manifest.jobTimeout,
  metadata: {
    'batch-ocr': 'run',
    run: manifest.origin.id,
    plan: planDigest(manifest),
    ...(manifest.origin.repository === null ? {} : { repository: manifest.origin.repository })
  }
})

/** Reduces the pool of a job to the nodes that the tasks fill; dedicated nodes first, since spot nodes can be preempted. */
function sizedFor(tasks: number, pool: Manifest['pool']): Manifest['pool'] {
  if ('id' in pool || 'formula' in pool.ofJob.size) return pool
  const { slots, size } = pool.ofJob
  const nodes = Math.ceil(tasks / slots)
  const dedicated = Math.min(size.dedicated, nodes)
  const spot = Math.min(size.spot, nodes - dedicated)
  return { ...pool, ofJob: { ...pool.ofJob, size: { dedicated, spot } } }
}

/** Minutes that a SAS outlives the job: ending a job takes time, and clocks differ. */
const MARGIN = 60

const MINUTE = 60_000

/** The file with the results of a task, which is uploaded when the task has ended. */
const RESULTS = 'results.tar'

/**
 * The Batch task of a partition. Its files have a SAS each, to read one blob or to write to the container, unless the
 * identity of the nodes grants access.
 */
export async function batchTask(
  container: RunContainer,
  manifest: Manifest,
  task: string,
  attempt: number,
  signal: AbortSignal
): Promise<BatchTaskOrder> {
  const { nodeIdentity: identity, jobTimeout, taskTimeout, taskRetries } = manifest
  const expires = new Date(Date.now() + (jobTimeout + MARGIN) * MINUTE)
  const id = batchTaskId(task, attempt)
  const source = (blob: string): Promise<string> | string =>
    identity === null ? container.readUrl(blob, expires, signal) : `${container.url}/${blob}`
  const containerUrl = identity === null ? await container.writeUrl(expires, signal) : container.url
  const target = { containerUrl, identity }
  return {
    id,
    // The shell finds Node.js in PATH, and `exec` lets signals reach our program.
    commandLine: `/bin/bash -c 'exec node ${BLOBS.program} order.tar ${RESULTS}'`,
    environment: {},
    resourceFiles: [
      { url: await source(BLOBS.program), path: BLOBS.program, identity },
      { url: await source(BLOBS.order(task)), path: 'order.tar', identity }
    ],
    outputFiles: [
      { ...target, pattern: RESULTS, path: BLOBS.results(id), when: 'ended' },
      { ...target, pattern: '../std*.txt', path: BLOBS.logs(id), when: 'failed' }
    ],
    maxMinutes: taskTimeout,
    retries: taskRetries
  }
}
