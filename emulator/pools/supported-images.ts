import type { BatchError } from '../protocol/batch-error.ts'
import { invalidProperty } from '../protocol/body.ts'
import type { Resource } from '../protocol/request.ts'
import type { VirtualMachine } from './virtual-machine-body.ts'

type Row = readonly [
  publisher: string,
  offer: string,
  sku: string,
  agent: string,
  capabilities: readonly string[],
  endOfLife?: string
]

const GENERATION_2 = ['Generation2VMImage']
const CONTAINERS = ['DockerCompatible', 'NvidiaTeslaDriverInstalled']
const UBUNTU_18 = '2023-05-30T00:00:00Z'
const UBUNTU_20 = '2025-04-30T00:00:00Z'
const UBUNTU_22 = '2027-06-30T00:00:00Z'

/** An excerpt of the service's list. Old images are included because old clients use them. */
const ROWS: readonly Row[] = [
  ['canonical', 'ubuntu-24_04-lts', 'server', 'batch.node.ubuntu 24.04', GENERATION_2],
  ['canonical', 'ubuntu-24_04-lts', 'server-gen1', 'batch.node.ubuntu 24.04', []],
  [
    'canonical',
    '0001-com-ubuntu-server-jammy',
    '22_04-lts',
    'batch.node.ubuntu 22.04',
    [],
    UBUNTU_22
  ],
  [
    ...(['canonical', '0001-com-ubuntu-server-jammy', '22_04-lts-gen2'] as const),
    ...(['batch.node.ubuntu 22.04', GENERATION_2, UBUNTU_22] as const)
  ],
  [
    'canonical',
    '0001-com-ubuntu-server-focal',
    '20_04-lts',
    'batch.node.ubuntu 20.04',
    [],
    UBUNTU_20
  ],
  ['canonical', 'ubuntuserver', '18.04-lts', 'batch.node.ubuntu 18.04', [], UBUNTU_18],
  ['debian', 'debian-12', '12', 'batch.node.debian 12', []],
  ['debian', 'debian-12', '12-gen2', 'batch.node.debian 12', GENERATION_2],
  ['microsoft-dsvm', 'ubuntu-hpc', '2204', 'batch.node.ubuntu 22.04', CONTAINERS, UBUNTU_22],
  ['microsoft-dsvm', 'ubuntu-hpc', '2404', 'batch.node.ubuntu 24.04', CONTAINERS],
  ['microsoftwindowsserver', 'windowsserver', '2012-r2-datacenter', 'batch.node.windows amd64', []],
  [
    ...(['microsoftwindowsserver', 'windowsserver', '2016-datacenter-smalldisk'] as const),
    ...(['batch.node.windows amd64', []] as const)
  ],
  ['microsoftwindowsserver', 'windowsserver', '2022-datacenter', 'batch.node.windows amd64', []]
]

/** The supported images, as listed by `supportedimages`. */
export const SUPPORTED_IMAGES: readonly Resource[] = ROWS.map(
  ([publisher, offer, sku, nodeAgentSKUId, capabilities, batchSupportEndOfLife]) => ({
    imageReference: { publisher, offer, sku, version: 'latest' },
    verificationType: 'verified',
    nodeAgentSKUId,
    ...(capabilities.length > 0 ? { capabilities } : {}),
    ...(batchSupportEndOfLife === undefined ? {} : { batchSupportEndOfLife }),
    osType: osOf(nodeAgentSKUId)
  })
)

/** `linux` or `windows`. */
export function osOf(nodeAgentSKUId: string): string {
  return nodeAgentSKUId.includes('windows') ? 'windows' : 'linux'
}

const GALLERIES =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Compute/galleries/{galleryName}/images/{galleryImageName}'
const GALLERY_IMAGE =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/galleries\/[^/]+\/images\/[^/]+(\/versions\/[^/]+)?$/i

/**
 * Checks that an image is supported and runs with the given node agent.
 *
 * @throws BatchError 400
 */
export function checkImage({ imageReference, nodeAgentSKUId }: VirtualMachine): void {
  const { publisher, offer, sku, virtualMachineImageId: image } = imageReference
  if (image !== undefined) {
    if (GALLERY_IMAGE.test(image)) return
    throw invalidProperty(
      'virtualMachineImageId',
      image,
      `The specified resource id must be of the format ${GALLERIES}/versions/{galleryImageVersionName} or ${GALLERIES}`
    )
  }
  const row = ROWS.find((known) =>
    [publisher, offer, sku].every((name, i) => name?.toLowerCase() === known[i])
  )
  if (row === undefined) {
    throw invalidImage(
      'imageReference',
      `The specified imageReference with publisher ${publisher} offer ${offer} sku ${sku} is not supported.`
    )
  }
  if (row[3] !== nodeAgentSKUId) {
    throw invalidImage(
      'nodeAgentSKUId',
      `The specified node agent SKU ${nodeAgentSKUId} does not run on this image; it takes ${row[3]}.`
    )
  }
}

const invalidImage = (property: string, reason: string): BatchError =>
  invalidProperty(property, undefined, reason)
