import { describe, expect, test } from '@jest/globals'
import {
  chooseWays,
  type IdentitySettings,
  type Place
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

const DESK: Place = { onGitHub: false, identityToken: false, clientSecret: null }
const STEP: Place = { onGitHub: true, identityToken: true, clientSecret: null }
const UNTRUSTED: Place = { ...STEP, identityToken: false }
const WITH_SECRET = { clientSecret: 'app-secret' }

const batchKey = { kind: 'shared-key', account: 'ocr', key: 'batch-secret' }
const storageKey = { kind: 'shared-key', account: 'ocrfiles', key: 'storage-secret' }
const federated = { kind: 'federated', application }
const secret = { kind: 'client-secret', application, secret: 'app-secret' }
const az = { kind: 'az-login', tenantId: null }

describe('how we prove who we are', () => {
  test.each([
    ['both keys', keys, DESK, batchKey, storageKey],
    ['both keys, on GitHub', keys, STEP, batchKey, storageKey],
    ['keys before an application', { ...keys, ...application }, STEP, batchKey, storageKey],
    [
      'one key only',
      { ...application, batchAccountKey: 'batch-secret' },
      STEP,
      batchKey,
      federated
    ],
    ['the other key only', { storageAccountKey: 'storage-secret' }, DESK, az, storageKey],
    ['an application, on GitHub', application, STEP, federated, federated],
    [
      'an identity token before a secret',
      application,
      { ...STEP, ...WITH_SECRET },
      federated,
      federated
    ],
    ['a secret, on GitHub', application, { ...UNTRUSTED, ...WITH_SECRET }, secret, secret],
    ['a secret, at a desk', application, { ...DESK, ...WITH_SECRET }, secret, secret],
    ['a secret of no application', {}, { ...DESK, ...WITH_SECRET }, az, az],
    [
      'an application, at a desk',
      application,
      DESK,
      { ...az, tenantId: 'tenant' },
      { ...az, tenantId: 'tenant' }
    ],
    ['nothing, at a desk', {}, DESK, az, az],
    ['nothing, on GitHub, after azure/login', {}, STEP, az, az],
    [
      'a tenant only',
      { tenantId: 'tenant' },
      DESK,
      { ...az, tenantId: 'tenant' },
      { ...az, tenantId: 'tenant' }
    ]
  ])('%s', (_, told, place, batch, storage) => {
    expect(chooseWays({ ...NOTHING, ...told }, place)).toEqual({ batch, storage })
  })

  test('an application in a job that gives no identity token is told what the job lacks', () => {
    expect(() => chooseWays({ ...NOTHING, ...application }, UNTRUSTED)).toThrow(
      expect.objectContaining({
        kind: 'refused',
        message: expect.stringMatching(/Give the job `permissions: id-token: write`.*fork/)
      })
    )
  })
})

describe('the name that goes with a key', () => {
  const batch = (batchEndpoint: string, batchAccount: string | null) =>
    chooseWays({ ...NOTHING, ...keys, batchEndpoint, batchAccount }, DESK).batch
  const storage = (storageEndpoint: string) =>
    chooseWays({ ...NOTHING, ...keys, storageEndpoint }, DESK).storage

  test.each([
    ['https://ocr.westeurope.batch.azure.com', null, 'ocr'],
    ['https://ocr.westeurope.batch.azure.com/', null, 'ocr'],
    ['https://ocr.chinaeast2.batch.chinacloudapi.cn', null, 'ocr'],
    ['https://ocr.westeurope.batch.azure.com', 'other', 'other'],
    ['http://127.0.0.1:4321', 'devbatchaccount', 'devbatchaccount']
  ])('of %s with batch-account %s', (endpoint, told, account) => {
    expect(batch(endpoint, told)).toMatchObject({ account })
  })

  test.each([
    ['https://ocrfiles.blob.core.windows.net', 'ocrfiles'],
    ['https://ocrfiles.blob.core.windows.net/', 'ocrfiles'],
    ['https://ocrfiles.z12.blob.storage.azure.net', 'ocrfiles'],
    ['http://127.0.0.1:10000/devstoreaccount1', 'devstoreaccount1'],
    ['http://azurite:10000/devstoreaccount1/', 'devstoreaccount1']
  ])('of %s', (endpoint, account) => {
    expect(storage(endpoint)).toMatchObject({ account })
  })

  test.each([
    ['batch-account', () => batch('http://127.0.0.1:4321', null)],
    ['batch-account', () => batch('https://batch.example.org', null)],
    ['storage-endpoint', () => storage('http://127.0.0.1:10000')],
    ['storage-endpoint', () => storage('https://files.example.org/')]
  ])('is asked for where nothing says it: %s', (input, choose) => {
    expect(choose).toThrow(input)
    expect(choose).not.toThrow(/secret/)
  })
})
