import { BatchError } from '../protocol/batch-error.ts'

const conflict = (code: string, message: string): BatchError => new BatchError(409, code, message)

export const poolNotFound = (): BatchError =>
  new BatchError(404, 'PoolNotFound', 'The specified pool does not exist.')

export const nodeNotFound = (): BatchError =>
  new BatchError(404, 'NodeNotFound', 'The specified node does not exist.')

export const poolExists = (): BatchError =>
  conflict('PoolExists', 'The specified pool already exists.')

export const poolBeingDeleted = (): BatchError =>
  conflict(
    'PoolBeingDeleted',
    'The specified pool has been marked for deletion and is being reclaimed.'
  )

export const poolBeingResized = (): BatchError =>
  conflict('PoolBeingResized', 'The specified pool is being resized.')

export const poolQuotaReached = (): BatchError =>
  conflict('PoolQuotaReached', 'Pool quota for the account has been reached.')

export const alreadyInSchedulingState = (): BatchError =>
  conflict(
    'NodeAlreadyInTargetSchedulingState',
    'The specified node is already in the target scheduling state.'
  )

/** The state of the pool does not allow the operation. */
export const invalidForState = (reason: string): BatchError =>
  new BatchError(
    409,
    'OperationInvalidForCurrentState',
    'The specified operation is not valid for the current state of the resource.',
    [{ key: 'Reason', value: reason }]
  )

/** Application packages are not supported, so none exists. */
export const unknownApplications = (ids: readonly string[]): BatchError =>
  new BatchError(
    409,
    'InvalidApplicationPackageReferences',
    'One or more of the specified application package references are invalid.',
    ids.map((key) => ({ key, value: 'The specified application package does not exist.' }))
  )
