import {
  checkConditions,
  createdAnswer,
  emptyAnswer,
  listAnswer,
  oneAnswer
} from '../protocol/answers.ts'
import { bodyOf, invalidProperty } from '../protocol/body.ts'
import { idKey } from '../protocol/ids.ts'
import type { Answer, BatchRequest, Operations } from '../protocol/request.ts'
import { type Account, findJob, requireGoingOn } from './account.ts'
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
  armEnd,
  beginJob,
  completeIfDone,
  deleteJob,
  disableJob,
  enableJob,
  stampAnew,
  terminateJob
} from './job-life.ts'
import { type JobSettings, patched, updated } from './job-settings.ts'
import { preparationResources } from './preparation.ts'
import * as refusals from './refusals.ts'
import { present } from './state.ts'
import { addTask } from './task-life.ts'

/** The operations on jobs. */
export const jobOperations = (account: Account): Operations => ({
  'job.add': (request) => {
    const job = addJob(account, bodyOf(request, jobSchema))
    // The service names every new job so: it is the path within the job, not that of the job.
    return createdAnswer(request, '/jobs/job-1', job.stamp)
  },

  'job.get': (request) => {
    const job = jobOf(account, request)
    checkConditions(request, job.stamp)
    return oneAnswer(request, 'jobs', jobResource(job, request.baseUrl))
  },

  'job.list': (request) => {
    const jobs = [...account.jobs.values()]
    return listAnswer(
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
    requireGoingOn(job)
    stampAnew(job)
    terminateJob(account, job, terminateReason ?? 'UserTerminate')
    return emptyAnswer(request, 202, `/jobs/${job.id}/terminate`, job.stamp)
  },

  'job.disable': (request) => {
    const job = jobOf(account, request)
    const { disableTasks } = bodyOf(request, jobDisableSchema)
    checkConditions(request, job.stamp)
    requireGoingOn(job)
    if (job.state === 'enabling') throw refusals.invalidForState('The job is being enabled.')
    stampAnew(job)
    disableJob(job, disableTasks)
    return emptyAnswer(request, 202, `/jobs/${job.id}/disable`, job.stamp)
  },

  'job.enable': (request) => {
    const job = jobOf(account, request)
    checkConditions(request, job.stamp)
    requireGoingOn(job)
    if (job.state !== 'disabled' && job.state !== 'disabling') {
      throw refusals.invalidForState('Only a disabled job can be enabled.')
    }
    stampAnew(job)
    enableJob(account, job)
    return emptyAnswer(request, 202, `/jobs/${job.id}/enable`, job.stamp)
  },

  'job.deleteMethod': (request) => {
    const job = jobOf(account, request)
    checkConditions(request, job.stamp)
    if (job.state === 'deleting') throw refusals.jobBeingDeleted()
    stampAnew(job)
    deleteJob(account, job)
    return emptyAnswer(request, 202)
  },

  'job.getTaskCounts': (request) =>
    oneAnswer(request, 'taskcountsresult', jobOf(account, request).counts.told()),

  'job.listPreparationAndReleaseTaskStatus': (request) => {
    const job = jobOf(account, request)
    const { jobPreparationTask, jobReleaseTask } = job.settings
    if (jobPreparationTask === undefined && jobReleaseTask === undefined) {
      throw refusals.noPreparationOrRelease()
    }
    return listAnswer(request, 'jobpreparationandreleasetaskstatuslist', preparationResources(job))
  }
})

const jobOf = (account: Account, { parameters }: BatchRequest): Job =>
  findJob(account, parameters['jobId'] ?? '')

function addJob(account: Account, body: JobBody): Job {
  const { jobs, settings } = account
  const same = jobs.get(idKey(body.id))
  if (same !== undefined) {
    throw same.state === 'deleting' ? refusals.jobBeingDeleted() : refusals.jobExists()
  }
  const active = [...jobs.values()].filter(({ state }) => state !== 'completed')
  if (active.length >= settings.activeJobQuota) throw refusals.jobQuotaReached()
  const job = newJob(body, settings.countsLagSeconds * 1000)
  beginJob(account, job)
  jobs.set(job.key, job)
  const { jobManagerTask } = job.settings
  if (jobManagerTask !== undefined && job.state === 'active')
    addManager(account, job, jobManagerTask)
  completeIfDone(account, job)
  return job
}

/** A job's manager is a task of the job. */
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
): Answer {
  checkConditions(request, job.stamp)
  requireGoingOn(job)
  const poolInfo = poolInfoAfter(job, changes)
  if (
    job.settings.onAllTasksComplete === 'terminatejob' &&
    settings.onAllTasksComplete === 'noaction'
  ) {
    const reason = 'A job that is to be terminated with its tasks cannot be changed back.'
    throw invalidProperty('onAllTasksComplete', settings.onAllTasksComplete, reason)
  }
  job.settings = present({ ...settings, poolInfo })
  job.poolId = poolInfo.poolId ?? job.poolId
  job.ownsPool = poolInfo.autoPoolSpecification?.keepAlive === false
  stampAnew(job)
  armEnd(account, job)
  completeIfDone(account, job)
  account.wake(job.poolId)
  return emptyAnswer(request, 200, `/jobs/${job.id}`, job.stamp)
}

/**
 * What a job's pool is after a change. Only a disabled job can go to another pool, and of a pool that lives with its job
 * only whether it outlives it can be changed.
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
    throw refusals.invalidForState('A pool that lives with its job cannot be changed for another.')
  }
  if (idKey(poolId) !== idKey(job.poolId) && job.state !== 'disabled') {
    throw refusals.invalidForState(
      'The pool of a job can be changed only while the job is disabled.'
    )
  }
  return poolInfo
}
