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

/** Upper limit for nodes of one kind; the quota of most accounts is far lower. */
const MOST_NODES = 5000

/** Upper limit in minutes for a job: the SAS of the nodes is valid for seven days (10,080 minutes). */
const MOST_MINUTES = 10_000

/** The inputs of runs whose tasks run on Azure Batch. */
export const azureInputs = {
  batchEndpoint: input({
    fallback: '',
    placeholder: 'url',
    meaning: 'Endpoint of the Batch account, `https://NAME.REGION.batch.azure.com`.',
    parse: batchEndpoint
  }),
  batchAccount: input({
    fallback: '',
    shownDefault: 'taken from the endpoint',
    placeholder: 'name',
    meaning: 'Name of the Batch account, if its endpoint does not begin with it.',
    parse: accountName
  }),
  storageEndpoint: input({
    fallback: '',
    placeholder: 'url',
    meaning:
      'Blob endpoint of the storage account that holds images and results while the job runs, `https://NAME.blob.core.windows.net`, or an address with the account name in the path.',
    parse: storageEndpoint
  }),
  tenantId: input({
    fallback: '',
    placeholder: 'id',
    meaning:
      'Microsoft Entra tenant ID of the application. Without `tenant-id`, `client-id` and account keys, the Azure CLI login is used.',
    parse: tenantId
  }),
  clientId: input({
    fallback: '',
    placeholder: 'id',
    meaning:
      'Client ID of a Microsoft Entra application that has a federated credential for this repository. The job needs `permissions: id-token: write`.',
    parse: clientId
  }),
  batchAccountKey: input({
    fallback: '',
    placeholder: 'key',
    secret: true,
    meaning:
      'Shared key of the Batch account, instead of Microsoft Entra ID. On the command line, set `AZURE_BATCH_ACCESS_KEY` instead: other users of the machine can see command-line options.',
    parse: accountKey
  }),
  storageAccountKey: input({
    fallback: '',
    placeholder: 'key',
    secret: true,
    meaning:
      'Shared key of the storage account, instead of Microsoft Entra ID. On the command line, set `AZURE_STORAGE_KEY` instead.',
    parse: accountKey
  }),
  pool: input({
    fallback: '',
    shownDefault: 'a new pool, which is deleted after the job',
    placeholder: 'id',
    meaning: 'ID of an existing pool, which is kept after the job.',
    parse: poolId
  }),
  nodeIdentity: input({
    fallback: '',
    placeholder: 'id',
    meaning:
      'Resource ID of a managed identity that is assigned to `pool`. Nodes access the storage account with it, and no SAS is created.',
    parse: identityId
  }),
  vmSize: input({
    fallback: 'Standard_D4s_v5',
    placeholder: 'size',
    meaning: 'VM size of a new pool.',
    parse: vmSize
  }),
  vmImage: input({
    fallback: 'canonical:ubuntu-24_04-lts:server',
    placeholder: 'image',
    meaning:
      'VM image of a new pool, `publisher:offer:sku`: a Debian or Ubuntu image that Batch supports.',
    parse: vmImage
  }),
  nodes: input({
    fallback: '2',
    placeholder: 'number',
    meaning: 'Number of dedicated nodes of a new pool.',
    parse: wholeNumber(0, MOST_NODES)
  }),
  spotNodes: input({
    fallback: '0',
    placeholder: 'number',
    meaning:
      'Number of Spot nodes of a new pool. They cost less, but Azure can evict them; their tasks then run again.',
    parse: wholeNumber(0, MOST_NODES)
  }),
  batchApiVersion: input({
    fallback: '2025-06-01',
    placeholder: 'version',
    meaning: 'API version of the Batch service. The Azure CLI uses `2022-10-01.16.0`.',
    parse: apiVersion
  }),
  taskRetries: input({
    fallback: '2',
    placeholder: 'number',
    meaning: 'Number of times that a failed task is retried.',
    parse: wholeNumber(0, 100)
  }),
  taskTimeout: input({
    fallback: '60',
    placeholder: 'minutes',
    meaning: 'Maximum number of minutes for one task.',
    parse: minutes(MOST_MINUTES)
  }),
  jobTimeout: input({
    fallback: '300',
    placeholder: 'minutes',
    meaning:
      'Maximum number of minutes for the whole job, including the wait for nodes. Then Batch terminates the job, even if nothing monitors it.',
    parse: minutes(MOST_MINUTES)
  })
} as const
