import type { InputKey } from './inputs.ts'
import type { Settings } from './settings.ts'

/**
 * What is wrong with settings that are each right, in sentences.
 *
 * @param asked the inputs that were asked for: of others nobody can be told to set them
 */
export const contradictions = (settings: Settings, asked: readonly InputKey[]): string[] => [
  ...ofPreparation(settings),
  ...(settings.backend === 'local' ? ofLocal(settings) : []),
  ...(settings.backend === 'azure-batch' ? ofAzure(settings, asked) : [])
]

function ofPreparation(settings: Settings): string[] {
  if (settings.prepare !== 'never') return []
  return (['deskew', 'rotate'] as const)
    .filter((key) => settings[key] === 'always')
    .map(
      (key) =>
        `Input \`${key}\` is always, but \`prepare\` is never: only ImageMagick can do that; set \`prepare\` to auto.`
    )
}

const ofLocal = ({ wait }: Settings): string[] =>
  wait
    ? []
    : [
        'Input `wait` is false, but `backend` is local: this machine reads only while somebody waits; set `backend` to azure-batch.'
      ]

/** A rule that settings break, and what to do about it. */
type Rule = readonly [broken: boolean, sentence: string]

const broken = (rules: readonly Rule[]): string[] =>
  rules.flatMap(([is, sentence]) => (is ? [sentence] : []))

/** The accounts that were asked for and nobody named. */
const missingAccounts = (settings: Settings, asked: readonly InputKey[]): string[] =>
  broken([
    [
      settings.batchEndpoint === null && asked.includes('batchEndpoint'),
      'Input `batch-endpoint` is missing: azure-batch needs the account, https://NAME.REGION.batch.azure.com; `az batch account show` says it.'
    ],
    [
      settings.storageEndpoint === null && asked.includes('storageEndpoint'),
      'Input `storage-endpoint` is missing: azure-batch needs a storage account for images and results, https://NAME.blob.core.windows.net.'
    ]
  ])

/** What could not be read is undefined here, and told already: only what is null is missing. */
function ofAzure(settings: Settings, asked: readonly InputKey[]): string[] {
  const { tenantId, clientId, nodeIdentity, pool, nodes, spotNodes } = settings
  return [
    ...missingAccounts(settings, asked),
    ...broken([
      [
        tenantId === null && typeof clientId === 'string',
        'Input `tenant-id` is missing: `client-id` names an application, but not in which tenant; set both or none.'
      ],
      [
        clientId === null && typeof tenantId === 'string',
        'Input `client-id` is missing: `tenant-id` names a tenant, but no application in it; set both or none.'
      ],
      [
        typeof nodeIdentity === 'string' && pool === null,
        'Input `node-identity` needs `pool`: a pool that we make carries no identity; name one that carries it.'
      ],
      [
        nodes === 0 && spotNodes === 0 && pool === null,
        'Input `nodes` is 0, and so is `spot-nodes`: the pool would have no node; ask for one, or name a `pool`.'
      ]
    ])
  ]
}
