import {
  AccountSASPermissions,
  AccountSASResourceTypes,
  AccountSASServices,
  generateAccountSASQueryParameters,
  StorageSharedKeyCredential
} from '@azure/storage-blob'
import type { MachineTools } from './machine/machine.ts'

/** The storage account of the emulator. */
export interface StorageAccount {
  readonly endpoint: string
  readonly account: string
  readonly key: string
}

/** Lifetime of a managed identity's access, in milliseconds; a real token has a similar one. */
const AN_HOUR = 3_600_000

/**
 * Gives managed identities access to every blob of the account. A real identity has a token; Azurite accepts tokens only
 * on https, so a SAS that never leaves the machine is used instead.
 */
export function identityAccess(storage: StorageAccount): MachineTools['authorize'] {
  const credential = new StorageSharedKeyCredential(storage.account, storage.key)
  return (url, rights) => {
    if (!url.startsWith(`${storage.endpoint}/`)) return null
    const sas = generateAccountSASQueryParameters(
      {
        expiresOn: new Date(Date.now() + AN_HOUR),
        permissions: AccountSASPermissions.parse(rights === 'read' ? 'rl' : 'rwc'),
        resourceTypes: AccountSASResourceTypes.parse('co').toString(),
        services: AccountSASServices.parse('b').toString()
      },
      credential
    )
    return `${url}${url.includes('?') ? '&' : '?'}${sas}`
  }
}
