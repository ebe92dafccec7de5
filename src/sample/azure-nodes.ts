import type {
  BatchJobOrder,
  BatchService,
  NodeCounts,
  PoolStatus
} from '../backends/azure-batch/client/batch-service.ts'
import { countByState, NodeWatch } from '../backends/azure-batch/job/node-watch.ts'
import { AzureProblem } from '../backends/azure-batch/problem.ts'
import type { Listener } from '../lib/listener.ts'

/** What polling needs. */
export interface Polling {
  readonly listener: Listener
  /** Waits until it is time for the next poll. */
  readonly pause: () => Promise<void>
  readonly signal: AbortSignal
}

/** The nodes that a sample runs on. */
export interface SampleNodes {
  /**
   * Polls their states with one request, and describes them: `2 idle, 1 running`.
   *
   * @throws AzureProblem if none of them will ever run a task
   */
  poll(): Promise<string>
}

/**
 * Waits for the nodes of a job's pool, so that they share the tasks: the first node alone would run all of them within
 * seconds. It does not wait for nodes that cannot start, nor for autoscale pools, which grow with their tasks.
 *
 * @param wanted number of nodes
 * @throws AzureProblem if no node starts
 */
export async function nodesReady(
  service: BatchService,
  job: BatchJobOrder,
  wanted: number,
  polling: Polling
): Promise<SampleNodes> {
  const { listener, pause, signal } = polling
  const id = await poolOf(service, job, polling)
  // Errors of earlier resizes count, too: Azure Batch does not retry a resize.
  const watch = new NodeWatch(service, wanted, new Date(0))
  const watched = async (): Promise<NodeCounts | null> => {
    const counts = await service.nodeCounts(id, signal)
    const { warnings, hopeless } = await watch.check(id, counts, signal)
    for (const sentence of warnings) listener.warn(sentence)
    if (hopeless !== null) throw new AzureProblem('unavailable', '', hopeless)
    return counts
  }
  let last = ''
  for (;;) {
    const counts = await watched()
    const pool = await service.pool(id, signal)
    if (pool !== null && enough(pool, counts)) break
    const sentence = `Waiting for the nodes of the pool ${id}: ${states(counts)}.`
    if (sentence !== last) listener.say(sentence)
    last = sentence
    await pause()
  }
  return { poll: async () => states(await watched()) }
}

/** The id of the pool. If Azure Batch creates the pool for the job, the id is known some time after the job. */
async function poolOf(
  service: BatchService,
  job: BatchJobOrder,
  { pause, signal }: Polling
): Promise<string> {
  if ('id' in job.pool) return job.pool.id
  for (;;) {
    const { poolId = null, schedulingError = null } = (await service.job(job.id, signal)) ?? {}
    if (poolId !== null) return poolId
    if (schedulingError !== null) {
      const message = `Azure Batch could not start the job ${job.id}: ${schedulingError}`
      throw new AzureProblem('bad-request', '', message)
    }
    await pause()
  }
}

/** States of nodes that have started, successfully or not. */
const STARTED = ['idle', 'running', 'starttaskfailed', 'unusable']

/** Whether all nodes that can start have started. */
function enough(pool: PoolStatus, counts: NodeCounts | null): boolean {
  if (pool.autoscale) return true
  const { dedicated, spot } = pool.allocation === 'steady' ? pool.current : pool.target
  const nodes = countByState(counts)
  const started = STARTED.reduce((sum, state) => sum + (nodes[state] ?? 0), 0)
  return dedicated + spot > 0 && started >= dedicated + spot
}

function states(counts: NodeCounts | null): string {
  const described = Object.entries(countByState(counts)).map(
    ([state, nodes]) => `${nodes} ${state}`
  )
  return described.join(', ') || 'none yet'
}
