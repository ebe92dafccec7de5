import type { Faults, FaultTarget } from '../faults/faults.ts'
import type { MachineTools } from './machine.ts'

/** A reference to a managed identity, as in resource files and output files. */
export interface IdentityReference {
  readonly resourceId?: string
}

/**
 * Gives the URL with which a node accesses a blob or container; null if it has no access.
 *
 * @param identity the managed identity to use if the URL has no SAS
 */
export type BlobAccess = (
  url: string,
  identity: IdentityReference | undefined,
  rights: 'read' | 'write'
) => string | null

/** The access of a node: by SAS, or by an identity that is assigned to its pool. */
export function blobAccess(
  identities: readonly string[],
  tools: MachineTools,
  target: FaultTarget
): BlobAccess {
  const assigned = new Set(identities.map((id) => id.toLowerCase()))
  return (url, identity, rights) => {
    if (identity?.resourceId !== undefined) {
      return assigned.has(identity.resourceId.toLowerCase()) ? tools.authorize(url, rights) : null
    }
    return hasSignature(url) && expired(tools.faults, target) ? null : url
  }
}

const hasSignature = (url: string): boolean => /[?&]sig=/.test(url)

const expired = (faults: Faults, target: FaultTarget): boolean =>
  faults.trigger(['sas-expired'], target) !== undefined
