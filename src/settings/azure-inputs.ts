import { input } from './input.ts'
import { minutes, wholeNumber } from './parse.ts'
import {
  accountKey,
  accountName,
  apiVersion,
  batchEndpoint,
  clientId,
  identityId,
  poolId,
  storageEndpoint,
  tenantId,
  vmImage,
  vmSize
} from './parse-azure.ts'

/** The most nodes of one kind that we ask for; an account's quota is mostly far below. */
const MOST_NODES = 5000

/** The most minutes of a job: what lets nodes into the storage lives seven days (10,080 minutes). */
const MOST_MINUTES = 10_000

/** What is asked of a run whose tasks run on Azure Batch. */
export const azureInputs = {
  batchEndpoint: input({
    fallback: '',
    placeholder: 'address',
    meaning: 'The Batch account, `https://NAME.REGION.batch.azure.com`.',
    parse: batchEndpoint
  }),
  batchAccount: input({
    fallback: '',
    shownDefault: "the endpoint's",
    placeholder: 'name',
    meaning: "The Batch account's name, where its endpoint does not begin with it.",
    parse: accountName
  }),
  storageEndpoint: input({
    fallback: '',
    placeholder: 'address',
    meaning:
      'The storage account through which images and results travel, `https://NAME.blob.core.windows.net`, or with the account in the path.',
    parse: storageEndpoint
  }),
  tenantId: input({
    fallback: '',
    placeholder: 'id',
    meaning:
      'The Entra tenant of `client-id`. Without both, and without keys, az says who you are.',
    parse: tenantId
  }),
  clientId: input({
    fallback: '',
    placeholder: 'id',
    meaning:
      'The Entra application with a federated credential for this repository; the job needs `permissions: id-token: write`.',
    parse: clientId
  }),
  batchAccountKey: input({
    fallback: '',
    placeholder: 'key',
    secret: true,
    meaning:
      "The Batch account's shared key instead; a secret. In a terminal better `AZURE_BATCH_ACCESS_KEY`: other users see a command's options.",
    parse: accountKey
  }),
  storageAccountKey: input({
    fallback: '',
    placeholder: 'key',
    secret: true,
    meaning:
      "The storage account's shared key instead; a secret. In a terminal better `AZURE_STORAGE_KEY`.",
    parse: accountKey
  }),
  pool: input({
    fallback: '',
    shownDefault: 'a pool that lives and dies with the job',
    placeholder: 'id',
    meaning: 'An existing pool to use and keep.',
    parse: poolId
  }),
  nodeIdentity: input({
    fallback: '',
    placeholder: 'id',
    meaning:
      'Resource id of a managed identity that `pool` carries: nodes reach the storage by it, and no SAS is made.',
    parse: identityId
  }),
  vmSize: input({
    fallback: 'Standard_D4s_v5',
    placeholder: 'size',
    meaning: 'The machines of a pool that we make.',
    parse: vmSize
  }),
  vmImage: input({
    fallback: 'canonical:ubuntu-24_04-lts:server',
    placeholder: 'image',
    meaning: 'Their image, `publisher:offer:sku`: a Debian or Ubuntu that Batch supports.',
    parse: vmImage
  }),
  nodes: input({
    fallback: '2',
    placeholder: 'number',
    meaning: 'Dedicated nodes of a pool that we make.',
    parse: wholeNumber(0, MOST_NODES)
  }),
  spotNodes: input({
    fallback: '0',
    placeholder: 'number',
    meaning:
      'Spot nodes of a pool that we make: cheaper, and Azure may take them away; their tasks then run again.',
    parse: wholeNumber(0, MOST_NODES)
  }),
  batchApiVersion: input({
    fallback: '2025-06-01',
    placeholder: 'version',
    meaning: "The api-version of the Batch service that we speak; `2022-10-01.16.0` is az's.",
    parse: apiVersion
  }),
  taskRetries: input({
    fallback: '2',
    placeholder: 'number',
    meaning: 'How often a task that fails is run again.',
    parse: wholeNumber(0, 100)
  }),
  taskTimeout: input({
    fallback: '60',
    placeholder: 'minutes',
    meaning: 'Minutes for one task.',
    parse: minutes(MOST_MINUTES)
  }),
  jobTimeout: input({
    fallback: '300',
    placeholder: 'minutes',
    meaning:
      'Minutes for the whole job, waiting for nodes included; then Batch ends it, whether or not anyone still looks.',
    parse: minutes(MOST_MINUTES)
  })
} as const
