import type { BatchServiceClient } from '@azure/batch'
import type { BatchService } from './batch-service.ts'
import { fileTail } from './file-tail.ts'
import {
  fromNode,
  fromNodeCounts,
  fromPool,
  fromSupportedImage,
  NODE_FIELDS,
  toPool
} from './pool-mapping.ts'
import { type BatchRequest, listAll, odataString, resultOn } from './request.ts'

type PoolOperations = Pick<
  BatchService,
  | 'supportedImages'
  | 'addPool'
  | 'pool'
  | 'pools'
  | 'deletePool'
  | 'nodeCounts'
  | 'nodes'
  | 'nodeFileTail'
>

/** Operations on pools, their nodes, and VM images. */
export const poolOperations = (
  client: BatchServiceClient,
  request: BatchRequest
): PoolOperations => ({
  supportedImages: async (signal) => {
    const images = await listAll(request, 'list the supported VM images', signal, {
      first: (abortSignal) => client.account.listSupportedImages({ abortSignal }),
      next: (link, abortSignal) => client.account.listSupportedImagesNext(link, { abortSignal })
    })
    return images.map(fromSupportedImage)
  },

  addPool: (order, signal) =>
    resultOn(
      ['PoolExists'],
      'exists',
      request(`add the pool ${order.id}`, signal, async (abortSignal) => {
        await client.pool.add(toPool(order), { abortSignal })
        return 'added' as const
      })
    ),

  pool: (id, signal) =>
    resultOn(
      ['PoolNotFound'],
      null,
      request(`return the pool ${id}`, signal, async (abortSignal) =>
        fromPool(await client.pool.get(id, { abortSignal }))
      )
    ),

  pools: async (prefix, signal) => {
    const poolListOptions = { filter: `startswith(id,${odataString(prefix)})` }
    const pools = await listAll(request, `list the pools ${prefix}…`, signal, {
      first: (abortSignal) => client.pool.list({ poolListOptions, abortSignal }),
      next: (link, abortSignal) => client.pool.listNext(link, { abortSignal })
    })
    return pools.map(fromPool)
  },

  deletePool: (id, signal) =>
    resultOn(
      ['PoolNotFound', 'PoolBeingDeleted'],
      undefined,
      request(`delete the pool ${id}`, signal, async (abortSignal) => {
        await client.pool.deleteMethod(id, { abortSignal })
      })
    ),

  nodeCounts: async (poolId, signal) => {
    const accountListPoolNodeCountsOptions = { filter: `poolId eq ${odataString(poolId)}` }
    const [counts] = await listAll(request, `count the nodes of the pool ${poolId}`, signal, {
      first: (abortSignal) =>
        client.account.listPoolNodeCounts({ accountListPoolNodeCountsOptions, abortSignal }),
      next: (link, abortSignal) => client.account.listPoolNodeCountsNext(link, { abortSignal })
    })
    return counts === undefined ? null : fromNodeCounts(counts)
  },

  nodes: async (poolId, signal) => {
    const computeNodeListOptions = { select: NODE_FIELDS }
    const nodes = await listAll(request, `list the nodes of the pool ${poolId}`, signal, {
      first: (abortSignal) =>
        client.computeNode.list(poolId, { computeNodeListOptions, abortSignal }),
      next: (link, abortSignal) => client.computeNode.listNext(link, { abortSignal })
    })
    return nodes.map(fromNode)
  },

  nodeFileTail: (poolId, nodeId, path, bytes, signal) =>
    fileTail(
      {
        name: `the file ${path} of the node ${nodeId}`,
        size: async (abortSignal) => {
          const options = { abortSignal }
          return (await client.file.getPropertiesFromComputeNode(poolId, nodeId, path, options))
            .contentLength
        },
        read: async (ocpRange, abortSignal) => {
          const options = { fileGetFromComputeNodeOptions: { ocpRange }, abortSignal }
          return (await client.file.getFromComputeNode(poolId, nodeId, path, options))
            .readableStreamBody
        }
      },
      bytes,
      request,
      signal
    )
})
