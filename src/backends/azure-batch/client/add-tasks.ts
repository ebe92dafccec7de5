import type { TaskAddParameter, TaskAddResult } from '@azure/batch'
import { inParallel } from '../../../lib/parallel.ts'
import { retry, retryFor, TransientError } from '../../../lib/retry.ts'
import { AzureProblem } from '../problem.ts'
import { saidWithDetails } from './messages.ts'
import { serviceProblem } from './service-problem.ts'

/** Calls at the same time. */
const AT_ONCE = 4

/** How the service says that a call is too large. */
const TOO_LARGE: readonly string[] = ['RequestBodyTooLarge', 'RequestEntityTooLarge']

/** Words that say that the job is in no state for more tasks, whatever the task. */
const JOB_ENDED: readonly string[] = [
  ...['JobCompleted', 'JobTerminating', 'JobBeingTerminated', 'JobBeingDeleted', 'JobNotFound']
]

/** How tasks are added. */
export interface Adding {
  readonly jobId: string
  readonly host: string
  /** Milliseconds for which tasks that the service could not add now are sent again. */
  readonly patience: number
  /** Makes one call. @throws AzureProblem */
  send(tasks: TaskAddParameter[]): Promise<readonly TaskAddResult[]>
}

/**
 * Adds any number of tasks. The first failure ends it, once the calls under way have been answered.
 *
 * @throws AzureProblem naming the task that the service does not take; the signal's reason
 */
export async function addAll(
  tasks: readonly TaskAddParameter[],
  adding: Adding,
  signal: AbortSignal
): Promise<void> {
  await inParallel(chunksOf(tasks), AT_ONCE, (chunk) => addChunk(chunk, adding, signal))
}

/** Adds what one call takes; in two calls, where the service finds it too large. */
async function addChunk(
  tasks: readonly TaskAddParameter[],
  adding: Adding,
  signal: AbortSignal
): Promise<void> {
  try {
    await addWhole(tasks, adding, signal)
  } catch (error) {
    if (!(error instanceof AzureProblem && TOO_LARGE.includes(error.code))) throw error
    const [only] = tasks
    if (tasks.length === 1 && only !== undefined) throw tooLarge(only, error)
    for (const half of halves(tasks)) await addChunk(half, adding, signal)
  }
}

/** Sends tasks, and those again that the service could not add just now. */
async function addWhole(
  tasks: readonly TaskAddParameter[],
  adding: Adding,
  signal: AbortSignal
): Promise<void> {
  let open = [...tasks]
  await retry(retryFor(adding.patience), signal, async () => {
    const results = new Map((await adding.send(open)).map((result) => [result.taskId, result]))
    open = open.filter(({ id }) => !isThere(results.get(id), adding))
    const [first] = open
    if (first === undefined) return
    throw new TransientError(refusal(first.id, results.get(first.id), 503, adding), null)
  })
}

/**
 * Whether a task is in the job now. A result that is missing is taken for one of the service's own failures.
 *
 * @throws AzureProblem where the service would not take it the next time either
 */
function isThere(result: TaskAddResult | undefined, adding: Adding): boolean {
  const status = result?.status.toLowerCase()
  if (status === 'success' || result?.error?.code === 'TaskExists') return true
  if (result === undefined || status !== 'clienterror') return false
  const ended = JOB_ENDED.includes(result.error?.code ?? '')
  throw refusal(result.taskId, result, ended ? 409 : 400, adding)
}

const refusal = (
  id: string,
  result: TaskAddResult | undefined,
  status: number,
  { jobId, host }: Adding
): AzureProblem =>
  serviceProblem(
    {
      status,
      code: result?.error?.code ?? '',
      message: saidWithDetails(result?.error?.message?.value, result?.error?.values),
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
    `The task ${id} alone is larger than Azure Batch takes. Ask for more partitions, so that each task says less.`,
    { cause }
  )

/** The service takes no more tasks in one call, and no larger call. */
const MOST_TASKS = 100
const MOST_BYTES = 1_000_000

/** What stands around the tasks of a call, and between two of them. */
const FRAME = Buffer.byteLength('{"value":[]}')
const COMMA = 1

/** Divides tasks, in their order, into what one call each takes. A task that is too large by itself is a call of its own. */
export function chunksOf(tasks: readonly TaskAddParameter[]): TaskAddParameter[][] {
  const chunks: TaskAddParameter[][] = []
  let bytes = MOST_BYTES
  for (const task of tasks) {
    const size = Buffer.byteLength(JSON.stringify(task)) + COMMA
    const last = chunks.at(-1)
    if (last !== undefined && last.length < MOST_TASKS && bytes + size < MOST_BYTES) {
      last.push(task)
      bytes += size
    } else {
      chunks.push([task])
      bytes = FRAME + size
    }
  }
  return chunks
}

/** Two halves of what was too much for one call. */
export function halves<T>(items: readonly T[]): [T[], T[]] {
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)]
}
