import type { BatchServiceClient } from '@azure/batch'
import { addAll } from './add-tasks.ts'
import type { BatchService } from './batch-service.ts'
import { fileTail } from './file-tail.ts'
import {
  jobBody,
  jobStanding,
  TASK_FIELDS,
  taskBody,
  taskCounts,
  taskStanding
} from './job-mapping.ts'
import { type Asking, allOf, quoted, unless } from './request.ts'

/** How the service says that a job has ended, or is about to. */
const ENDED = ['JobCompleted', 'JobTerminating', 'JobBeingTerminated']

/** How it says that it is gone, or is about to be. */
const GONE = ['JobNotFound', 'JobBeingDeleted']

/** Which tasks of a job a list is to have. */
const FILTERS = {
  all: undefined,
  failed: "executionInfo/result eq 'failure'",
  unfinished: "state ne 'completed'"
} as const

/** Jobs and their tasks. */
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

/** What adding tasks needs beside: whom it names, how long it tries, and how long one call may take. */
export interface AddingLimits {
  readonly host: string
  readonly patience: number
  readonly timeout: number
}

/** The operations on jobs and tasks. */
export const jobOperations = (
  client: BatchServiceClient,
  asking: Asking,
  { host, patience, timeout }: AddingLimits
): JobOperations => ({
  addJob: (order, signal) =>
    unless(
      ['JobExists'],
      'exists',
      asking(`add the job ${order.id}`, signal, async (abortSignal) => {
        await client.job.add(jobBody(order), { abortSignal })
        return 'added' as const
      })
    ),

  job: (id, signal) =>
    unless(
      ['JobNotFound'],
      null,
      asking(`show the job ${id}`, signal, async (abortSignal) =>
        jobStanding(await client.job.get(id, { abortSignal }))
      )
    ),

  jobs: async (prefix, signal) => {
    const jobListOptions = { filter: `startswith(id,${quoted(prefix)})` }
    const jobs = await allOf(asking, `list the jobs ${prefix}…`, signal, {
      first: (abortSignal) => client.job.list({ jobListOptions, abortSignal }),
      next: (link, abortSignal) => client.job.listNext(link, { abortSignal })
    })
    return jobs.map(jobStanding)
  },

  // Told twice, since the first answer was lost, the service may say that the job has ended meanwhile.
  endWhenDone: (id, signal) =>
    unless(
      ENDED,
      undefined,
      asking(`end the job ${id} with its tasks`, signal, async (abortSignal) => {
        await client.job.patch(id, { onAllTasksComplete: 'terminatejob' }, { abortSignal })
      })
    ),

  terminateJob: (id, terminateReason, signal) =>
    unless(
      [...ENDED, ...GONE],
      undefined,
      asking(`terminate the job ${id}`, signal, async (abortSignal) => {
        await client.job.terminate(id, { terminateReason, abortSignal })
      })
    ),

  deleteJob: (id, signal) =>
    unless(
      GONE,
      undefined,
      asking(`delete the job ${id}`, signal, async (abortSignal) => {
        await client.job.deleteMethod(id, { abortSignal })
      })
    ),

  addTasks: (jobId, tasks, signal) => {
    const send = (bodies: Parameters<typeof client.task.addCollection>[1]) =>
      asking(
        `add ${bodies.length === 1 ? 'a task' : `${bodies.length} tasks`} to the job ${jobId}`,
        signal,
        async (abortSignal) => {
          const { value = [] } = await client.task.addCollection(jobId, bodies, { abortSignal })
          return value
        },
        timeout
      )
    return addAll(tasks.map(taskBody), { jobId, host, patience, send }, signal)
  },

  taskCounts: (jobId, signal) =>
    asking(`count the tasks of the job ${jobId}`, signal, async (abortSignal) =>
      taskCounts(await client.job.getTaskCounts(jobId, { abortSignal }))
    ),

  tasks: async (jobId, which, signal) => {
    const filter = FILTERS[which]
    const taskListOptions = { select: TASK_FIELDS, ...(filter === undefined ? {} : { filter }) }
    const tasks = await allOf(asking, `list the tasks of the job ${jobId}`, signal, {
      first: (abortSignal) => client.task.list(jobId, { taskListOptions, abortSignal }),
      next: (link, abortSignal) => client.task.listNext(link, { abortSignal })
    })
    return tasks.map(taskStanding)
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
      asking,
      signal
    )
})
