import type { Demand } from '../pools/pool.ts'
import { idKey } from '../protocol/ids.ts'
import type { Operations } from '../protocol/request.ts'
import { type Account, findJob, findTask, type JobsContext } from './account.ts'
import * as errors from './errors.ts'
import type { Job } from './job.ts'
import { jobOperations } from './job-operations.ts'
import { openScheduler } from './scheduler.ts'
import { taskUrl } from './task.ts'
import { startTask } from './task-life.ts'
import { taskOperations } from './task-operations.ts'
import { Closing } from './work.ts'

/** The jobs of the account with their tasks. */
export interface Jobs {
  readonly operations: Operations
  /** The number of waiting, running and completed tasks of a pool. */
  demand(poolId: string): Demand
  /**
   * The folder of a task.
   *
   * @throws BatchError if it has no files
   */
  taskFolder(jobId: string, taskId: string): { readonly root: string; readonly url: string }
  /** Ends all runs. */
  close(): Promise<void>
}

export function openJobs(context: JobsContext): Jobs {
  const jobs = new Map<string, Job>()
  const closing = new AbortController()
  const underway = new Set<Promise<unknown>>()
  const scheduler = openScheduler(
    context.pools,
    () => (closing.signal.aborted ? [] : jobs.values()),
    (job, task, node) => startTask(account, job, task, node)
  )
  const account: Account = {
    ...context,
    jobs,
    closing: closing.signal,
    wake: scheduler.wake,
    underway: (work) => {
      const forget = (): boolean => underway.delete(work)
      underway.add(work)
      work.then(forget, forget)
    }
  }
  context.pools.onChange(scheduler.wake)

  return {
    operations: { ...jobOperations(account), ...taskOperations(account) },
    demand: (poolId) => demandOf(onPool(jobs, poolId)),
    taskFolder: (jobId, taskId) => folderOf(account, jobId, taskId),
    close: async () => {
      closing.abort(new Closing('The emulator is stopping.'))
      for (const job of jobs.values()) {
        stopEverything(job, closing.signal.reason)
        for (const { prepared } of job.preparations.values()) account.underway(prepared)
      }
      while (underway.size > 0) await Promise.allSettled(underway)
    }
  }
}

const onPool = (jobs: ReadonlyMap<string, Job>, poolId: string): Job[] =>
  [...jobs.values()].filter((job) => idKey(job.poolId) === idKey(poolId))

function demandOf(jobs: readonly Job[]): Demand {
  const sum = (count: (job: Job) => number): number =>
    jobs.reduce((total, job) => total + count(job), 0)
  return {
    activeTasks: sum(({ state, ready }) => (state === 'active' ? ready.size : 0)),
    runningTasks: sum(({ counts }) => counts.tasks.running),
    succeededTasks: sum(({ counts }) => counts.tasks.succeeded),
    failedTasks: sum(({ counts }) => counts.tasks.failed)
  }
}

function folderOf(account: Account, jobId: string, taskId: string) {
  const job = findJob(account, jobId)
  const { id, state, node, cleanedUp } = findTask(job, taskId)
  if (state === 'active' || state === 'preparing') {
    throw errors.invalidForState(
      `The files of task ${id} cannot be accessed as the task state is still ${state}.`
    )
  }
  if (node === null) throw errors.filesUnavailable()
  if (node.gone.aborted) throw errors.nodeNotFound()
  if (cleanedUp) throw errors.filesCleanedUp()
  const root = node.machine.folderOf({ kind: 'task', jobId: job.id, taskId: id })
  return { root, url: taskUrl(account.baseUrl(), job.id, id) }
}

function stopEverything(job: Job, why: unknown): void {
  job.timers.close()
  for (const task of job.runs.keys()) task.stop?.abort(why)
  for (const { stop } of job.preparations.values()) stop.abort(why)
}
