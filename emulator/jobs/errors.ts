import { BatchError } from '../protocol/batch-error.ts'

const conflict = (code: string, message: string): BatchError => new BatchError(409, code, message)

export const jobNotFound = (): BatchError =>
  new BatchError(404, 'JobNotFound', 'The specified job does not exist.')

export const taskNotFound = (): BatchError =>
  new BatchError(404, 'TaskNotFound', 'The specified task does not exist.')

export const jobExists = (): BatchError =>
  conflict('JobExists', 'The specified job already exists.')

export const jobBeingDeleted = (): BatchError =>
  conflict(
    'JobBeingDeleted',
    'The specified job has been marked for deletion and is being garbage collected.'
  )

export const jobBeingTerminated = (): BatchError =>
  conflict('JobBeingTerminated', 'The specified job is being terminated.')

export const jobCompleted = (): BatchError =>
  conflict('JobCompleted', 'The specified job is already in a completed state.')

export const jobQuotaReached = (): BatchError =>
  conflict(
    'ActiveJobAndScheduleQuotaReached',
    'Active job and schedule quota for the account has been reached.'
  )

export const noPreparationOrRelease = (): BatchError =>
  conflict(
    'JobPreparationTaskOrReleaseTaskNotSpecified',
    'The specified job does not have either job preparation task or job release task.'
  )

export const taskExists = (): BatchError =>
  conflict('TaskExists', 'The specified task already exists.')

export const sameAsPreparation = (): BatchError =>
  conflict(
    'TaskIdSameAsJobPreparationTask',
    'The specified task id is same as the job preparation task.'
  )

export const sameAsRelease = (): BatchError =>
  conflict('TaskIdSameAsJobReleaseTask', 'The specified task id is same as the job release task.')

export const taskCompleted = (): BatchError =>
  conflict('TaskCompleted', 'The specified task is already in a completed state.')

export const taskNotCompleted = (): BatchError =>
  conflict(
    'TaskNotCompleted',
    'The specified task is not in a completed state, and the requested operation can be performed only on completed tasks.'
  )

export const taskSucceeded = (): BatchError =>
  conflict(
    'TaskSucceeded',
    'The specified task has already completed successfully, and the requested operation cannot be performed on successful tasks.'
  )

export const dependenciesNotSpecified = (): BatchError =>
  new BatchError(
    400,
    'TaskDependenciesNotSpecifiedOnJob',
    'A task was specified as depending on other tasks, but the job did not specify that it would use task dependencies.'
  )

export const dependencyListTooLong = (): BatchError =>
  new BatchError(
    400,
    'TaskDependencyListTooLong',
    'A task was specified as depending on other tasks, but the list of dependencies was too long to be stored.'
  )

/** The state of the resource does not allow the operation. */
export const invalidForState = (reason: string): BatchError =>
  new BatchError(
    409,
    'OperationInvalidForCurrentState',
    'The specified operation is not valid for the current state of the resource.',
    [{ key: 'Reason', value: reason }]
  )

export const nodeNotFound = (): BatchError =>
  new BatchError(404, 'NodeNotFound', 'The specified node does not exist.')

export const filesCleanedUp = (): BatchError =>
  conflict('TaskFilesCleanedup', 'The files of the specified task are cleanedup.')

export const filesUnavailable = (): BatchError =>
  conflict('TaskFilesUnavailable', 'The files of the specified task are unavailable.')
