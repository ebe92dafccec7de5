import { describe, expect, test } from '@jest/globals'
import type { SupportedImage } from '../../../../src/backends/azure-batch/client/batch-service.ts'
import {
  coresOf,
  endOfSupportWarning,
  imageOf,
  slotsOf
} from '../../../../src/backends/azure-batch/pool/vm.ts'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'

describe('the number of cores of a VM size', () => {
  test.each([
    ['Standard_D4s_v5', 4],
    ['STANDARD_D4S_V5', 4],
    ['Standard_D96ads_v6', 96],
    ['Standard_E4-2s_v5', 2],
    ['Standard_DS13-4_v2', 4],
    ['Standard_HB120-16rs_v3', 16],
    ['B2ms', 2],
    ['Standard_B1ls', 1],
    ['Standard_F2s_v2', 2],
    ['Standard_F16', 16],
    ['Standard_NC6s_v3', 6],
    ['Standard_NC4as_T4_v3', 4],
    ['Standard_NV36ads_A10_v5', 36],
    ['Standard_M176ds_4_v3', 176],
    ['Standard_A1_v2', 1],
    ['Standard_A8m_v2', 8],
    ['Standard_A3', 4],
    ['Basic_A1', 1],
    ['Standard_A7', 8],
    ['Standard_D1', 1],
    ['Standard_D2', 2],
    ['Standard_D3_v2', 4],
    ['Standard_DS3_v2', 4],
    ['Standard_DS3_v2_Promo', 4],
    ['Standard_D5_v2', 16],
    ['Standard_DS11_v2', 2],
    ['Standard_D14', 16],
    ['Standard_D15_v2', 20],
    ['Standard_D2_v3', 2],
    ['Standard_G5', 32],
    ['Standard_GS2', 4],
    ['Standard_A99', null],
    ['Standard_D9_v2', null],
    ['Standard_D0s_v5', null],
    ['Standard', null],
    ['ExtraLarge', null],
    ['', null]
  ])('%s: %s', (vmSize, cores) => {
    expect(coresOf(vmSize)).toBe(cores)
  })
})

describe('the slots of a node', () => {
  test.each([
    [null, 'Standard_D4s_v5', 4],
    [2, 'Standard_D4s_v5', 2],
    [200, 'Standard_D4s_v5', 16],
    [256, 'Standard_D96s_v5', 256],
    [null, 'Standard_M416s_v2', 256],
    [null, 'Odd', 1],
    [7, 'Odd', 7]
  ])('with slots %s and vm-size %s is %d', (slots, vmSize, expected) => {
    expect(slotsOf({ slots, vmSize })).toBe(expected)
  })
})

const supported = (name: string, more: Partial<SupportedImage> = {}): SupportedImage => {
  const [publisher = '', offer = '', sku = ''] = name.split(':')
  const nodeAgent = 'batch.node.ubuntu 24.04'
  const known = { osType: 'linux', verified: true, endOfSupport: null, nodeAgent }
  return { publisher, offer, sku, ...known, ...more }
}

const wanted = (name: string) => {
  const [publisher = '', offer = '', sku = ''] = name.split(':')
  return { publisher, offer, sku }
}

const IMAGES = [
  supported('canonical:ubuntu-24_04-lts:server'),
  supported('canonical:ubuntu-24_04-lts:server-gen1', { verified: false, nodeAgent: 'old' }),
  supported('canonical:ubuntu-24_04-lts:server-gen1'),
  supported('debian:debian-12:12-gen2', { nodeAgent: 'batch.node.debian 12' }),
  supported('microsoftwindowsserver:windowsserver:2022-datacenter', { osType: 'windows' })
]

describe('the image of a pool', () => {
  test('is found regardless of letter case', () => {
    expect(imageOf(wanted('Canonical:ubuntu-24_04-lts:SERVER'), IMAGES)).toBe(IMAGES[0])
    expect(imageOf(wanted('debian:debian-12:12-gen2'), IMAGES).nodeAgent).toBe(
      'batch.node.debian 12'
    )
  })

  test('is the verified one of two with the same name', () => {
    expect(imageOf(wanted('canonical:ubuntu-24_04-lts:server-gen1'), IMAGES)).toBe(IMAGES[2])
  })

  test.each([
    [
      'canonical:ubuntu-22_04-lts:server',
      'Azure Batch does not support the image canonical:ubuntu-22_04-lts:server. Set vm-image to a supported image, such as canonical:ubuntu-24_04-lts:server, canonical:ubuntu-24_04-lts:server-gen1.'
    ],
    [
      'nobody:nothing:none',
      'Azure Batch does not support the image nobody:nothing:none. Set vm-image to an image that `az batch pool supported-images list` shows.'
    ],
    [
      'microsoftwindowsserver:windowsserver:2022-datacenter',
      'The image microsoftwindowsserver:windowsserver:2022-datacenter is not a Linux image, and nodes are set up with apt. Set vm-image to a supported image, such as canonical:ubuntu-24_04-lts:server, canonical:ubuntu-24_04-lts:server-gen1.'
    ]
  ])('cannot be %s', (name, sentence) => {
    let refused: unknown = null
    try {
      imageOf(wanted(name), IMAGES)
    } catch (error) {
      refused = error
    }
    expect(refused).toBeInstanceOf(AzureProblem)
    expect(refused).toMatchObject({ kind: 'bad-request', message: sentence })
  })
})

describe('the end of support of an image', () => {
  const now = new Date('2026-11-24T12:00:00Z')
  test.each([
    [null, null],
    ['2027-06-30T00:00:00Z', null],
    [
      '2026-12-24T12:00:00Z',
      'Azure Batch supports the image debian:debian-12:12 only until 2026-12-24 (30 days left): set vm-image to a newer image soon.'
    ],
    [
      '2026-11-25T00:00:00Z',
      'Azure Batch supports the image debian:debian-12:12 only until 2026-11-25 (1 day left): set vm-image to a newer image soon.'
    ],
    [
      '2025-04-30T00:00:00Z',
      'Azure Batch has not supported the image debian:debian-12:12 since 2025-04-30: set vm-image to a newer image.'
    ]
  ])('%s has a warning in time', (end, sentence) => {
    const endOfSupport = end === null ? null : new Date(end)
    expect(endOfSupportWarning(supported('debian:debian-12:12', { endOfSupport }), now)).toBe(
      sentence
    )
  })
})
