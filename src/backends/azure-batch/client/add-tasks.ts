import type { TaskAddParameter, TaskAddResult } from '@azure/batch'
import { inParallel } from '../../../lib/parallel.ts'
import { retry, retryFor, TransientError } from '../../../lib/retry.ts'
import { AzureProblem } from '../problem.ts'
import { messageWithDetails } from './messages.ts'
import { serviceProblem } from './service-problem.ts'

const CONCURRENT_REQUESTS = 4

const TOO_LARGE_CODES: readonly string[] = ['RequestBodyTooLarge', 'RequestEntityTooLarge']

/** Error codes of a task that mean that the job accepts no tasks at all. */
const JOB_ENDED_CODES: readonly string[] = [
  ...['JobCompleted', 'JobTerminating', 'JobBeingTerminated', 'JobBeingDeleted', 'JobNotFound']
]

/** The job that tasks are added to. */
export interface TaskTarget {
  readonly jobId: string
  readonly host: string
  /** Milliseconds for which tasks are sent again that the service temporarily could not add. */
  readonly retryLimit: number
  /** Sends one request. @throws AzureProblem */
  send(tasks: TaskAddParameter[]): Promise<readonly TaskAddResult[]>
}

/**
 * Adds any number of tasks. After a failure no further request is sent, and those in progress are awaited.
 *
 * @throws AzureProblem with the task that was refused; the signal's reason
 */
export async function addAll(
  tasks: readonly TaskAddParameter[],
  target: TaskTarget,
  signal: AbortSignal
): Promise<void> {
  await inParallel(chunksOf(tasks), CONCURRENT_REQUESTS, (chunk) => addChunk(chunk, target, signal))
}

/** Adds the tasks of one request, or splits them if the service finds the request too large. */
async function addChunk(
  tasks: readonly TaskAddParameter[],
  target: TaskTarget,
  signal: AbortSignal
): Promise<void> {
  try {
    await addInOneRequest(tasks, target, signal)
  } catch (error) {
    if (!(error instanceof AzureProblem && TOO_LARGE_CODES.includes(error.code))) throw error
    const [only] = tasks
    if (tasks.length === 1 && only !== undefined) throw tooLarge(only, error)
    for (const half of halves(tasks)) await addChunk(half, target, signal)
  }
}

/** Repeats the request with the tasks that the service temporarily could not add. */
async function addInOneRequest(
  tasks: readonly TaskAddParameter[],
  target: TaskTarget,
  signal: AbortSignal
): Promise<void> {
  let missing = [...tasks]
  await retry(retryFor(target.retryLimit), signal, async () => {
    const results = new Map((await target.send(missing)).map((result) => [result.taskId, result]))
    missing = missing.filter(({ id }) => !wasAdded(results.get(id), target))
    const [first] = missing
    if (first === undefined) return
    throw new TransientError(taskProblem(first.id, results.get(first.id), 503, target), null)
  })
}

/**
 * Whether a task is in the job now. A missing result counts as a temporary failure of the service.
 *
 * @throws AzureProblem if the service refuses the task for good
 */
function wasAdded(result: TaskAddResult | undefined, target: TaskTarget): boolean {
  const status = result?.status.toLowerCase()
  if (status === 'success' || result?.error?.code === 'TaskExists') return true
  if (result === undefined || status !== 'clienterror') return false
  const jobEnded = JOB_ENDED_CODES.includes(result.error?.code ?? '')
  throw taskProblem(result.taskId, result, jobEnded ? 409 : 400, target)
}

const taskProblem = (
  id: string,
  result: TaskAddResult | undefined,
  status: number,
  { jobId, host }: TaskTarget
): AzureProblem =>
  serviceProblem(
    {
      status,
      code: result?.error?.code ?? '',
      message: messageWithDetails(result?.error?.message?.value, result?.error?.values),
      details: '',
      retryAfter: null
    },
    `add the task ${id} to the job ${jobId}`,
    host
  )

const tooLarge = ({ id }: TaskAddParameter, cause: AzureProblem): AzureProblem =>
  new AzureProblem(
    'bad-request',
    cause.code,
    `The task ${id} alone is larger than Azure Batch accepts. Increase \`partitions\`, so that each task is smaller.`,
    { cause }
  )

/** The service's limits for one request. */
const MAX_TASKS = 100
const MAX_BYTES = 1_000_000

const ENVELOPE = Buffer.byteLength('{"value":[]}')
const COMMA = 1

/** Splits tasks, in order, into the tasks of each request. A task that exceeds the limit has a request of its own. */
function chunksOf(tasks: readonly TaskAddParameter[]): TaskAddParameter[][] {
  const chunks: TaskAddParameter[][] = []
  let bytes = MAX_BYTES
  for (const task of tasks) {
    const size = Buffer.byteLength(JSON.stringify(task)) + COMMA
    const last = chunks.at(-1)
    if (last !== undefined && last.length < MAX_TASKS && bytes + size < MAX_BYTES) {
      last.push(task)
      bytes += size
    } else {
      chunks.push([task])
      bytes = ENVELOPE + size
    }
  }
  return chunks
}

function halves<T>(items: readonly T[]): [T[], T[]] {
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)]
}
