import { notSyntacticallyValid } from '../protocol/body.ts'
import type { BatchRequest, Resource } from '../protocol/request.ts'

/** The versions that have a field. Versions are ordered as text: `2022-10-01.16.0` is before `2024-02-01.19.0`. */
interface Life {
  /** The path to the field. */
  readonly path: readonly string[]
  /** The first version that has it, and the first that no longer has it. */
  readonly from?: string
  readonly until?: string
}

/** In this version, certificates are gone and node communication is always simplified. */
const LATEST = '2025-06-01'

const LIVES: readonly Life[] = [
  { path: ['cloudServiceConfiguration'], until: '2024-07-01.20.0' },
  { path: ['certificateReferences'], until: LATEST },
  { path: ['applicationLicenses'], until: LATEST },
  { path: ['targetNodeCommunicationMode'], until: LATEST },
  { path: ['currentNodeCommunicationMode'], until: LATEST },
  { path: ['upgradePolicy'], from: '2024-02-01.19.0' },
  { path: ['resourceTags'], from: '2024-02-01.19.0', until: LATEST },
  { path: ['networkConfiguration', 'enableAcceleratedNetworking'], from: '2023-05-01.17.0' },
  { path: ['virtualMachineConfiguration', 'securityProfile'], from: '2023-11-01.18.0' },
  { path: ['virtualMachineConfiguration', 'serviceArtifactReference'], from: '2023-11-01.18.0' },
  { path: ['virtualMachineConfiguration', 'osDisk', 'caching'], from: '2023-11-01.18.0' },
  { path: ['virtualMachineConfiguration', 'osDisk', 'diskSizeGB'], from: '2023-11-01.18.0' },
  { path: ['virtualMachineConfiguration', 'osDisk', 'managedDisk'], from: '2023-11-01.18.0' }
]

/** Properties that older versions cannot patch. */
const LATER_IN_PATCHES = [
  'displayName',
  'vmSize',
  'virtualMachineConfiguration',
  'enableInterNodeCommunication',
  'networkConfiguration',
  'taskSlotsPerNode',
  'taskSchedulingPolicy',
  'userAccounts',
  'mountConfiguration',
  'upgradePolicy',
  'resourceTags'
].map((name): Life => ({ path: [name], from: '2024-07-01.20.0' }))

const isKnown = ({ from = '', until = '~' }: Life, version: string): boolean =>
  version >= from && version < until

/**
 * Checks that a body has no field that the request's api-version does not have.
 *
 * @throws BatchError 400
 */
export function checkFields(request: BatchRequest, body: object): void {
  const lives = request.operation === 'pool.patch' ? [...LIVES, ...LATER_IN_PATCHES] : LIVES
  for (const life of lives) {
    if (isKnown(life, request.apiVersion) || at(body, life.path) === undefined) continue
    throw notSyntacticallyValid(
      `The property '${life.path.at(-1)}' does not exist. Make sure to only use property names that are defined by the type.`
    )
  }
}

/** A resource as an api-version shows it: without the fields that the version does not have. */
export function asOfVersion(resource: Resource, version: string): Resource {
  const gone = LIVES.filter((life) => life.path.length === 1 && !isKnown(life, version))
  const names = new Set(gone.map(({ path }) => path[0]))
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !names.has(name)))
}

function at(value: unknown, path: readonly string[]): unknown {
  let found = value
  for (const name of path) {
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as Record<string, unknown>)[name]
  }
  return found
}
