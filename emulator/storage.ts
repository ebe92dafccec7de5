import {
  AccountSASPermissions,
  AccountSASResourceTypes,
  AccountSASServices,
  generateAccountSASQueryParameters,
  StorageSharedKeyCredential
} from '@azure/storage-blob'
import type { MachineTools } from './machine/machine.ts'

/** A storage account as the emulator knows it. */
export interface StorageAccount {
  readonly endpoint: string
  readonly account: string
  readonly key: string
}

/** What a managed identity is good for, in milliseconds: as long as a token of the real one. */
const AN_HOUR = 3_600_000

/**
 * What a node's managed identity can reach: every blob of the one account. A real identity carries a token; Azurite
 * takes tokens on https alone, so here the rights are a SAS that never leaves the machine.
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
