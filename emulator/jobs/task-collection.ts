import { randomUUID } from 'node:crypto'
import { BatchError } from '../protocol/batch-error.ts'
import { bodyOf } from '../protocol/body.ts'
import type { BatchRequest, BatchResponse, Resource } from '../protocol/request.ts'
import { now } from '../protocol/stamp.ts'
import { type Account, findJob, requireNotEnded } from './account.ts'
import type { Job } from './job.ts'
import { present } from './state.ts'
import { taskUrl } from './task.ts'
import { collectionSchema, type TaskBody } from './task-body.ts'
import { checkTask } from './task-checks.ts'
import { addTask } from './task-life.ts'

/** Adds up to 100 tasks. The status is always 200; each task has its own result. */
export function addCollection(account: Account, request: BatchRequest): BatchResponse {
  const job = findJob(account, request.parameters['jobId'] ?? '')
  const { value } = bodyOf(request, collectionSchema)
  requireNotEnded(job)
  const target = { operation: request.operation, jobId: job.id, poolId: job.poolId }
  const half = account.faults.trigger(['half-added'], target) !== undefined
  const most = half ? Math.floor(value.length / 2) : value.length
  const results = value.map((body, index) =>
    index < most ? added(account, job, body, request.baseUrl) : failed(body, serverBusy())
  )
  return {
    status: 200,
    json: {
      'odata.metadata': `${request.baseUrl}/$metadata#taskaddresult`,
      value: shuffled(results)
    }
  }
}

function added(account: Account, job: Job, body: TaskBody, baseUrl: string): Resource {
  try {
    checkTask(job, body)
    const { id, stamp } = addTask(account, job, body)
    return { status: 'Success', taskId: id, ...stamp, location: taskUrl(baseUrl, job.id, id) }
  } catch (error) {
    if (!(error instanceof BatchError)) throw error
    return failed(body, error)
  }
}

/** A server error may be retried, a client error may not. */
const failed = ({ id }: TaskBody, { status, code, message, details }: BatchError): Resource => ({
  status: status < 500 ? 'ClientError' : 'ServerError',
  taskId: id,
  error: present({
    code,
    message: {
      lang: 'en-US',
      value: `${message}\nRequestId:${randomUUID()}\nTime:${now()}`
    },
    values: details.length === 0 ? undefined : details
  })
})

const serverBusy = (): BatchError =>
  new BatchError(
    503,
    'ServerBusy',
    'The server is currently unable to receive requests. Please retry your request.'
  )

/** Results are in any order, because the service adds the tasks in parallel. */
function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
