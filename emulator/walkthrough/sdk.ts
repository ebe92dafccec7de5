import { BatchServiceClient, BatchSharedKeyCredentials } from '@azure/batch'
import {
  BlobServiceClient,
  type ContainerClient,
  ContainerSASPermissions,
  StorageSharedKeyCredential
} from '@azure/storage-blob'
import { waitFor } from '../../__tests__/support/wait-for.ts'
import type { UsersEmulator } from './support.ts'

/** Credentials of a client: a shared key or others. */
type Credentials = ConstructorParameters<typeof BatchServiceClient>[0]

/** Short delays, for tests that do not observe intermediate states. */
export const QUICKLY = ['allocation', 'creating', 'starting', 'leaving', 'counts-lag'].flatMap(
  (pace) => [`--${pace}-seconds`, '0.05']
)

/** A client without retries, so that tests see every error. */
export function clientOf(
  { batch }: UsersEmulator,
  credentials: Credentials = new BatchSharedKeyCredentials(batch.account, batch.key)
): BatchServiceClient {
  return new BatchServiceClient(credentials, batch.endpoint, { noRetryPolicy: true })
}

/** A pool of Ubuntu machines. */
export const poolOf = (id: string, targetDedicatedNodes: number, taskSlotsPerNode = 1) => ({
  ...{ id, targetDedicatedNodes, taskSlotsPerNode },
  vmSize: 'Standard_D2s_v5',
  virtualMachineConfiguration: {
    imageReference: { publisher: 'canonical', offer: 'ubuntu-24_04-lts', sku: 'server' },
    nodeAgentSKUId: 'batch.node.ubuntu 24.04'
  }
})

/** Waits until the given number of nodes of a pool are idle. @returns their IDs */
export async function idleNodes(client: BatchServiceClient, pool: string, count: number) {
  const nodes = await waitFor(
    async () => (await client.computeNode.list(pool)).map(({ id = '', state }) => ({ id, state })),
    (all) => all.filter(({ state }) => state === 'idle').length === count
  )
  return nodes.map(({ id }) => id)
}

/** Waits until all tasks of a job have completed. @returns the tasks */
export const completedTasks = (client: BatchServiceClient, job: string) =>
  waitFor(
    async () => [...(await client.task.list(job))],
    (tasks) => tasks.every(({ state }) => state === 'completed')
  )

/** Creates a pool with idle nodes and a job on it, with the same ID. */
export async function begin(client: BatchServiceClient, name: string, nodes = 1, slots = 1) {
  await client.pool.add(poolOf(name, nodes, slots))
  await client.job.add({ id: name, poolInfo: { poolId: name } })
  await idleNodes(client, name, nodes)
}

/** Reads the stream of a file. */
export async function textOf(body: NodeJS.ReadableStream | undefined): Promise<string> {
  let text = ''
  for await (const chunk of body ?? []) text += chunk
  return text
}

/** Creates a container with blobs in the emulator's storage account. */
export async function containerWith(
  { storage: { endpoint, account, key } }: UsersEmulator,
  name: string,
  blobs: Readonly<Record<string, string>> = {}
): Promise<ContainerClient> {
  const credential = new StorageSharedKeyCredential(account, key)
  const container = new BlobServiceClient(endpoint, credential).getContainerClient(name)
  await container.create()
  for (const [path, text] of Object.entries(blobs))
    await container.getBlockBlobClient(path).upload(text, Buffer.byteLength(text))
  return container
}

/** The URL of a container or of a blob in it, with a SAS for five minutes. */
export async function sasOf(container: ContainerClient, rights: string, blob?: string) {
  const signed = await container.generateSasUrl({
    permissions: ContainerSASPermissions.parse(rights),
    expiresOn: new Date(Date.now() + 5 * 60_000)
  })
  return blob === undefined ? signed : container.getBlobClient(blob).url + new URL(signed).search
}

/** All blobs of a container with their content. */
export async function blobsOf(container: ContainerClient): Promise<Record<string, string>> {
  const blobs: Record<string, string> = {}
  for await (const { name } of container.listBlobsFlat())
    blobs[name] = String(await container.getBlobClient(name).downloadToBuffer())
  return blobs
}
