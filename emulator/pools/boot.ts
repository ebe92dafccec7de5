import { join } from 'node:path'
import type { Machine } from '../machine/machine.ts'
import { openMachine } from '../machine/open-machine.ts'
import type { NodeContext, PoolNode } from './node.ts'

/** Creates the machine of a node, with the identities of its pool. */
export function boot(
  { settings, machineTools, baseUrl }: NodeContext,
  node: PoolNode
): Promise<Machine> {
  const { id, poolId, dedicated, specification } = node
  const identities = specification.identity?.userAssignedIdentities ?? []
  return openMachine(
    {
      account: settings.account,
      accountUrl: `${baseUrl()}/`,
      poolId,
      nodeId: id,
      dedicated,
      identities: identities.map(({ resourceId }) => resourceId)
    },
    join(settings.root, 'nodes', id),
    machineTools
  )
}
