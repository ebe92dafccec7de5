import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/emulator.ts'
import { type AccountSettings, openAccount } from '../../../src/backends/azure-batch/account.ts'
import { identityToken } from '../../../src/github/identity-token.ts'
import { ACCOUNT, type Azurite, KEY, startAzurite } from '../../support/azurite.ts'
import { CLIENT, SECRET, TENANT } from '../../support/entra.ts'
import { onward, parties } from './identity/parties.ts'

const here = parties()
let emulator: Emulator
let azurite: Azurite
beforeAll(async () => {
  azurite = await startAzurite({ https: here().certificate })
  const storage = { endpoint: azurite.url, account: ACCOUNT, key: KEY }
  emulator = await startEmulator({ storage })
})
afterAll(async () => {
  await emulator.close()
  await azurite.stop()
})

const settings = (told: Partial<AccountSettings>): AccountSettings => ({
  batchEndpoint: emulator.endpoint,
  batchAccount: emulator.account,
  batchAccountKey: null,
  storageEndpoint: azurite.url,
  storageAccountKey: null,
  tenantId: null,
  clientId: null,
  batchApiVersion: '2025-06-01',
  ...told
})

/** Who proves itself how; the place gives what is needed for it. */
const PROOFS = {
  'a workflow by its identity token': () =>
    openAccount(settings({ tenantId: TENANT, clientId: CLIENT }), {
      env: here().env,
      identityToken: identityToken(here().env, () => {})
    }),
  'an application by its secret': () =>
    openAccount(settings({ tenantId: TENANT, clientId: CLIENT }), {
      env: { ...here().entra.env, AZURE_CLIENT_SECRET: SECRET },
      identityToken: null
    }),
  'whoever has both keys': () =>
    openAccount(settings({ batchAccountKey: emulator.key, storageAccountKey: KEY }), {
      env: {},
      identityToken: null
    })
}

describe.each(Object.entries(PROOFS))('%s', (_, open) => {
  test('is let in by the Batch service', async () => {
    const { service } = open()
    expect(await service.supportedImages(onward)).not.toHaveLength(0)
    expect(await service.job('no-such-job', onward)).toBeNull()
  })

  test('is let in by the storage account, and can give rights in it', async () => {
    const container = open().blobs.container('batch-ocr-account')
    await container.create({}, onward)
    await container.putBytes('in/1', Buffer.from('one'), onward)
    const blob = await container.get('in/1', onward)
    expect(blob && (await buffer(blob)).toString()).toBe('one')
    await container.remove(onward)
  })
})

test('opening asks nobody for anything', () => {
  PROOFS['a workflow by its identity token']()
  expect(here().github.asked).toEqual([])
  expect(here().entra.asked).toEqual([])
})

test('one account, used again and again, asks for one token a service', async () => {
  const { service, blobs } = PROOFS['a workflow by its identity token']()
  for (let times = 0; times < 3; times++) {
    await service.job('no-such-job', onward)
    await blobs.containers('batch-ocr-', onward)
  }
  expect(here().entra.asked).toHaveLength(2)
})

test('a token that the service calls expired is replaced, and the call goes on', async () => {
  const { service } = PROOFS['a workflow by its identity token']()
  await service.job('no-such-job', onward)
  emulator.faults.set({ kind: 'token-expired', times: 1 })
  expect(await service.job('no-such-job', onward)).toBeNull()
  expect(here().entra.asked).toHaveLength(2)
  expect(new Set(here().github.given).size).toBe(2)
})

test('a refusal by Entra comes through both services in its own words', async () => {
  here().entra.trusted = 'repo:octo/other:ref:refs/heads/main'
  const { service, blobs } = PROOFS['a workflow by its identity token']()
  const refused = { kind: 'refused', code: 'AADSTS700213' }
  await expect(service.job('any', onward)).rejects.toMatchObject(refused)
  await expect(blobs.containers('batch-ocr-', onward)).rejects.toMatchObject(refused)
})
