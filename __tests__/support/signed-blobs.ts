import { randomUUID } from 'node:crypto'
import {
  BlobSASPermissions,
  ContainerClient,
  generateBlobSASQueryParameters,
  StorageSharedKeyCredential
} from '@azure/storage-blob'
import { type Azurite, KEY } from './azurite.ts'

/** A container of Azurite whose blobs are read and written by signed addresses, as GitHub gives them out. */
export interface SignedBlobs {
  /** The address of a blob, good for an hour. */
  signed(blob: string): string
  remove(): Promise<void>
}

/** Makes a new container. */
export async function openSignedBlobs(azurite: Azurite): Promise<SignedBlobs> {
  const credential = new StorageSharedKeyCredential(azurite.account, KEY)
  const container = new ContainerClient(`${azurite.url}/run-${randomUUID()}`, credential)
  await container.create()
  return {
    signed: (blob) => {
      const permissions = BlobSASPermissions.parse('rcw')
      const expiresOn = new Date(Date.now() + 3_600_000)
      const scope = { containerName: container.containerName, blobName: blob }
      const sas = generateBlobSASQueryParameters({ ...scope, permissions, expiresOn }, credential)
      return `${container.url}/${encodeURIComponent(blob)}?${sas}`
    },
    remove: async () => {
      await container.delete()
    }
  }
}
