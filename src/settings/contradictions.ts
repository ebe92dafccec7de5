import type { InputKey } from './inputs.ts'
import type { Settings } from './settings.ts'

/**
 * Describes combinations of settings that are valid one by one but not together, in whole sentences.
 *
 * @param available the inputs that the caller has: a missing value of any other input is not reported
 */
export const contradictions = (settings: Settings, available: readonly InputKey[]): string[] => [
  ...ofPreparation(settings),
  ...(settings.backend === 'local' ? ofLocal(settings) : []),
  ...(settings.backend === 'azure-batch' ? ofAzure(settings, available) : [])
]

function ofPreparation(settings: Settings): string[] {
  if (settings.prepare !== 'never') return []
  return (['deskew', 'rotate'] as const)
    .filter((key) => settings[key] === 'always')
    .map(
      (key) =>
        `Input \`${key}\` is always, but \`prepare\` is never, and only ImageMagick can ${key}. Set \`prepare\` to auto.`
    )
}

const ofLocal = ({ wait }: Settings): string[] =>
  wait
    ? []
    : [
        'Input `wait` is false, but `backend` is local: a job on this machine ends with the process. Set `backend` to azure-batch.'
      ]

/** A rule, and the sentence that reports its violation. */
type Rule = readonly [violated: boolean, sentence: string]

const violations = (rules: readonly Rule[]): string[] =>
  rules.flatMap(([violated, sentence]) => (violated ? [sentence] : []))

const missingAccounts = (settings: Settings, available: readonly InputKey[]): string[] =>
  violations([
    [
      settings.batchEndpoint === null && available.includes('batchEndpoint'),
      'Input `batch-endpoint` is missing. azure-batch needs a Batch account, https://NAME.REGION.batch.azure.com; `az batch account show` prints its endpoint.'
    ],
    [
      settings.storageEndpoint === null && available.includes('storageEndpoint'),
      'Input `storage-endpoint` is missing. azure-batch needs a storage account for images and results, https://NAME.blob.core.windows.net.'
    ]
  ])

/** An invalid value is undefined here and already reported: only null means missing. */
function ofAzure(settings: Settings, available: readonly InputKey[]): string[] {
  const { tenantId, clientId, nodeIdentity, pool, nodes, spotNodes } = settings
  return [
    ...missingAccounts(settings, available),
    ...violations([
      [
        tenantId === null && typeof clientId === 'string',
        'Input `tenant-id` is missing, but `client-id` is set. Set both or neither.'
      ],
      [
        clientId === null && typeof tenantId === 'string',
        'Input `client-id` is missing, but `tenant-id` is set. Set both or neither.'
      ],
      [
        typeof nodeIdentity === 'string' && pool === null,
        'Input `node-identity` requires `pool`: a new pool has no managed identity. Set `pool` to a pool with this identity.'
      ],
      [
        nodes === 0 && spotNodes === 0 && pool === null,
        'Input `nodes` is 0, and so is `spot-nodes`: the new pool would have no nodes. Increase one of them, or set `pool`.'
      ]
    ])
  ]
}
