import { describe, expect, test } from '@jest/globals'
import {
  type AvailableCredentials,
  chooseAuthMethods,
  type IdentitySettings
} from '../../../../src/backends/azure-batch/identity/choose.ts'

const NOTHING: IdentitySettings = {
  batchEndpoint: 'https://ocr.westeurope.batch.azure.com',
  batchAccount: null,
  batchAccountKey: null,
  storageEndpoint: 'https://ocrfiles.blob.core.windows.net',
  storageAccountKey: null,
  tenantId: null,
  clientId: null
}
const application = { tenantId: 'tenant', clientId: 'client' }
const keys = { batchAccountKey: 'batch-secret', storageAccountKey: 'storage-secret' }

const DESKTOP: AvailableCredentials = { onGitHub: false, identityToken: false, clientSecret: null }
const STEP: AvailableCredentials = { onGitHub: true, identityToken: true, clientSecret: null }
const STEP_WITHOUT_TOKEN: AvailableCredentials = { ...STEP, identityToken: false }
const WITH_SECRET = { clientSecret: 'app-secret' }

const batchKey = { kind: 'shared-key', account: 'ocr', key: 'batch-secret' }
const storageKey = { kind: 'shared-key', account: 'ocrfiles', key: 'storage-secret' }
const federated = { kind: 'federated', application }
const secret = { kind: 'client-secret', application, secret: 'app-secret' }
const az = { kind: 'az-login', tenantId: null }

describe('How to authenticate to Batch and to storage', () => {
  test.each([
    ['both keys', keys, DESKTOP, batchKey, storageKey],
    ['both keys, on GitHub', keys, STEP, batchKey, storageKey],
    ['keys rather than an application', { ...keys, ...application }, STEP, batchKey, storageKey],
    [
      'the Batch key only, on GitHub',
      { ...application, batchAccountKey: 'batch-secret' },
      STEP,
      batchKey,
      federated
    ],
    ['the storage key only', { storageAccountKey: 'storage-secret' }, DESKTOP, az, storageKey],
    ['an application, on GitHub', application, STEP, federated, federated],
    [
      'an identity token rather than a secret',
      application,
      { ...STEP, ...WITH_SECRET },
      federated,
      federated
    ],
    ['a secret, on GitHub', application, { ...STEP_WITHOUT_TOKEN, ...WITH_SECRET }, secret, secret],
    ['a secret, on a desktop', application, { ...DESKTOP, ...WITH_SECRET }, secret, secret],
    ['a secret without an application', {}, { ...DESKTOP, ...WITH_SECRET }, az, az],
    [
      'an application, on a desktop',
      application,
      DESKTOP,
      { ...az, tenantId: 'tenant' },
      { ...az, tenantId: 'tenant' }
    ],
    ['nothing, on a desktop', {}, DESKTOP, az, az],
    ['nothing, on GitHub, after azure/login', {}, STEP, az, az],
    [
      'only a tenant',
      { tenantId: 'tenant' },
      DESKTOP,
      { ...az, tenantId: 'tenant' },
      { ...az, tenantId: 'tenant' }
    ]
  ])('%s', (_, set, available, batch, storage) => {
    expect(chooseAuthMethods({ ...NOTHING, ...set }, available)).toEqual({ batch, storage })
  })

  test('An application in a job without an identity token is an error that names the missing permission', () => {
    expect(() => chooseAuthMethods({ ...NOTHING, ...application }, STEP_WITHOUT_TOKEN)).toThrow(
      expect.objectContaining({
        kind: 'refused',
        message: expect.stringMatching(/Give the job `permissions: id-token: write`.*fork/)
      })
    )
  })
})

describe('The account name that a key needs', () => {
  const batch = (batchEndpoint: string, batchAccount: string | null) =>
    chooseAuthMethods({ ...NOTHING, ...keys, batchEndpoint, batchAccount }, DESKTOP).batch
  const storage = (storageEndpoint: string) =>
    chooseAuthMethods({ ...NOTHING, ...keys, storageEndpoint }, DESKTOP).storage

  test.each([
    ['https://ocr.westeurope.batch.azure.com', null, 'ocr'],
    ['https://ocr.westeurope.batch.azure.com/', null, 'ocr'],
    ['https://ocr.chinaeast2.batch.chinacloudapi.cn', null, 'ocr'],
    ['https://ocr.westeurope.batch.azure.com', 'other', 'other'],
    ['http://127.0.0.1:4321', 'devbatchaccount', 'devbatchaccount']
  ])('%s with batch-account %s', (endpoint, batchAccount, account) => {
    expect(batch(endpoint, batchAccount)).toMatchObject({ account })
  })

  test.each([
    ['https://ocrfiles.blob.core.windows.net', 'ocrfiles'],
    ['https://ocrfiles.blob.core.windows.net/', 'ocrfiles'],
    ['https://ocrfiles.z12.blob.storage.azure.net', 'ocrfiles'],
    ['http://127.0.0.1:10000/devstoreaccount1', 'devstoreaccount1'],
    ['http://azurite:10000/devstoreaccount1/', 'devstoreaccount1']
  ])('%s', (endpoint, account) => {
    expect(storage(endpoint)).toMatchObject({ account })
  })

  test.each([
    ['batch-account', () => batch('http://127.0.0.1:4321', null)],
    ['batch-account', () => batch('https://batch.example.org', null)],
    ['storage-endpoint', () => storage('http://127.0.0.1:10000')],
    ['storage-endpoint', () => storage('https://files.example.org/')]
  ])('is requested by an error that names %s if it is unknown', (input, choose) => {
    expect(choose).toThrow(input)
    expect(choose).not.toThrow(/secret/)
  })
})
