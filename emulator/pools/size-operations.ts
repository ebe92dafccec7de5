import { bodyOf, missingProperty } from '../protocol/body.ts'
import { milliseconds } from '../protocol/duration.ts'
import type { BatchRequest, Operations } from '../protocol/request.ts'
import { checkConditions, resourceResponse } from '../protocol/responses.ts'
import { rejectBadFormulas } from './autoscale/reject-bad-formulas.ts'
import type { BatchPool } from './batch-pool.ts'
import { invalidForState, nodeNotFound } from './errors.ts'
import {
  enableAutoScaleSchema,
  evaluateAutoScaleSchema,
  removeNodesSchema,
  resizeSchema
} from './pool-body.ts'
import { answer, type PoolRegistry } from './pool-operations.ts'

/** The operations that change the size of a pool. */
export function sizeOperations({ poolOf }: Pick<PoolRegistry, 'poolOf'>): Operations {
  const activePool = (request: BatchRequest): BatchPool => {
    const pool = poolOf(request)
    checkConditions(request, pool.stamp)
    pool.checkActive()
    return pool
  }

  return {
    'pool.resize': (request) => {
      const pool = activePool(request)
      const body = bodyOf(request, resizeSchema)
      resize(pool, body)
      return answer(request, 202, pool, 'resize')
    },
    'pool.stopResize': (request) => {
      const pool = activePool(request)
      if (pool.allocation.state !== 'resizing') {
        throw invalidForState('The pool is not being resized.')
      }
      pool.allocation.stop()
      return answer(request, 202, pool, 'stopresize')
    },
    'pool.removeNodes': (request) => {
      const pool = activePool(request)
      removeNodes(pool, bodyOf(request, removeNodesSchema))
      return answer(request, 202, pool, 'removenodes')
    },
    'pool.enableAutoScale': (request) => {
      const pool = activePool(request)
      const { autoScaleFormula, autoScaleEvaluationInterval } = bodyOf(
        request,
        enableAutoScaleSchema
      )
      if (pool.scaling.formula === undefined) pool.checkSteady()
      const formula = autoScaleFormula ?? pool.scaling.formula
      if (formula === undefined) throw missingProperty('autoScaleFormula')
      const interval = autoScaleEvaluationInterval ?? pool.scaling.interval
      rejectBadFormulas(() => pool.scaleBy(formula, interval))
      return answer(request, 200, pool, 'enableautoscale')
    },
    'pool.disableAutoScale': (request) => {
      const pool = activePool(request)
      pool.scaling.stop()
      // A resize that the formula has started is stopped.
      if (pool.allocation.state === 'resizing') pool.allocation.stop()
      return answer(request, 200, pool, 'disableautoscale')
    },
    'pool.evaluateAutoScale': (request) => {
      const pool = activePool(request)
      const { autoScaleFormula } = bodyOf(request, evaluateAutoScaleSchema)
      const run = pool.scaling.evaluate(autoScaleFormula)
      if (run === undefined) {
        throw invalidForState('Autoscaling is not enabled on the pool.')
      }
      const { headers } = answer(request, 200, pool, 'evaluateautoscale')
      const { status, json } = resourceResponse(request, ENTITY, run)
      return { status, json, headers: { dataserviceid: headers?.['dataserviceid'] ?? '' } }
    }
  }
}

const ENTITY = 'Microsoft.Azure.Batch.Protocol.Entities.AutoScaleRun'

interface Resize {
  readonly targetDedicatedNodes?: number | undefined
  readonly targetLowPriorityNodes?: number | undefined
  readonly resizeTimeout?: string | undefined
  readonly nodeDeallocationOption: string
}

function resize(pool: BatchPool, request: Resize): void {
  const { targetDedicatedNodes: dedicated, targetLowPriorityNodes: lowPriority } = request
  if (dedicated === undefined && lowPriority === undefined) {
    throw missingProperty('targetDedicatedNodes')
  }
  if (pool.scaling.formula !== undefined) {
    throw invalidForState('A pool with autoscaling enabled cannot be resized.')
  }
  pool.resize({
    targets: {
      dedicated: dedicated ?? pool.targets.dedicated,
      lowPriority: lowPriority ?? pool.targets.lowPriority
    },
    timeout: timeoutOf(pool, request.resizeTimeout),
    deallocation: request.nodeDeallocationOption
  })
}

function removeNodes(
  pool: BatchPool,
  request: Pick<Resize, 'resizeTimeout' | 'nodeDeallocationOption'> & {
    readonly nodeList: readonly string[]
  }
): void {
  const leaving = [...new Set(request.nodeList)].map((id) => {
    const node = pool.nodeSet.find(id)
    if (node === undefined) throw nodeNotFound()
    return node
  })
  const less = leaving.filter((node) => node.dedicated).length
  const { dedicated, lowPriority } = pool.targets
  pool.resize({
    targets: {
      dedicated: Math.max(0, dedicated - less),
      lowPriority: Math.max(0, lowPriority - (leaving.length - less))
    },
    timeout: timeoutOf(pool, request.resizeTimeout),
    deallocation: request.nodeDeallocationOption,
    leaving
  })
}

/** The timeout of a resize, which becomes the pool's timeout. */
function timeoutOf(pool: BatchPool, given: string | undefined): number {
  const { specification } = pool
  pool.checkSteady()
  if (given !== undefined) pool.change({ ...specification, resizeTimeout: given })
  return milliseconds(given ?? specification.resizeTimeout) ?? Number.POSITIVE_INFINITY
}
