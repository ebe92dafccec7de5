import type { BatchJobOrder, BatchTaskOrder } from '../client/batch-service.ts'
import { BLOBS, batchTaskId, jobIdOf } from '../names.ts'
import type { RunContainer } from '../storage/blob-account.ts'
import { type Manifest, planDigest } from './manifest.ts'

/**
 * The job of a run's round. Its metadata say which plan it runs.
 *
 * @param tasks how many it will have: the pool of a later round, which reads what is left, is no larger than it needs
 */
export const jobOrder = (manifest: Manifest, round: number, tasks: number): BatchJobOrder => ({
  id: jobIdOf(manifest.name, round),
  pool: round === 1 ? manifest.pool : enoughFor(tasks, manifest.pool),
  maxMinutes: manifest.jobTimeout,
  metadata: {
    'batch-ocr': 'run',
    run: manifest.origin.id,
    plan: planDigest(manifest),
    ...(manifest.origin.repository === null ? {} : { repository: manifest.origin.repository })
  }
})

/** A pool that is ours, with no more nodes than so many tasks fill; dedicated ones first, since spot nodes go away. */
function enoughFor(tasks: number, pool: Manifest['pool']): Manifest['pool'] {
  if ('id' in pool || 'formula' in pool.ofJob.size) return pool
  const { slots, size } = pool.ofJob
  const nodes = Math.ceil(tasks / slots)
  const dedicated = Math.min(size.dedicated, nodes)
  const spot = Math.min(size.spot, nodes - dedicated)
  return { ...pool, ofJob: { ...pool.ofJob, size: { dedicated, spot } } }
}

/** Minutes that rights in blobs outlive the job: its end takes a while, and clocks differ. */
const MARGIN = 60

const MINUTE = 60_000

/** Where its results go when a task has ended, however it ended. */
const RESULTS = 'results.tar'

/**
 * A partition's task for Batch. Rights stand in its files alone, where the service needs them: to read two blobs, to
 * write into the container; none where the pool's own identity opens it.
 */
export async function batchTask(
  container: RunContainer,
  manifest: Manifest,
  task: string,
  attempt: number,
  signal: AbortSignal
): Promise<BatchTaskOrder> {
  const { nodeIdentity: identity, jobTimeout, taskTimeout, taskRetries } = manifest
  const until = new Date(Date.now() + (jobTimeout + MARGIN) * MINUTE)
  const id = batchTaskId(task, attempt)
  const source = (blob: string): Promise<string> | string =>
    identity === null ? container.readUrl(blob, until, signal) : `${container.url}/${blob}`
  const containerUrl = identity === null ? await container.writeUrl(until, signal) : container.url
  const target = { containerUrl, identity }
  return {
    id,
    // A shell finds Node.js on the path, and makes room for it: signals reach our program itself.
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
