import { afterAll, beforeAll } from '@jest/globals'
import type { Credential } from '../../../../src/backends/azure-batch/identity/credentials.ts'
import type { BlobAccount } from '../../../../src/backends/azure-batch/storage/blob-account.ts'
import { openBlobAccount } from '../../../../src/backends/azure-batch/storage/open-blob-account.ts'
import { ACCOUNT, type Azurite, KEY, startAzurite, storageToken } from '../../../support/azurite.ts'
import { loopbackCertificate, trust } from '../../../support/certificate.ts'
import { temporaryFolder } from '../../../support/images.ts'

/** The credentials that a storage account can be accessed with. */
export const CREDENTIALS: Readonly<Record<'key' | 'token', Credential>> = {
  key: { kind: 'shared-key', account: ACCOUNT, key: KEY },
  token: { kind: 'token', token: async () => storageToken() }
}

/** Starts Azurite for all tests of a file. @returns its account, opened with a credential */
export function testAccounts(): (kind: keyof typeof CREDENTIALS) => BlobAccount {
  const folder = temporaryFolder('storage')
  let azurite: Azurite | null = null
  beforeAll(async () => {
    const certificate = loopbackCertificate(folder)
    trust(certificate)
    azurite = await startAzurite({ https: certificate })
  })
  afterAll(() => azurite?.stop())
  return (kind) => openBlobAccount({ endpoint: azurite?.url ?? '', credential: CREDENTIALS[kind] })
}
