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

/** Clocks differ by minutes: a right that begins now may begin in the service's future. */
const SKEW = 5 * MINUTE

const DAY = 24 * 60 * MINUTE

/** Azure makes no delegation key that lives longer. */
const LONGEST = 7 * DAY

/** What a right is for: one blob, or where no blob is named a whole container. */
interface Right {
  readonly containerName: string
  readonly blobName?: string
  readonly permissions: BlobSASPermissions | ContainerSASPermissions
}

/** Rights that others get in an account, each as the query of an address. */
export interface Grants {
  /** To read one blob, and nothing else. */
  read(container: string, blob: string, until: Date, signal: AbortSignal): Promise<string>
  /** To create and write blobs of a container, and nothing else. */
  write(container: string, until: Date, signal: AbortSignal): Promise<string>
}

/** Rights signed by the account's key, or by a key that Azure gives to whoever has a token. */
export function granting(service: BlobServiceClient, credential: Credential): Grants {
  const sign = signing(service, credential)
  return {
    read: (containerName, blobName, until, signal) =>
      sign({ containerName, blobName, permissions: BlobSASPermissions.parse('r') }, until, signal),
    write: (containerName, until, signal) =>
      sign({ containerName, permissions: ContainerSASPermissions.parse('cw') }, until, signal)
  }
}

type Signing = (right: Right, until: Date, signal: AbortSignal) => Promise<string>

function signing(service: BlobServiceClient, credential: Credential): Signing {
  const protocol = service.url.startsWith('https:') ? SASProtocol.Https : SASProtocol.HttpsAndHttp
  const values = (right: Right, expiresOn: Date) => ({
    ...right,
    startsOn: new Date(Date.now() - SKEW),
    expiresOn,
    protocol
  })
  if (credential.kind === 'shared-key') {
    const key = new StorageSharedKeyCredential(credential.account, credential.key)
    return async (right, until) =>
      generateBlobSASQueryParameters(values(right, until), key).toString()
  }
  const keys = delegationKeys(service)
  return async (right, until, signal) => {
    const key = await keys(until, signal)
    const end = new Date(Math.min(until.getTime(), key.signedExpiresOn.getTime()))
    const signed = generateBlobSASQueryParameters(values(right, end), key, service.accountName)
    return signed.toString()
  }
}

/**
 * Delegation keys, each asked for once: a key lives as long as Azure lets it, and serves until a right is wanted that
 * outlives it though a new key would not end so soon.
 */
function delegationKeys(
  service: BlobServiceClient
): (until: Date, signal: AbortSignal) => Promise<UserDelegationKey> {
  let last: { readonly ends: number; readonly key: Promise<UserDelegationKey> } | null = null
  return (until, signal) => {
    const starts = Date.now() - SKEW
    const ends = starts + LONGEST
    // A day less than the most is as good as the most: who asks for weeks shall not make a key a call.
    const needed = Math.min(until.getTime(), ends - DAY)
    if (last !== null && last.ends >= needed) return last.key
    const key = service.getUserDelegationKey(new Date(starts), new Date(ends), {
      abortSignal: signal
    })
    const asked = { ends, key }
    last = asked
    key.catch(() => {
      if (last === asked) last = null
    })
    return key
  }
}
