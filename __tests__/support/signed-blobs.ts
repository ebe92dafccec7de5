import { randomUUID } from 'node:crypto'
import {
  BlobSASPermissions,
  ContainerClient,
  generateBlobSASQueryParameters,
  StorageSharedKeyCredential
} from '@azure/storage-blob'
import { type Azurite, KEY } from './azurite.ts'

/** A container in Azurite whose blobs are read and written with SAS URLs, like artifacts on GitHub. */
export interface SignedBlobs {
  /** The SAS URL of a blob, valid for an hour. */
  signed(blob: string): string
  remove(): Promise<void>
}

/** Creates a new container. */
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
