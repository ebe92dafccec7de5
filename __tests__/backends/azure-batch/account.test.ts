import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/emulator.ts'
import { type AccountSettings, openAccount } from '../../../src/backends/azure-batch/account.ts'
import { ACCOUNT, type Azurite, KEY, startAzurite } from '../../support/azurite.ts'
import { CLIENT, SECRET, TENANT } from '../../support/entra.ts'
import { noAbort } from './calls.ts'
import { identityServices } from './identity/services.ts'

const services = identityServices()
let emulator: Emulator
let azurite: Azurite
beforeAll(async () => {
  azurite = await startAzurite({ https: services().certificate })
  const storage = { endpoint: azurite.url, account: ACCOUNT, key: KEY }
  emulator = await startEmulator({ storage })
})
afterAll(async () => {
  await emulator.close()
  await azurite.stop()
})

const settings = (set: Partial<AccountSettings>): AccountSettings => ({
  batchEndpoint: emulator.endpoint,
  batchAccount: emulator.account,
  batchAccountKey: null,
  storageEndpoint: azurite.url,
  storageAccountKey: null,
  tenantId: null,
  clientId: null,
  batchApiVersion: '2025-06-01',
  ...set
})

/** Opens the accounts with each credential. */
const CREDENTIALS = {
  'an identity token': () =>
    openAccount(settings({ tenantId: TENANT, clientId: CLIENT }), {
      env: services().env,
      maskSecret: () => {}
    }),
  'a client secret': () =>
    openAccount(settings({ tenantId: TENANT, clientId: CLIENT }), {
      env: { ...services().entra.env, AZURE_CLIENT_SECRET: SECRET },
      maskSecret: () => {}
    }),
  'account keys': () =>
    openAccount(settings({ batchAccountKey: emulator.key, storageAccountKey: KEY }), {
      env: {},
      maskSecret: () => {}
    })
}

describe.each(Object.entries(CREDENTIALS))('With %s', (_, open) => {
  test('the Batch account can be accessed', async () => {
    const { service } = open()
    expect(await service.supportedImages(noAbort)).not.toHaveLength(0)
    expect(await service.job('no-such-job', noAbort)).toBeNull()
  })

  test('the storage account can be accessed', async () => {
    const container = open().blobs.container('batch-ocr-account')
    await container.create({}, noAbort)
    await container.putBytes('in/1', Buffer.from('one'), noAbort)
    const blob = await container.get('in/1', noAbort)
    expect(blob && (await buffer(blob)).toString()).toBe('one')
    await container.remove(noAbort)
  })
})

test('Opening accounts sends no request', () => {
  CREDENTIALS['an identity token']()
  expect(services().github.asked).toEqual([])
  expect(services().entra.asked).toEqual([])
})

test('Each service uses one token for many requests', async () => {
  const { service, blobs } = CREDENTIALS['an identity token']()
  for (let times = 0; times < 3; times++) {
    await service.job('no-such-job', noAbort)
    await blobs.containers('batch-ocr-', noAbort)
  }
  expect(services().entra.asked).toHaveLength(2)
})

test('A token that the service rejects as expired is replaced, and the request is repeated', async () => {
  const { service } = CREDENTIALS['an identity token']()
  await service.job('no-such-job', noAbort)
  emulator.faults.set({ kind: 'token-expired', times: 1 })
  expect(await service.job('no-such-job', noAbort)).toBeNull()
  expect(services().entra.asked).toHaveLength(2)
  expect(new Set(services().github.given).size).toBe(2)
})

test('An error of Entra is not changed by either service', async () => {
  services().entra.trusted = 'repo:octo/other:ref:refs/heads/main'
  const { service, blobs } = CREDENTIALS['an identity token']()
  const refused = { kind: 'refused', code: 'AADSTS700213' }
  await expect(service.job('any', noAbort)).rejects.toMatchObject(refused)
  await expect(blobs.containers('batch-ocr-', noAbort)).rejects.toMatchObject(refused)
})
