import { bodyOf } from '../protocol/body.ts'
import type { BatchRequest, BatchResponse, Operations } from '../protocol/request.ts'
import { emptyResponse, listResponse, resourceResponse } from '../protocol/responses.ts'
import { alreadyInSchedulingState, nodeNotFound } from './errors.ts'
import type { PoolNode } from './node.ts'
import { nodeCounts } from './node-counts.ts'
import { disableSchedulingSchema } from './pool-body.ts'
import type { PoolRegistry } from './pool-operations.ts'
import { SUPPORTED_IMAGES } from './supported-images.ts'
import { asOfVersion } from './versions.ts'

/** The operations on nodes and on the account. */
export function nodeOperations({ poolOf, all }: Pick<PoolRegistry, 'poolOf' | 'all'>): Operations {
  const nodeOf = (request: BatchRequest): PoolNode => {
    const node = poolOf(request).nodeSet.find(request.parameters['nodeId'] ?? '')
    if (node === undefined) throw nodeNotFound()
    return node
  }
  const schedule = (request: BatchRequest, enabled: boolean): BatchResponse => {
    const node = nodeOf(request)
    if (node.schedulingEnabled === enabled) throw alreadyInSchedulingState()
    node.schedule(enabled)
    const action = enabled ? 'enablescheduling' : 'disablescheduling'
    return emptyResponse(request, 200, `/pools/${node.poolId}/nodes/${node.id}/${action}`)
  }

  return {
    'computeNode.list': (request) => {
      const { nodes } = poolOf(request)
      const resources = nodes.map((node) => asOfVersion(node.resource(), request.apiVersion))
      return listResponse(request, 'nodes', resources)
    },
    'computeNode.get': (request) =>
      resourceResponse(
        request,
        'nodes',
        asOfVersion(nodeOf(request).resource(), request.apiVersion)
      ),
    'computeNode.enableScheduling': (request) => schedule(request, true),
    'computeNode.disableScheduling': (request) => {
      bodyOf(request, disableSchedulingSchema)
      return schedule(request, false)
    },
    'account.listSupportedImages': (request) =>
      listResponse(request, 'supportedimages', SUPPORTED_IMAGES),
    'account.listPoolNodeCounts': (request) => {
      const counts = all().map((pool) => nodeCounts(pool, request.apiVersion))
      return listResponse(request, 'poolnodecounts', counts)
    }
  }
}
