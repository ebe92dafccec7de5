import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../../emulator/emulator.ts'
import { type AzureAccount, openAccount } from '../../../../src/backends/azure-batch/account.ts'
import { identityToken } from '../../../../src/github/identity-token.ts'
import { manyLines } from '../../../e2e/folders.ts'
import { ACCOUNT, type Azurite, KEY, startAzurite } from '../../../support/azurite.ts'
import { Scratch } from '../../../support/command.ts'
import { CLIENT, TENANT } from '../../../support/entra.ts'
import { noAbort } from '../calls.ts'
import { identityServices } from '../identity/services.ts'
import { backend, orderOf, pool, toTheEnd } from './runs.ts'

/** Whole runs of a workflow that proves itself by GitHub's identity token, with tokens that live for seconds. */

/** Seconds that an access token lives; the run takes several times as long. */
const LIFETIME = 2

const here = identityServices()
let emulator: Emulator
let azurite: Azurite
let scratch: Scratch
beforeAll(async () => {
  azurite = await startAzurite({ https: here().certificate })
  const storage = { endpoint: azurite.url, account: ACCOUNT, key: KEY }
  emulator = await startEmulator({ storage, pace: { allocationSeconds: 1, countsLagSeconds: 0.1 } })
})
beforeEach(() => {
  scratch = new Scratch()
  here().entra.lifetime = LIFETIME
})
afterEach(() => scratch[Symbol.dispose]())
afterAll(async () => {
  await emulator.close()
  await azurite.stop()
})

const account = (): AzureAccount =>
  openAccount(
    {
      batchEndpoint: emulator.endpoint,
      batchAccount: emulator.account,
      batchAccountKey: null,
      storageEndpoint: azurite.url,
      storageAccountKey: null,
      tenantId: TENANT,
      clientId: CLIENT,
      batchApiVersion: '2025-06-01'
    },
    { env: here().env, identityToken: identityToken(here().env, () => {}) }
  )

test('a run that is longer than the life of any token succeeds', async () => {
  manyLines(scratch, 'images', 60)
  const order = await orderOf(scratch, 20)
  const start = performance.now()
  const chosen = pool({ dedicated: 1 }, 2)
  const job = await backend(account(), { chosen }).start(order, noAbort)
  const { rows, results, told } = await toTheEnd(job)
  const seconds = (performance.now() - start) / 1000
  expect({ told, problem: results.problem }).toEqual({ told: [], problem: null })
  expect(rows.filter(({ status }) => status === 'recognized')).toHaveLength(60)
  expect(seconds).toBeGreaterThan(2 * LIFETIME)
  // One for each service, and each again whenever it had ended; each by an identity token of its own.
  expect(here().entra.asked.length).toBeGreaterThan(4)
  expect(new Set(here().github.given).size).toBe(here().github.given.length)
}, 120_000)
