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
import { type Following, nodesReady, type SampleNodes } from './azure-nodes.ts'
import { runLocalSample } from './local-sample.ts'
import {
  outcomeOf,
  SAMPLE_SCRIPT,
  type SampleOrder,
  type SampleOutcome,
  type SampleTask,
  sampleTasks,
  writeOutput
} from './sample.ts'

/** What the settings say of a sample on Azure Batch. */
export type SampleSettings = PoolSettings &
  Pick<Settings, 'taskRetries' | 'taskTimeout' | 'jobTimeout'>

/** Where a sample runs. */
export type SamplePlace =
  | { readonly kind: 'local'; readonly slots: number }
  | {
      readonly kind: 'azure-batch'
      readonly account: AzureAccount
      readonly settings: SampleSettings
      readonly runId: string
      /** How often the service is looked at; as it would have it where nothing is said. */
      readonly pollInterval?: PollInterval
    }

/**
 * Microsoft's sample parallel task as one command: numbered tasks, each of which prints its own id and its node's,
 * downloaded to `taskoutputs/stdoutN.txt`. Job and pool are gone when it returns, and when it throws.
 *
 * @throws AzureProblem where it cannot run; the signal's reason
 */
export function runSample(
  where: SamplePlace,
  order: SampleOrder,
  listener: Listener,
  signal: AbortSignal
): Promise<SampleOutcome> {
  if (where.kind === 'local') return runLocalSample(where.slots, order, listener, signal)
  return runAzureSample(where, order, listener, signal)
}

/** Milliseconds that removing may take: a runner that cancels gives us little more. */
const REMOVING = 8000

const MINUTE = 60_000

async function runAzureSample(
  {
    account: { service },
    settings,
    runId,
    pollInterval = POLL_INTERVAL
  }: SamplePlace & { kind: 'azure-batch' },
  order: SampleOrder,
  listener: Listener,
  cancelled: AbortSignal
): Promise<SampleOutcome> {
  const limit = AbortSignal.timeout(settings.jobTimeout * MINUTE)
  const signal = AbortSignal.any([cancelled, limit])
  const pauses = new PollPauses(pollInterval)
  const following = { listener, pause: () => pause(pauses.next(true), signal), signal }

  listener.phase('Nodes')
  const chosen = await choosePool(service, settings, signal)
  for (const warning of chosen.warnings) listener.warn(warning)
  const job = jobOrder(chosen.pool, runId, settings)
  // A call that was cut off may have added it all the same.
  let ours = true
  try {
    ours = (await service.addJob(job, signal)) === 'added'
    if (!ours) throw exists(job)
    const nodes = await nodesReady(service, job, chosen.nodes, following)

    listener.phase('Tasks')
    await service.addTasks(job.id, tasksOf(order, settings), signal)
    const tasks = await ended(service, job.id, order.tasks, nodes, following)

    listener.phase('Outputs')
    return outcomeOf(await outputs(service, job.id, tasks, order, following))
  } catch (error) {
    if (!limit.aborted || cancelled.aborted) throw error
    const message = `The job ${job.id} did not end within ${settings.jobTimeout} minutes (job-timeout).`
    throw new AzureProblem('unavailable', '', message, { cause: error })
  } finally {
    if (ours) await remove(service, job, listener)
  }
}

const exists = ({ id }: BatchJobOrder): AzureProblem =>
  new AzureProblem(
    'conflict',
    'JobExists',
    `There is a job ${id} already: another sample of this run is under way, or was lost. \`batch-ocr sweep\` removes what is left over.`
  )

/** A job on the pool; one that is the job's own needs nothing installed. */
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

/** Follows the tasks to their end, by two calls a look. */
async function ended(
  service: BatchService,
  jobId: string,
  count: number,
  nodes: SampleNodes,
  { listener, pause, signal }: Following
): Promise<readonly BatchTaskStatus[]> {
  let told = ''
  for (;;) {
    const { running, succeeded, failed } = await service.taskCounts(jobId, signal)
    const sentence = `${succeeded + failed} of ${count} tasks done, ${running} running; nodes: ${await nodes.look()}.`
    if (sentence !== told) listener.say(sentence)
    told = sentence
    if (succeeded + failed >= count) {
      // Counts and tasks do not always agree; the tasks are right.
      const tasks = await service.tasks(jobId, 'all', signal)
      if (tasks.every(({ state }) => state === 'completed')) return tasks
    }
    await pause()
  }
}

/** As much of a task's output as is read; the sample prints two lines. */
const MOST_OUTPUT = 64 * 1024

async function outputs(
  service: BatchService,
  jobId: string,
  standings: readonly BatchTaskStatus[],
  { folder, tasks }: SampleOrder,
  { listener, signal }: Following
): Promise<SampleTask[]> {
  const byId = new Map(standings.map((task) => [task.id, task]))
  const read: SampleTask[] = []
  for (const id of sampleTasks(tasks)) {
    const { node = null, succeeded = false, failure = null } = byId.get(id) ?? {}
    if (!succeeded) listener.warn(`The task ${id} failed: ${failure?.message ?? 'it never ran'}`)
    const text =
      node === null
        ? null
        : await service.taskFileTail(jobId, id, 'stdout.txt', MOST_OUTPUT, signal)
    if (text === null && node !== null)
      listener.warn(`The node ${node} of the task ${id} is gone, and the task's output with it.`)
    read.push({ id, node, succeeded, file: text === null ? null : writeOutput(folder, id, text) })
  }
  return read
}

/** Takes job and pool away, whatever happened; says where it cannot. */
async function remove(
  service: BatchService,
  { id, pool }: BatchJobOrder,
  listener: Listener
): Promise<void> {
  const signal = AbortSignal.timeout(REMOVING)
  try {
    const job = await service.job(id, signal)
    await service.terminateJob(id, 'batch-ocr: the sample has ended', signal)
    await service.deleteJob(id, signal)
    if ('ofJob' in pool && job?.poolId) await service.deletePool(job.poolId, signal)
  } catch (error) {
    // Who may not remove it could not add it either.
    if (error instanceof AzureProblem && error.kind === 'refused') return
    listener.warn(`The job ${id} could not be removed: ${(error as Error).message}`)
    listener.warn('`batch-ocr sweep` removes what is left over.')
  }
}
