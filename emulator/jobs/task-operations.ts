import { bodyOf } from '../protocol/body.ts'
import type { BatchRequest, Operations } from '../protocol/request.ts'
import {
  checkConditions,
  createdResponse,
  emptyResponse,
  listResponse,
  resourceResponse
} from '../protocol/responses.ts'
import { newStamp } from '../protocol/stamp.ts'
import { type Account, findJob, findTask, requireNotEnded } from './account.ts'
import * as errors from './errors.ts'
import type { Job } from './job.ts'
import { constraintsOf, type Task, taskResource } from './task.ts'
import { taskSchema, taskUpdateSchema } from './task-body.ts'
import { checkTask } from './task-checks.ts'
import { addCollection } from './task-collection.ts'
import { addTask, deleteTask, reactivateTask, terminateTask } from './task-life.ts'

/** The operations on tasks. */
export const taskOperations = (account: Account): Operations => ({
  'task.add': (request) => {
    const job = jobOf(account, request)
    const body = bodyOf(request, taskSchema)
    requireNotEnded(job)
    checkTask(job, body)
    const task = addTask(account, job, body)
    return createdResponse(request, pathOf(job, task), task.stamp)
  },

  'task.addCollection': (request) => addCollection(account, request),

  'task.get': (request) => {
    const { job, task } = taskOf(account, request)
    checkConditions(request, task.stamp)
    return resourceResponse(request, 'tasks', taskResource(task, job.id, request.baseUrl))
  },

  'task.list': (request) => {
    const job = jobOf(account, request)
    const tasks = [...job.tasks.values()]
    return listResponse(
      request,
      'tasks',
      tasks.map((task) => taskResource(task, job.id, request.baseUrl))
    )
  },

  'task.listSubtasks': (request) => {
    taskOf(account, request)
    return listResponse(request, 'subtaskinfo', [])
  },

  'task.update': (request) => {
    const { job, task } = taskOf(account, request)
    const { constraints } = bodyOf(request, taskUpdateSchema)
    checkConditions(request, task.stamp)
    requireNotEnded(job)
    if (task.state === 'completed') throw errors.taskCompleted()
    task.constraints = constraintsOf(constraints, job.settings.constraints.maxTaskRetryCount)
    task.stamp = newStamp()
    return emptyResponse(request, 200, pathOf(job, task), task.stamp)
  },

  'task.terminate': (request) => {
    const { job, task } = taskOf(account, request)
    checkConditions(request, task.stamp)
    if (task.state === 'completed') throw errors.taskCompleted()
    requireNotEnded(job)
    terminateTask(account, job, task)
    return emptyResponse(request, 204, `${pathOf(job, task)}/terminate`, task.stamp)
  },

  'task.reactivate': (request) => {
    const { job, task } = taskOf(account, request)
    checkConditions(request, task.stamp)
    requireNotEnded(job)
    if (task.state !== 'completed') throw errors.taskNotCompleted()
    if (task.execution.exitCode === 0) throw errors.taskSucceeded()
    reactivateTask(account, job, task)
    return emptyResponse(request, 204, undefined, task.stamp)
  },

  'task.deleteMethod': (request) => {
    const { job, task } = taskOf(account, request)
    checkConditions(request, task.stamp)
    if (job.state === 'deleting') throw errors.jobBeingDeleted()
    deleteTask(account, job, task)
    return emptyResponse(request, 200)
  }
})

const jobOf = (account: Account, { parameters }: BatchRequest): Job =>
  findJob(account, parameters['jobId'] ?? '')

function taskOf(account: Account, request: BatchRequest): { job: Job; task: Task } {
  const job = jobOf(account, request)
  return { job, task: findTask(job, request.parameters['taskId'] ?? '') }
}

const pathOf = (job: Job, task: Task): string => `/jobs/${job.id}/tasks/${task.id}`
