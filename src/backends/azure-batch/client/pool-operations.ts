import type { BatchServiceClient } from '@azure/batch'
import type { BatchService } from './batch-service.ts'
import { fileTail } from './file-tail.ts'
import { nodeCounts, nodeStanding, poolBody, poolStanding, supportedImage } from './pool-mapping.ts'
import { type Asking, allOf, quoted, unless } from './request.ts'

/** What `nodeStanding` looks at: a node says far more. */
const NODE_FIELDS = 'id,state,isDedicated,vmSize,startTaskInfo,errors'

/** Pools, their nodes and what these can be made from. */
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

/** The operations on pools and nodes. */
export const poolOperations = (client: BatchServiceClient, asking: Asking): PoolOperations => ({
  supportedImages: async (signal) => {
    const images = await allOf(asking, 'list the images that it supports', signal, {
      first: (abortSignal) => client.account.listSupportedImages({ abortSignal }),
      next: (link, abortSignal) => client.account.listSupportedImagesNext(link, { abortSignal })
    })
    return images.map(supportedImage)
  },

  addPool: (order, signal) =>
    unless(
      ['PoolExists'],
      'exists',
      asking(`add the pool ${order.id}`, signal, async (abortSignal) => {
        await client.pool.add(poolBody(order), { abortSignal })
        return 'added' as const
      })
    ),

  pool: (id, signal) =>
    unless(
      ['PoolNotFound'],
      null,
      asking(`show the pool ${id}`, signal, async (abortSignal) =>
        poolStanding(await client.pool.get(id, { abortSignal }))
      )
    ),

  pools: async (prefix, signal) => {
    const poolListOptions = { filter: `startswith(id,${quoted(prefix)})` }
    const pools = await allOf(asking, `list the pools ${prefix}…`, signal, {
      first: (abortSignal) => client.pool.list({ poolListOptions, abortSignal }),
      next: (link, abortSignal) => client.pool.listNext(link, { abortSignal })
    })
    return pools.map(poolStanding)
  },

  deletePool: (id, signal) =>
    unless(
      ['PoolNotFound', 'PoolBeingDeleted'],
      undefined,
      asking(`delete the pool ${id}`, signal, async (abortSignal) => {
        await client.pool.deleteMethod(id, { abortSignal })
      })
    ),

  nodeCounts: async (poolId, signal) => {
    const accountListPoolNodeCountsOptions = { filter: `poolId eq ${quoted(poolId)}` }
    const [counts] = await allOf(asking, `count the nodes of the pool ${poolId}`, signal, {
      first: (abortSignal) =>
        client.account.listPoolNodeCounts({ accountListPoolNodeCountsOptions, abortSignal }),
      next: (link, abortSignal) => client.account.listPoolNodeCountsNext(link, { abortSignal })
    })
    return counts === undefined ? null : nodeCounts(counts)
  },

  nodes: async (poolId, signal) => {
    const computeNodeListOptions = { select: NODE_FIELDS }
    const nodes = await allOf(asking, `list the nodes of the pool ${poolId}`, signal, {
      first: (abortSignal) =>
        client.computeNode.list(poolId, { computeNodeListOptions, abortSignal }),
      next: (link, abortSignal) => client.computeNode.listNext(link, { abortSignal })
    })
    return nodes.map(nodeStanding)
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
      asking,
      signal
    )
})
