import { EndedByUser, type Ending } from '../machine/machine.ts'
import type { ComputeNode } from '../pools/pool.ts'
import { now } from '../protocol/stamp.ts'
import type { Job } from './job.ts'
import { mustWait, preparationOn } from './preparation.ts'
import { enter } from './state.ts'
import type { Task } from './task.ts'
import { endedByUser, endWithNode, mayRetry, runOn, taskWork } from './work.ts'

/** How the run of a task on a node ended. */
export type Outcome =
  | { readonly kind: 'ended'; readonly ending: Ending }
  /** It was interrupted; `why` is null if the job's preparation failed. */
  | { readonly kind: 'interrupted'; readonly why: unknown }

/**
 * Runs a task on a node, after the preparation of its job and with retries. Between retries it stays in state `running` on
 * the node.
 */
export async function runTask(
  job: Job,
  task: Task,
  node: ComputeNode,
  stop: AbortController
): Promise<Outcome> {
  const unsubscribe = endWithNode(node, stop)
  try {
    return await prepareAndRun(job, task, node, stop.signal)
  } finally {
    unsubscribe()
  }
}

async function prepareAndRun(
  job: Job,
  task: Task,
  node: ComputeNode,
  signal: AbortSignal
): Promise<Outcome> {
  const wait = mustWait(job, node)
  enter(task, wait ? 'preparing' : 'running')
  const preparation = preparationOn(job, node)
  if (preparation !== null && wait) {
    const prepared = await unlessAborted(preparation.prepared, signal)
    if (signal.aborted) return interrupted(signal)
    if (prepared !== true) return { kind: 'interrupted', why: null }
    enter(task, 'running')
  }
  return tries(job, task, node, signal)
}

async function tries(
  job: Job,
  task: Task,
  node: ComputeNode,
  signal: AbortSignal
): Promise<Outcome> {
  const { execution } = task
  const owner = { kind: 'task', jobId: job.id, taskId: task.id } as const
  await job.removals.get(task.key)
  for (;;) {
    execution.startTime = now()
    const ending = await runOn(node, taskWork(job, task), owner, signal)
    if (signal.aborted) return interrupted(signal, ending)
    if (!mayRetry(ending, execution.retryCount, task.constraints.maxTaskRetryCount)) {
      return { kind: 'ended', ending }
    }
    execution.retryCount += 1
    execution.lastRetryTime = now()
  }
}

/** The outcome of an aborted run. Only `EndedByUser` completes the task; otherwise it is requeued. */
const interrupted = (signal: AbortSignal, ending = endedByUser()): Outcome =>
  signal.reason instanceof EndedByUser
    ? { kind: 'ended', ending }
    : { kind: 'interrupted', why: signal.reason }

/** The value of a promise; undefined if the signal is aborted first. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  if (signal.aborted) return Promise.resolve(undefined)
  return new Promise((resolve, reject) => {
    const cancel = (): void => resolve(undefined)
    signal.addEventListener('abort', cancel, { once: true })
    promise.finally(() => signal.removeEventListener('abort', cancel)).then(resolve, reject)
  })
}
