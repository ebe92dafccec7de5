import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../../emulator/emulator.ts'
import { type AzureAccount, openAccount } from '../../../../src/backends/azure-batch/account.ts'
import { manyLines } from '../../../e2e/folders.ts'
import { ACCOUNT, type Azurite, KEY, startAzurite } from '../../../support/azurite.ts'
import { Scratch } from '../../../support/command.ts'
import { CLIENT, TENANT } from '../../../support/entra.ts'
import { identityServices } from '../identity/services.ts'
import { onward } from '../live-account.ts'
import { cannedResults, nodeProgram } from './canned.ts'
import { backend, orderOf, pool, toTheEnd } from './runs.ts'

/** Seconds that an access token is valid, which is longer than a request takes on a busy machine. */
const LIFETIME = 5

/** Seconds that a task takes: five in a row on each of two slots outlast every token. */
const TASK_SECONDS = 2.5

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
    { env: here().env, maskSecret: () => {} }
  )

test('a run of a workflow that takes longer than its access tokens are valid succeeds', async () => {
  manyLines(scratch, 'images', 20)
  const order = await orderOf(scratch, 10)
  const archives = await cannedResults(scratch, order)
  const script = `setTimeout(read, ${TASK_SECONDS * 1000})`
  const job = await backend(account(), {
    chosen: pool({ dedicated: 1 }, 2),
    nodeProgram: nodeProgram(scratch, archives, script)
  }).start(order, onward)
  const { rows, results, warnings } = await toTheEnd(job)
  expect({ warnings, problem: results.problem }).toEqual({ warnings: [], problem: null })
  expect(rows.filter(({ status }) => status === 'recognized')).toHaveLength(20)
  // Two services, each of which needs at least one more token; no identity token is used twice.
  expect(here().entra.asked.length).toBeGreaterThan(4)
  expect(new Set(here().github.given).size).toBe(here().github.given.length)
}, 180_000)
