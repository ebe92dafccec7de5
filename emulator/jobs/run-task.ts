import { EndedByUser, type Ending } from '../machine/machine.ts'
import type { ComputeNode } from '../pools/pool.ts'
import { now } from '../protocol/stamp.ts'
import type { Job } from './job.ts'
import { mustWait, preparationOn } from './preparation.ts'
import { enter } from './state.ts'
import type { Task } from './task.ts'
import { endedByUser, endWithNode, mayRetry, runOn, taskWork } from './work.ts'

/** How a task's stay on a node ended. */
export type Outcome =
  | { readonly kind: 'ended'; readonly ending: Ending }
  /** It did not come to its end there; `why` is null where the job's preparation failed. */
  | { readonly kind: 'given-up'; readonly why: unknown }

/**
 * Runs a task on a node: after its job's preparation, and again as often as it may be tried again. It stays on the node
 * meanwhile, and in the state `running`.
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
    if (prepared !== true) return { kind: 'given-up', why: null }
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

/** What was asked of the run: to end, which ends its task; anything else leaves the task as it was. */
const interrupted = (signal: AbortSignal, ending = endedByUser()): Outcome =>
  signal.reason instanceof EndedByUser
    ? { kind: 'ended', ending }
    : { kind: 'given-up', why: signal.reason }

/** A promise's value; undefined where the signal fires first. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  if (signal.aborted) return Promise.resolve(undefined)
  return new Promise((resolve, reject) => {
    const give = (): void => resolve(undefined)
    signal.addEventListener('abort', give, { once: true })
    promise.finally(() => signal.removeEventListener('abort', give)).then(resolve, reject)
  })
}
