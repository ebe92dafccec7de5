import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob'
import type { Credential } from '../identity/credentials.ts'
import { AzureProblem } from '../problem.ts'
import type { BlobAccount, FoundContainer } from './blob-account.ts'
import { storageRequests } from './request.ts'
import { runContainer } from './run-container.ts'
import { sasSigner } from './sas.ts'
import { tokenCredential } from './token-credential.ts'

/** A storage account and the credential to access it with. */
export interface StorageAccess {
  /** `https://NAME.blob.core.windows.net`, or with the account in the path. */
  readonly endpoint: string
  readonly credential: Credential
  /** Milliseconds for which a failed operation is repeated. */
  readonly retryLimit?: number
}

/** Microsoft's recommendation. */
const RETRY_LIMIT = 5 * 60_000

/**
 * Attempts of the SDK, within seconds, for each of its requests: a block of an upload, a page of a list. Longer outages
 * are bridged by repeating the whole operation, up to the retry limit.
 */
const SDK_ATTEMPTS = 4

/**
 * Opens a storage account without sending a request.
 *
 * @throws AzureProblem if a token would be sent over an unencrypted connection
 */
export function openBlobAccount({
  endpoint,
  credential,
  retryLimit = RETRY_LIMIT
}: StorageAccess): BlobAccount {
  if (credential.kind === 'token' && !endpoint.startsWith('https:')) {
    throw new AzureProblem(
      'bad-request',
      '',
      `Tokens are sent over https only, but \`storage-endpoint\` is ${endpoint}. Use its https address.`
    )
  }
  const service = new BlobServiceClient(
    endpoint,
    credential.kind === 'token'
      ? tokenCredential(credential.token)
      : new StorageSharedKeyCredential(credential.account, credential.key),
    { retryOptions: { maxTries: SDK_ATTEMPTS, retryDelayInMs: retryLimit / 300 } }
  )
  const requests = storageRequests(new URL(endpoint).host, retryLimit)
  const sas = sasSigner(service, credential)
  return {
    container: (name) =>
      runContainer(service.getContainerClient(name), { requests, sas, retryLimit }),
    containers: (prefix, signal) =>
      requests.withRetry(`list the containers ${prefix}…`, signal, async () => {
        const found: FoundContainer[] = []
        const options = { prefix, includeMetadata: true, abortSignal: signal }
        for await (const { name, properties, metadata } of service.listContainers(options))
          found.push({ name, modified: properties.lastModified, metadata: metadata ?? {} })
        return found
      })
  }
}
