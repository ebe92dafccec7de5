import { join } from 'node:path'
import type { Machine } from '../machine/machine.ts'
import { openMachine } from '../machine/open-machine.ts'
import type { NodeContext } from './node-context.ts'
import type { Specification } from './pool-body.ts'

/** Creates the machine of a node, with the identities of its pool. */
export function boot(
  { settings, machineTools, baseUrl }: NodeContext,
  {
    id,
    poolId,
    dedicated,
    specification
  }: {
    readonly id: string
    readonly poolId: string
    readonly dedicated: boolean
    readonly specification: Specification
  }
): Promise<Machine> {
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
