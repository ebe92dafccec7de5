import {
  BlobSASPermissions,
  type BlobServiceClient,
  ContainerSASPermissions,
  generateBlobSASQueryParameters,
  SASProtocol,
  StorageSharedKeyCredential,
  type UserDelegationKey
} from '@azure/storage-blob'
import type { Credential } from '../identity/credentials.ts'

const MINUTE = 60_000

/** Clocks differ by minutes: a SAS that starts now may start in the service's future. */
const CLOCK_SKEW = 5 * MINUTE

const DAY = 24 * 60 * MINUTE

/** Azure's limit for the lifetime of a user delegation key. */
const MAX_KEY_LIFETIME = 7 * DAY

/** What a SAS permits: access to one blob, or to a whole container if no blob is named. */
interface SasScope {
  readonly containerName: string
  readonly blobName?: string
  readonly permissions: BlobSASPermissions | ContainerSASPermissions
}

/** Issues shared access signatures (SAS), each as the query string of a URL. */
export interface SasSigner {
  /** Permits reading one blob, and nothing else. */
  read(container: string, blob: string, until: Date, signal: AbortSignal): Promise<string>
  /** Permits creating and writing blobs in a container, and nothing else. */
  write(container: string, until: Date, signal: AbortSignal): Promise<string>
}

/** Signs with the account key, or with a user delegation key if the credential is a token. */
export function sasSigner(service: BlobServiceClient, credential: Credential): SasSigner {
  const sign = signer(service, credential)
  return {
    read: (containerName, blobName, until, signal) =>
      sign({ containerName, blobName, permissions: BlobSASPermissions.parse('r') }, until, signal),
    write: (containerName, until, signal) =>
      sign({ containerName, permissions: ContainerSASPermissions.parse('cw') }, until, signal)
  }
}

type Sign = (scope: SasScope, until: Date, signal: AbortSignal) => Promise<string>

function signer(service: BlobServiceClient, credential: Credential): Sign {
  const protocol = service.url.startsWith('https:') ? SASProtocol.Https : SASProtocol.HttpsAndHttp
  const values = (scope: SasScope, expiresOn: Date) => ({
    ...scope,
    startsOn: new Date(Date.now() - CLOCK_SKEW),
    expiresOn,
    protocol
  })
  if (credential.kind === 'shared-key') {
    const key = new StorageSharedKeyCredential(credential.account, credential.key)
    return async (scope, until) =>
      generateBlobSASQueryParameters(values(scope, until), key).toString()
  }
  const delegationKey = delegationKeys(service)
  return async (scope, until, signal) => {
    const key = await delegationKey(until, signal)
    const expires = new Date(Math.min(until.getTime(), key.signedExpiresOn.getTime()))
    return generateBlobSASQueryParameters(
      values(scope, expires),
      key,
      service.accountName
    ).toString()
  }
}

/**
 * User delegation keys with the longest lifetime. A key is reused until a SAS outlives it and a new key would be valid
 * for at least another day: otherwise every SAS for weeks would request a new key.
 */
function delegationKeys(
  service: BlobServiceClient
): (until: Date, signal: AbortSignal) => Promise<UserDelegationKey> {
  let last: { readonly expires: number; readonly key: Promise<UserDelegationKey> } | null = null
  return (until, signal) => {
    const starts = Date.now() - CLOCK_SKEW
    const expires = starts + MAX_KEY_LIFETIME
    const needed = Math.min(until.getTime(), expires - DAY)
    if (last !== null && last.expires >= needed) return last.key
    const key = service.getUserDelegationKey(new Date(starts), new Date(expires), {
      abortSignal: signal
    })
    const current = { expires, key }
    last = current
    key.catch(() => {
      if (last === current) last = null
    })
    return key
  }
}
