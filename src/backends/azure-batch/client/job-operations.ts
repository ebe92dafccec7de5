import type { BatchServiceClient } from '@azure/batch'
import { addAll } from './add-tasks.ts'
import type { BatchService } from './batch-service.ts'
import { fileTail } from './file-tail.ts'
import { fromJob, fromTask, fromTaskCounts, TASK_FIELDS, toJob, toTask } from './job-mapping.ts'
import { type BatchRequest, listAll, odataString, resultOn } from './request.ts'

/** Error codes for a job that has ended or is ending. */
const ENDED = ['JobCompleted', 'JobTerminating', 'JobBeingTerminated']

/** Error codes for a job that is deleted or is being deleted. */
const DELETED = ['JobNotFound', 'JobBeingDeleted']

const TASK_FILTERS = {
  all: undefined,
  failed: "executionInfo/result eq 'failure'",
  unfinished: "state ne 'completed'"
} as const

type JobOperations = Pick<
  BatchService,
  | 'addJob'
  | 'job'
  | 'jobs'
  | 'endWhenDone'
  | 'terminateJob'
  | 'deleteJob'
  | 'addTasks'
  | 'taskCounts'
  | 'tasks'
  | 'taskFileTail'
>

/** The host for error messages, and the limits for adding tasks, in milliseconds. */
export interface AddLimits {
  readonly host: string
  readonly retryLimit: number
  readonly timeout: number
}

/** Operations on jobs and tasks. */
export const jobOperations = (
  client: BatchServiceClient,
  request: BatchRequest,
  { host, retryLimit, timeout }: AddLimits
): JobOperations => ({
  addJob: (order, signal) =>
    resultOn(
      ['JobExists'],
      'exists',
      request(`add the job ${order.id}`, signal, async (abortSignal) => {
        await client.job.add(toJob(order), { abortSignal })
        return 'added' as const
      })
    ),

  job: (id, signal) =>
    resultOn(
      ['JobNotFound'],
      null,
      request(`return the job ${id}`, signal, async (abortSignal) =>
        fromJob(await client.job.get(id, { abortSignal }))
      )
    ),

  jobs: async (prefix, signal) => {
    const jobListOptions = { filter: `startswith(id,${odataString(prefix)})` }
    const jobs = await listAll(request, `list the jobs ${prefix}…`, signal, {
      first: (abortSignal) => client.job.list({ jobListOptions, abortSignal }),
      next: (link, abortSignal) => client.job.listNext(link, { abortSignal })
    })
    return jobs.map(fromJob)
  },

  // When the request is repeated because its response was lost, the job may have ended already.
  endWhenDone: (id, signal) =>
    resultOn(
      ENDED,
      undefined,
      request(`end the job ${id} with its tasks`, signal, async (abortSignal) => {
        await client.job.patch(id, { onAllTasksComplete: 'terminatejob' }, { abortSignal })
      })
    ),

  terminateJob: (id, terminateReason, signal) =>
    resultOn(
      [...ENDED, ...DELETED],
      undefined,
      request(`terminate the job ${id}`, signal, async (abortSignal) => {
        await client.job.terminate(id, { terminateReason, abortSignal })
      })
    ),

  deleteJob: (id, signal) =>
    resultOn(
      DELETED,
      undefined,
      request(`delete the job ${id}`, signal, async (abortSignal) => {
        await client.job.deleteMethod(id, { abortSignal })
      })
    ),

  addTasks: (jobId, tasks, signal) => {
    const send = (bodies: Parameters<typeof client.task.addCollection>[1]) =>
      request(
        `add ${bodies.length === 1 ? 'a task' : `${bodies.length} tasks`} to the job ${jobId}`,
        signal,
        async (abortSignal) => {
          const { value = [] } = await client.task.addCollection(jobId, bodies, { abortSignal })
          return value
        },
        timeout
      )
    return addAll(tasks.map(toTask), { jobId, host, retryLimit, send }, signal)
  },

  taskCounts: (jobId, signal) =>
    request(`count the tasks of the job ${jobId}`, signal, async (abortSignal) =>
      fromTaskCounts(await client.job.getTaskCounts(jobId, { abortSignal }))
    ),

  tasks: async (jobId, which, signal) => {
    const filter = TASK_FILTERS[which]
    const taskListOptions = { select: TASK_FIELDS, ...(filter === undefined ? {} : { filter }) }
    const tasks = await listAll(request, `list the tasks of the job ${jobId}`, signal, {
      first: (abortSignal) => client.task.list(jobId, { taskListOptions, abortSignal }),
      next: (link, abortSignal) => client.task.listNext(link, { abortSignal })
    })
    return tasks.map(fromTask)
  },

  taskFileTail: (jobId, taskId, path, bytes, signal) =>
    fileTail(
      {
        name: `the file ${path} of the task ${taskId} of the job ${jobId}`,
        size: async (abortSignal) => {
          const { contentLength } = await client.file.getPropertiesFromTask(jobId, taskId, path, {
            abortSignal
          })
          return contentLength
        },
        read: async (ocpRange, abortSignal) => {
          const options = { fileGetFromTaskOptions: { ocpRange }, abortSignal }
          return (await client.file.getFromTask(jobId, taskId, path, options)).readableStreamBody
        }
      },
      bytes,
      request,
      signal
    )
})
