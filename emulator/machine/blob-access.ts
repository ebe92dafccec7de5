import type { Faults, FaultTarget } from '../faults/faults.ts'
import type { MachineTools } from './machine.ts'

/** A managed identity, as resource files and output files name it. */
export interface IdentityReference {
  readonly resourceId?: string
}

/**
 * The URL by which a node reaches what an address names, or null where it may not.
 *
 * @param identity where the address itself authorises nothing
 */
export type BlobAccess = (
  url: string,
  identity: IdentityReference | undefined,
  rights: 'read' | 'write'
) => string | null

/** What a node may reach: whatever a SAS opens, and what the identities of its pool may. */
export function blobAccess(
  identities: readonly string[],
  tools: MachineTools,
  target: FaultTarget
): BlobAccess {
  const carried = new Set(identities.map((id) => id.toLowerCase()))
  return (url, identity, rights) => {
    if (identity?.resourceId !== undefined) {
      return carried.has(identity.resourceId.toLowerCase()) ? tools.authorize(url, rights) : null
    }
    return hasSignature(url) && expired(tools.faults, target) ? null : url
  }
}

const hasSignature = (url: string): boolean => /[?&]sig=/.test(url)

const expired = (faults: Faults, target: FaultTarget): boolean =>
  faults.trigger(['sas-expired'], target) !== undefined
