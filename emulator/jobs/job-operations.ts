import { bodyOf, invalidProperty } from '../protocol/body.ts'
import { idKey } from '../protocol/ids.ts'
import type { BatchRequest, BatchResponse, Operations } from '../protocol/request.ts'
import {
  checkConditions,
  createdResponse,
  emptyResponse,
  listResponse,
  resourceResponse
} from '../protocol/responses.ts'
import { type Account, findJob, requireNotEnded } from './account.ts'
import * as errors from './errors.ts'
import { type Job, jobResource, newJob } from './job.ts'
import {
  type JobBody,
  type JobChanges,
  jobDisableSchema,
  jobPatchSchema,
  jobSchema,
  jobTerminateSchema,
  jobUpdateSchema,
  type ManagerBody
} from './job-body.ts'
import {
  armDeadline,
  beginJob,
  completeIfDone,
  deleteJob,
  disableJob,
  enableJob,
  renewStamp,
  terminateJob
} from './job-life.ts'
import { type JobSettings, patched, updated } from './job-settings.ts'
import { preparationResources } from './preparation.ts'
import { present } from './state.ts'
import { addTask } from './task-life.ts'

/** The operations on jobs. */
export const jobOperations = (account: Account): Operations => ({
  'job.add': (request) => {
    const job = addJob(account, bodyOf(request, jobSchema))
    // The service returns this path for every new job.
    return createdResponse(request, '/jobs/job-1', job.stamp)
  },

  'job.get': (request) => {
    const job = jobOf(account, request)
    checkConditions(request, job.stamp)
    return resourceResponse(request, 'jobs', jobResource(job, request.baseUrl))
  },

  'job.list': (request) => {
    const jobs = [...account.jobs.values()]
    return listResponse(
      request,
      'jobs',
      jobs.map((job) => jobResource(job, request.baseUrl))
    )
  },

  'job.patch': (request) => {
    const job = jobOf(account, request)
    const changes = bodyOf(request, jobPatchSchema)
    return change(account, request, job, changes, patched(job.settings, changes))
  },

  'job.update': (request) => {
    const job = jobOf(account, request)
    const changes = bodyOf(request, jobUpdateSchema)
    return change(account, request, job, changes, updated(job.settings, changes))
  },

  'job.terminate': (request) => {
    const job = jobOf(account, request)
    const { terminateReason } = bodyOf(request, jobTerminateSchema)
    checkConditions(request, job.stamp)
    requireNotEnded(job)
    renewStamp(job)
    terminateJob(account, job, terminateReason ?? 'UserTerminate')
    return emptyResponse(request, 202, `/jobs/${job.id}/terminate`, job.stamp)
  },

  'job.disable': (request) => {
    const job = jobOf(account, request)
    const { disableTasks } = bodyOf(request, jobDisableSchema)
    checkConditions(request, job.stamp)
    requireNotEnded(job)
    if (job.state === 'enabling') throw errors.invalidForState('The job is being enabled.')
    renewStamp(job)
    disableJob(job, disableTasks)
    return emptyResponse(request, 202, `/jobs/${job.id}/disable`, job.stamp)
  },

  'job.enable': (request) => {
    const job = jobOf(account, request)
    checkConditions(request, job.stamp)
    requireNotEnded(job)
    if (job.state !== 'disabled' && job.state !== 'disabling') {
      throw errors.invalidForState('Only a disabled job can be enabled.')
    }
    renewStamp(job)
    enableJob(account, job)
    return emptyResponse(request, 202, `/jobs/${job.id}/enable`, job.stamp)
  },

  'job.deleteMethod': (request) => {
    const job = jobOf(account, request)
    checkConditions(request, job.stamp)
    if (job.state === 'deleting') throw errors.jobBeingDeleted()
    renewStamp(job)
    deleteJob(account, job)
    return emptyResponse(request, 202)
  },

  'job.getTaskCounts': (request) =>
    resourceResponse(request, 'taskcountsresult', jobOf(account, request).counts.reported()),

  'job.listPreparationAndReleaseTaskStatus': (request) => {
    const job = jobOf(account, request)
    const { jobPreparationTask, jobReleaseTask } = job.settings
    if (jobPreparationTask === undefined && jobReleaseTask === undefined) {
      throw errors.noPreparationOrRelease()
    }
    return listResponse(
      request,
      'jobpreparationandreleasetaskstatuslist',
      preparationResources(job)
    )
  }
})

const jobOf = (account: Account, { parameters }: BatchRequest): Job =>
  findJob(account, parameters['jobId'] ?? '')

function addJob(account: Account, body: JobBody): Job {
  const { jobs, settings } = account
  const same = jobs.get(idKey(body.id))
  if (same !== undefined) {
    throw same.state === 'deleting' ? errors.jobBeingDeleted() : errors.jobExists()
  }
  const active = [...jobs.values()].filter(({ state }) => state !== 'completed')
  if (active.length >= settings.activeJobQuota) throw errors.jobQuotaReached()
  const job = newJob(body, settings.countsLagSeconds * 1000)
  beginJob(account, job)
  jobs.set(job.key, job)
  const { jobManagerTask } = job.settings
  if (jobManagerTask !== undefined && job.state === 'active')
    addManager(account, job, jobManagerTask)
  completeIfDone(account, job)
  return job
}

/** Adds the job manager task. */
function addManager(account: Account, job: Job, manager: ManagerBody): void {
  const { killJobOnCompletion: _, runExclusive: __, allowLowPriorityNode: ___, ...task } = manager
  addTask(account, job, task)
}

function change(
  account: Account,
  request: BatchRequest,
  job: Job,
  changes: JobChanges,
  settings: JobSettings
): BatchResponse {
  checkConditions(request, job.stamp)
  requireNotEnded(job)
  const poolInfo = poolInfoAfter(job, changes)
  if (
    job.settings.onAllTasksComplete === 'terminatejob' &&
    settings.onAllTasksComplete === 'noaction'
  ) {
    const reason = 'The value terminatejob cannot be changed back to noaction.'
    throw invalidProperty('onAllTasksComplete', settings.onAllTasksComplete, reason)
  }
  job.settings = present({ ...settings, poolInfo })
  job.poolId = poolInfo.poolId ?? job.poolId
  job.ownsPool = poolInfo.autoPoolSpecification?.keepAlive === false
  renewStamp(job)
  armDeadline(account, job)
  completeIfDone(account, job)
  account.wake(job.poolId)
  return emptyResponse(request, 200, `/jobs/${job.id}`, job.stamp)
}

/**
 * The pool of a job after a change. Only a disabled job can be moved to another pool, and only `keepAlive` of an auto pool
 * can be changed.
 */
function poolInfoAfter(job: Job, { poolInfo }: JobChanges): JobSettings['poolInfo'] {
  const { poolInfo: before } = job.settings
  if (poolInfo === undefined) return before
  const { poolId, autoPoolSpecification } = poolInfo
  if (autoPoolSpecification !== undefined && before.autoPoolSpecification !== undefined) {
    const { keepAlive } = autoPoolSpecification
    return { autoPoolSpecification: { ...before.autoPoolSpecification, keepAlive } }
  }
  if (poolId === undefined || before.poolId === undefined) {
    throw errors.invalidForState('An auto pool cannot be replaced by another pool.')
  }
  if (idKey(poolId) !== idKey(job.poolId) && job.state !== 'disabled') {
    throw errors.invalidForState('The pool of a job can be changed only while the job is disabled.')
  }
  return poolInfo
}
