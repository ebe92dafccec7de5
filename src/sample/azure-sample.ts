import type { AzureAccount } from '../backends/azure-batch/account.ts'
import type {
  BatchJobOrder,
  BatchService,
  BatchTaskStatus
} from '../backends/azure-batch/client/batch-service.ts'
import { POLL_INTERVAL, type PollInterval, PollPauses } from '../backends/azure-batch/job/poll.ts'
import { NAME_PREFIX } from '../backends/azure-batch/names.ts'
import { choosePool, type PoolSettings } from '../backends/azure-batch/pool/choose.ts'
import { AzureProblem } from '../backends/azure-batch/problem.ts'
import { pause } from '../lib/abort.ts'
import type { Listener } from '../lib/listener.ts'
import type { Settings } from '../settings/settings.ts'
import { nodesReady, type Polling, type SampleNodes } from './azure-nodes.ts'
import {
  outcomeOf,
  SAMPLE_SCRIPT,
  type SampleOrder,
  type SampleOutcome,
  type SampleTask,
  sampleTasks,
  writeOutput
} from './sample.ts'

/** The settings of a sample on Azure Batch. */
export type SampleSettings = PoolSettings &
  Pick<Settings, 'taskRetries' | 'taskTimeout' | 'jobTimeout'>

/** A sample on Azure Batch. */
export interface AzureSample {
  readonly account: AzureAccount
  readonly settings: SampleSettings
  readonly runId: string
  /** How often the service is polled; its recommended interval by default. */
  readonly pollInterval?: PollInterval
}

/** Limit for the removal, in milliseconds: a cancelled runner does not wait much longer. */
const REMOVE_LIMIT = 8000

const MINUTE = 60_000

/**
 * Runs the sample on Azure Batch. The job and its pool are removed, even if it throws.
 *
 * @throws AzureProblem if it cannot run; the signal's reason
 */
export async function runAzureSample(
  { account: { service }, settings, runId, pollInterval = POLL_INTERVAL }: AzureSample,
  order: SampleOrder,
  listener: Listener,
  cancelled: AbortSignal
): Promise<SampleOutcome> {
  const limit = AbortSignal.timeout(settings.jobTimeout * MINUTE)
  const signal = AbortSignal.any([cancelled, limit])
  const pauses = new PollPauses(pollInterval)
  const polling = { listener, pause: () => pause(pauses.next(true), signal), signal }

  listener.phase('Nodes')
  const chosen = await choosePool(service, settings, signal)
  for (const warning of chosen.warnings) listener.warn(warning)
  const job = jobOrder(chosen.pool, runId, settings)
  // Assumed until the response: an interrupted request may have added the job.
  let ours = true
  try {
    ours = (await service.addJob(job, signal)) === 'added'
    if (!ours) throw jobExists(job)
    const nodes = await nodesReady(service, job, chosen.nodes, polling)

    listener.phase('Tasks')
    await service.addTasks(job.id, tasksOf(order, settings), signal)
    const tasks = await tasksEnded(service, job.id, order.tasks, nodes, polling)

    listener.phase('Outputs')
    return outcomeOf(await outputs(service, job.id, tasks, order, polling))
  } catch (error) {
    if (!limit.aborted || cancelled.aborted) throw error
    const message = `The job ${job.id} did not end within ${settings.jobTimeout} minutes (job-timeout).`
    throw new AzureProblem('unavailable', '', message, { cause: error })
  } finally {
    if (ours) await remove(service, job, listener)
  }
}

const jobExists = ({ id }: BatchJobOrder): AzureProblem =>
  new AzureProblem(
    'conflict',
    'JobExists',
    `The job ${id} already exists: another sample of this run is in progress, or was interrupted. The \`sweep\` command removes what is left.`
  )

/** The job on its pool. A pool of the job's own needs no start task, because the sample needs no programs. */
function jobOrder(
  pool: BatchJobOrder['pool'],
  runId: string,
  { jobTimeout }: SampleSettings
): BatchJobOrder {
  return {
    id: `${NAME_PREFIX}sample-${runId.replace(/[^\w-]/g, '-')}`.slice(0, 64),
    pool: 'ofJob' in pool ? { ...pool, ofJob: { ...pool.ofJob, startTask: null } } : pool,
    maxMinutes: jobTimeout,
    metadata: { 'batch-ocr': 'sample' }
  }
}

const tasksOf = (order: SampleOrder, { taskTimeout, taskRetries }: SampleSettings) =>
  sampleTasks(order.tasks).map((id) => ({
    id,
    commandLine: `/bin/bash -c '${SAMPLE_SCRIPT}'`,
    environment: {},
    resourceFiles: [],
    outputFiles: [],
    maxMinutes: taskTimeout,
    retries: taskRetries
  }))

/** Polls the tasks until all have ended, with two requests per poll. */
async function tasksEnded(
  service: BatchService,
  jobId: string,
  count: number,
  nodes: SampleNodes,
  { listener, pause, signal }: Polling
): Promise<readonly BatchTaskStatus[]> {
  let last = ''
  for (;;) {
    const { running, succeeded, failed } = await service.taskCounts(jobId, signal)
    const sentence = `${succeeded + failed} of ${count} tasks done, ${running} running; nodes: ${await nodes.poll()}.`
    if (sentence !== last) listener.say(sentence)
    last = sentence
    if (succeeded + failed >= count) {
      // The counts may run ahead of the tasks.
      const tasks = await service.tasks(jobId, 'all', signal)
      if (tasks.every(({ state }) => state === 'completed')) return tasks
    }
    await pause()
  }
}

/** Maximum bytes of output to download per task; the sample prints two lines. */
const MAX_OUTPUT = 64 * 1024

async function outputs(
  service: BatchService,
  jobId: string,
  ended: readonly BatchTaskStatus[],
  { folder, tasks }: SampleOrder,
  { listener, signal }: Polling
): Promise<SampleTask[]> {
  const byId = new Map(ended.map((task) => [task.id, task]))
  const read: SampleTask[] = []
  for (const id of sampleTasks(tasks)) {
    const { node = null, succeeded = false, failure = null } = byId.get(id) ?? {}
    if (!succeeded) listener.warn(`The task ${id} failed: ${failure?.message ?? 'it never ran'}`)
    const text =
      node === null ? null : await service.taskFileTail(jobId, id, 'stdout.txt', MAX_OUTPUT, signal)
    if (text === null && node !== null)
      listener.warn(`The node ${node} of the task ${id} is gone, and the task's output with it.`)
    read.push({ id, node, succeeded, file: text === null ? null : writeOutput(folder, id, text) })
  }
  return read
}

/** Removes the job and its own pool; only warns if that fails. */
async function remove(
  service: BatchService,
  { id, pool }: BatchJobOrder,
  listener: Listener
): Promise<void> {
  const signal = AbortSignal.timeout(REMOVE_LIMIT)
  try {
    const job = await service.job(id, signal)
    await service.terminateJob(id, 'batch-ocr: the sample has ended', signal)
    await service.deleteJob(id, signal)
    if ('ofJob' in pool && job?.poolId) await service.deletePool(job.poolId, signal)
  } catch (error) {
    // Without the permission to remove the job, it was not added either.
    if (error instanceof AzureProblem && error.kind === 'refused') return
    listener.warn(`The job ${id} could not be removed: ${(error as Error).message}`)
    listener.warn('The `sweep` command removes what is left.')
  }
}
