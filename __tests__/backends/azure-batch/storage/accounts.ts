import { afterAll, beforeAll } from '@jest/globals'
import type { Credential } from '../../../../src/backends/azure-batch/identity/credentials.ts'
import type { BlobAccount } from '../../../../src/backends/azure-batch/storage/blob-account.ts'
import { openBlobAccount } from '../../../../src/backends/azure-batch/storage/open-blob-account.ts'
import { ACCOUNT, type Azurite, KEY, startAzurite, storageToken } from '../../../support/azurite.ts'
import { loopbackCertificate, trust } from '../../../support/certificate.ts'
import { temporaryFolder } from '../../../support/images.ts'

/** A signal that never fires. */
export const onward = new AbortController().signal

/** How a person with the account's key proves it. */
export const byKey: Credential = { kind: 'shared-key', account: ACCOUNT, key: KEY }

/** How an application proves it, whose tokens Azurite takes. */
export const byToken: Credential = { kind: 'token', token: async () => storageToken() }

/** Both ways into a storage account, each in an Azurite of its own. */
export function bothWays(): Readonly<Record<'key' | 'token', () => BlobAccount>> {
  const folder = temporaryFolder('storage')
  const started: Azurite[] = []
  const accounts: Partial<Record<'key' | 'token', BlobAccount>> = {}
  beforeAll(async () => {
    const certificate = loopbackCertificate(folder)
    trust(certificate)
    const [http, https] = await Promise.all([startAzurite(), startAzurite({ https: certificate })])
    started.push(http, https)
    accounts.key = openBlobAccount({ endpoint: http.url, credential: byKey })
    accounts.token = openBlobAccount({ endpoint: https.url, credential: byToken })
  })
  afterAll(() => Promise.all(started.map((azurite) => azurite.stop())))
  return {
    key: () => accounts.key as BlobAccount,
    token: () => accounts.token as BlobAccount
  }
}
