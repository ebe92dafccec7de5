import type {
  BatchJobOrder,
  BatchService,
  NodeCounts,
  PoolStatus
} from '../backends/azure-batch/client/batch-service.ts'
import { countByState, NodeWatch } from '../backends/azure-batch/job/node-watch.ts'
import { AzureProblem } from '../backends/azure-batch/problem.ts'
import type { Listener } from '../lib/listener.ts'

/** What following needs, whatever is followed. */
export interface Following {
  readonly listener: Listener
  /** Waits until it is time for the next look. */
  readonly pause: () => Promise<void>
  readonly signal: AbortSignal
}

/** The nodes that a sample runs on. */
export interface SampleNodes {
  /**
   * Looks at them by one call, and says how they stand: `2 idle, 1 running`.
   *
   * @throws AzureProblem where none of them will ever run a task
   */
  look(): Promise<string>
}

/**
 * Waits for the nodes of a job's pool, so that they share the tasks: the first node alone would run them all in no
 * time. Nodes that cannot come, and pools that size themselves by their tasks, are not waited for.
 *
 * @param wanted nodes
 * @throws AzureProblem where no node comes
 */
export async function nodesReady(
  service: BatchService,
  job: BatchJobOrder,
  wanted: number,
  following: Following
): Promise<SampleNodes> {
  const { listener, pause, signal } = following
  const id = await poolOf(service, job, following)
  // Errors of a resize before our time count too: no other resize will come by itself.
  const watch = new NodeWatch(service, wanted, new Date(0))
  const watched = async (): Promise<NodeCounts | null> => {
    const counts = await service.nodeCounts(id, signal)
    const { warnings, hopeless } = await watch.check(id, counts, signal)
    for (const sentence of warnings) listener.warn(sentence)
    if (hopeless !== null) throw new AzureProblem('unavailable', '', hopeless)
    return counts
  }
  let told = ''
  for (;;) {
    const counts = await watched()
    const pool = await service.pool(id, signal)
    if (pool !== null && enough(pool, counts)) break
    const sentence = `Waiting for the nodes of the pool ${id}: ${states(counts)}.`
    if (sentence !== told) listener.say(sentence)
    told = sentence
    await pause()
  }
  return { look: async () => states(await watched()) }
}

/** The service makes the pool of a job, and says its id some time after the job is there. */
async function poolOf(
  service: BatchService,
  job: BatchJobOrder,
  { pause, signal }: Following
): Promise<string> {
  if ('id' in job.pool) return job.pool.id
  for (;;) {
    const { poolId = null, schedulingError = null } = (await service.job(job.id, signal)) ?? {}
    if (poolId !== null) return poolId
    if (schedulingError !== null) {
      const message = `Azure Batch could not begin the job ${job.id}: ${schedulingError}`
      throw new AzureProblem('bad-request', '', message)
    }
    await pause()
  }
}

/** Nodes that have come, for good or ill. */
const ARRIVED = ['idle', 'running', 'starttaskfailed', 'unusable']

/** Whether there are as many nodes as there will be. */
function enough(pool: PoolStatus, counts: NodeCounts | null): boolean {
  if (pool.autoscale) return true
  const { dedicated, spot } = pool.allocation === 'steady' ? pool.current : pool.target
  const nodes = countByState(counts)
  const arrived = ARRIVED.reduce((sum, state) => sum + (nodes[state] ?? 0), 0)
  return dedicated + spot > 0 && arrived >= dedicated + spot
}

function states(counts: NodeCounts | null): string {
  const told = Object.entries(countByState(counts)).map(([state, nodes]) => `${nodes} ${state}`)
  return told.join(', ') || 'none yet'
}
