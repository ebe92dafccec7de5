import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob'
import type { Credential } from '../identity/credentials.ts'
import { AzureProblem } from '../problem.ts'
import type { BlobAccount, FoundContainer } from './blob-account.ts'
import { asker } from './request.ts'
import { runContainer } from './run-container.ts'
import { granting } from './sas.ts'
import { tokenCredential } from './token-credential.ts'

/** Where a storage account is, and how we prove to it who we are. */
export interface StorageAccess {
  /** `https://NAME.blob.core.windows.net`, or with the account in the path. */
  readonly endpoint: string
  readonly credential: Credential
  /** Milliseconds for which a call that may yet succeed is repeated. */
  readonly patience?: number
}

/** What Microsoft advises. */
const PATIENCE = 5 * 60_000

/**
 * The client itself repeats a request so often, in a few seconds: one piece of an upload, one page of a list. What
 * lasts longer we repeat, call by call, for as long as our patience lasts.
 */
const TRIES = 4

/**
 * Opens a storage account by Microsoft's client; nothing is asked of it yet.
 *
 * @throws AzureProblem where a token would have to go over a connection that anybody can read
 */
export function openBlobAccount({
  endpoint,
  credential,
  patience = PATIENCE
}: StorageAccess): BlobAccount {
  if (credential.kind === 'token' && !endpoint.startsWith('https:')) {
    throw new AzureProblem(
      'bad-request',
      '',
      `A token is sent over https only, and storage-endpoint is ${endpoint}. Name its https address.`
    )
  }
  const service = new BlobServiceClient(
    endpoint,
    credential.kind === 'token'
      ? tokenCredential(credential.token)
      : new StorageSharedKeyCredential(credential.account, credential.key),
    { retryOptions: { maxTries: TRIES, retryDelayInMs: patience / 300 } }
  )
  const asking = asker(new URL(endpoint).host, patience)
  const grants = granting(service, credential)
  return {
    container: (name) =>
      runContainer(service.getContainerClient(name), { asking, grants, patience }),
    containers: (prefix, signal) =>
      asking.retried(`list the containers ${prefix}…`, signal, async () => {
        const found: FoundContainer[] = []
        const options = { prefix, includeMetadata: true, abortSignal: signal }
        for await (const { name, properties, metadata } of service.listContainers(options))
          found.push({ name, modified: properties.lastModified, metadata: metadata ?? {} })
        return found
      })
  }
}
