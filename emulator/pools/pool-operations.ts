import { bodyOf } from '../protocol/body.ts'
import type { BatchRequest, BatchResponse, Operations } from '../protocol/request.ts'
import {
  checkConditions,
  createdResponse,
  emptyResponse,
  listResponse,
  resourceResponse
} from '../protocol/responses.ts'
import type { BatchPool } from './batch-pool.ts'
import { checkApplications, checkSlots } from './check-specification.ts'
import { invalidForState } from './errors.ts'
import {
  OF_EMPTY_POOLS,
  type PoolPatch,
  poolAddSchema,
  poolPatchSchema,
  poolUpdateSchema,
  type Specification
} from './pool-body.ts'
import { patched, updated } from './pool-resource.ts'
import { checkImage } from './supported-images.ts'
import { asOfVersion, checkFields } from './versions.ts'

/** The pools of the account, as operations use them. */
export interface PoolRegistry {
  /** @throws BatchError 404 if there is no such pool */
  readonly poolOf: (request: BatchRequest) => BatchPool
  readonly all: () => readonly BatchPool[]
  /** @throws BatchError if the pool cannot be created */
  readonly add: (id: string, specification: Specification) => BatchPool
}

const pathOf = ({ id }: BatchPool, action = ''): string => `/pools/${id}${action && `/${action}`}`

/** The operations on pools, except those that change their size. */
export function poolOperations({ poolOf, all, add }: PoolRegistry): Operations {
  /** The pool of a request, whose conditional headers are checked. */
  const conditionally = (request: BatchRequest): BatchPool => {
    const pool = poolOf(request)
    checkConditions(request, pool.stamp)
    return pool
  }

  return {
    'pool.add': (request) => {
      const { id, ...specification } = bodyOf(request, poolAddSchema)
      checkFields(request, request.body as object)
      const pool = add(id, specification)
      return createdResponse(request, pathOf(pool), pool.stamp)
    },
    'pool.get': (request) => {
      const pool = conditionally(request)
      return resourceResponse(request, 'pools', asOfVersion(pool.resource(), request.apiVersion))
    },
    'pool.exists': (request) =>
      emptyResponse(request, 200, undefined, conditionally(request).stamp),
    'pool.list': (request) => {
      const pools = all().map((pool) => asOfVersion(pool.resource(), request.apiVersion))
      return listResponse(request, 'pools', pools)
    },
    'pool.patch': (request) => {
      const pool = conditionally(request)
      const patch = bodyOf(request, poolPatchSchema)
      change(request, pool, patch, patched(pool.specification, patch))
      return answer(request, 200, pool)
    },
    'pool.updateProperties': (request) => {
      const pool = poolOf(request)
      const update = bodyOf(request, poolUpdateSchema)
      change(request, pool, update, updated(pool.specification, update))
      return answer(request, 204, pool, 'updateproperties')
    },
    'pool.deleteMethod': (request) => {
      conditionally(request).delete()
      return emptyResponse(request, 202)
    }
  }
}

/** A response without a body, with the version of the pool. */
export const answer = (
  request: BatchRequest,
  status: 200 | 202 | 204,
  pool: BatchPool,
  action?: string
): BatchResponse => emptyResponse(request, status, pathOf(pool, action), pool.stamp)

function change(
  request: BatchRequest,
  pool: BatchPool,
  given: PoolPatch,
  specification: Specification
): void {
  checkFields(request, request.body as object)
  pool.checkActive()
  checkApplications(given.applicationPackageReferences)
  checkEmptyEnough(pool, given)
  if (given.virtualMachineConfiguration !== undefined) checkImage(given.virtualMachineConfiguration)
  checkSlots(specification.vmSize, specification.taskSlotsPerNode)
  pool.change(specification)
}

function checkEmptyEnough({ nodes }: BatchPool, given: PoolPatch): void {
  const property = OF_EMPTY_POOLS.find((name) => Object.hasOwn(given, name))
  if (property === undefined || nodes.length === 0) return
  throw invalidForState(`The property ${property} can be changed only while the pool is empty.`)
}
