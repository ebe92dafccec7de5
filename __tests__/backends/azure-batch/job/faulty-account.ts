import { afterAll, afterEach, beforeAll, beforeEach, expect, jest } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../../emulator/emulator.ts'
import type { Pace } from '../../../../emulator/options.ts'
import type { AzureAccount } from '../../../../src/backends/azure-batch/account.ts'
import { type AzurePlace, azureBackend } from '../../../../src/backends/azure-batch/backend.ts'
import { openBatchService } from '../../../../src/backends/azure-batch/client/open-batch-service.ts'
import { sdkClient } from '../../../../src/backends/azure-batch/client/sdk-client.ts'
import type { Credential } from '../../../../src/backends/azure-batch/identity/credentials.ts'
import { removeRun } from '../../../../src/backends/azure-batch/job/remove.ts'
import { openBlobAccount } from '../../../../src/backends/azure-batch/storage/open-blob-account.ts'
import type { JobOrder } from '../../../../src/backends/backend.ts'
import type { Row } from '../../../../src/results/row.ts'
import { lostRows } from '../../../../src/run/lost.ts'
import { manyLines } from '../../../e2e/folders.ts'
import { KEY } from '../../../support/azurite.ts'
import { Scratch } from '../../../support/command.ts'
import { until } from '../../../support/poll.ts'
import { storageAccount } from '../../../support/shared-azurite.ts'
import { API_VERSION, onward } from '../live-account.ts'
import { type StorageProxy, startStorageProxy } from '../storage-proxy.ts'
import { cannedResults, nodeProgram, release } from './canned.ts'
import { orderOf, place, pool } from './runs.ts'

// A busy machine takes many times as long as an idle one.
jest.setTimeout(180_000)

/** For how long a call is retried, and how long one request may take, in milliseconds. */
const RETRY_LIMIT = 60_000
const REQUEST_TIMEOUT = 60_000

/** The same where a test waits until calls are given up. */
const SHORT_RETRY_LIMIT = 2000
const SHORT_REQUEST_TIMEOUT = 5000

/** Images of a run, and tasks that read them. */
export const IMAGES = 4
export const TASKS = 2

/** The emulator's states follow each other at once. */
const QUICKLY: Partial<Pace> = {
  ...{ allocationSeconds: 0.05, creatingSeconds: 0.03, startingSeconds: 0.03 },
  ...{ leavingSeconds: 0.03, countsLagSeconds: 0.03, autoscaleSeconds: 0.2 }
}

/** An emulated account in which faults are injected, and a folder of images. */
export interface FaultyAccount extends AzureAccount {
  readonly emulator: Emulator
  readonly storage: StorageProxy
  readonly scratch: Scratch
  /** Microsoft's own client, as another user of the account has it. */
  readonly others: ReturnType<typeof sdkClient>
  /** The same account, opened by other credentials, or with a retry limit of two seconds. */
  open(how: { credential?: Credential; impatient?: boolean }): AzureAccount
  /** Replaces this account by one whose emulator has another pace. */
  replace(pace: Partial<Pace>, seed?: number): Promise<FaultyAccount>
  /** A program for the nodes; see `nodeProgram` in canned.ts. */
  program(script?: string): string
  /** Lets programs read that wait for it by `afterRelease`. */
  release(): void
}

/** The account with calls that are retried for two seconds only. */
export const impatient = (account: FaultyAccount): FaultyAccount => ({
  ...account,
  ...account.open({ impatient: true })
})

/** Opens an emulated account for each test of a file; all of them use the same storage account. */
export function faultyAccount(): () => FaultyAccount {
  let storage: StorageProxy | null = null
  let storageName = ''
  let current: FaultyAccount | null = null
  let archives = ''
  const scratch = new Scratch()
  beforeAll(async () => {
    const { url, account } = await storageAccount()
    storageName = account
    storage = await startStorageProxy(Number(new URL(url).port))
    manyLines(scratch, 'images', IMAGES, 2)
    archives = await cannedResults(scratch, await orderOf(scratch, TASKS))
  })
  const start = async (pace: Partial<Pace>, seed?: number): Promise<FaultyAccount> => {
    const proxy = storage as StorageProxy
    const endpoint = `http://127.0.0.1:${proxy.port}/${storageName}`
    const emulator = await startEmulator({
      pace: { ...QUICKLY, ...pace },
      storage: { endpoint, account: storageName, key: KEY },
      seed: seed ?? null
    })
    const { account, key } = emulator
    const batchKey: Credential = { kind: 'shared-key', account, key }
    const open: FaultyAccount['open'] = ({ credential = batchKey, impatient = false }) => ({
      service: openBatchService({
        ...{ endpoint: emulator.endpoint, credential, apiVersion: API_VERSION },
        retryLimit: impatient ? SHORT_RETRY_LIMIT : RETRY_LIMIT,
        requestTimeout: impatient ? SHORT_REQUEST_TIMEOUT : REQUEST_TIMEOUT
      }),
      blobs: openBlobAccount({
        ...{ endpoint, retryLimit: impatient ? SHORT_RETRY_LIMIT : RETRY_LIMIT },
        credential: { kind: 'shared-key', account: storageName, key: KEY }
      })
    })
    return {
      ...open({}),
      ...{ emulator, storage: proxy, scratch, open },
      others: sdkClient(emulator.endpoint, batchKey, API_VERSION),
      replace: async (other, otherSeed) => {
        await current?.emulator.close()
        current = await start(other, otherSeed)
        return current
      },
      program: (script) => nodeProgram(scratch, archives, script),
      release: () => release(scratch)
    }
  }
  beforeEach(async () => {
    release(scratch, false)
    current = await start({})
  })
  // A failed test must not disturb the next one.
  afterEach(async () => {
    if (storage !== null) storage.isBlocked = false
    await current?.emulator.close()
    await current?.blobs.container(NAME).remove(onward)
  })
  afterAll(async () => {
    await storage?.close()
    scratch[Symbol.dispose]()
  })
  return () => current as FaultyAccount
}

/** The result of a run, and what its user has read. */
export interface Outcome {
  readonly order: JobOrder
  readonly rows: readonly Row[]
  readonly lost: readonly Row[]
  readonly warnings: readonly string[]
  readonly problem: string | null
  /** What could not be removed; null if everything was. */
  readonly left: string | null
}

/** The name of the runs here. */
export const NAME = 'batch-ocr-test'

/** A place on the account: two nodes with one slot each. */
export const placeOn = (
  account: AzureAccount & Pick<FaultyAccount, 'program'>,
  changes: Partial<AzurePlace> = {}
): AzurePlace =>
  place(account, {
    ...{ name: NAME, chosen: pool({}, 1), nodeProgram: account.program() },
    ...changes
  })

/**
 * Runs a job to its end and removes it.
 *
 * @param meanwhile runs as soon as the job is submitted, with the warnings so far
 * @throws what keeps it from starting
 */
export async function run(
  account: FaultyAccount,
  changes: Partial<AzurePlace> = {},
  meanwhile: (warnings: readonly string[]) => Promise<void> = async () => {}
): Promise<Outcome> {
  const order = await orderOf(account.scratch, TASKS)
  const job = await azureBackend(placeOn(account, changes)).start(order, onward)
  const rows: Row[] = []
  const warnings: string[] = []
  const interference = meanwhile(warnings)
  interference.catch(() => {})
  for await (const event of job.follow()) {
    if (event.kind === 'row') rows.push(event.row)
    if (event.kind === 'message' && event.warning) warnings.push(event.sentence)
  }
  const { problem, unanswered } = await job.results()
  const left = await job.close()
  await interference
  const lost = lostRows([...order.images.values()], rows, { cancelled: false, unanswered })
  return { order, rows, lost, warnings, problem, left }
}

/** All messages of a run. */
export const messagesOf = ({ warnings, problem, left, lost }: Outcome): string =>
  [...warnings, problem, left, ...lost.map(({ error }) => error?.message)]
    .filter(Boolean)
    .join('\n')

/** Expects exactly one row for each image. */
export function expectWhole({ order, rows, lost }: Outcome): void {
  const images = [...rows, ...lost].map(({ image }) => image).sort()
  expect(images).toEqual([...order.images.keys()].sort())
}

/** Expects that all jobs, pools and containers of ours are gone, or soon will be. */
export const expectNothingLeft = ({ service, blobs }: AzureAccount): Promise<boolean> =>
  until(
    async () => {
      const jobs = await service.jobs('batch-ocr-', onward)
      const pools = await service.pools('batch-ocr-', onward)
      const containers = await blobs.containers('batch-ocr-', onward)
      return jobs.length + pools.length + containers.length === 0
    },
    'everything of ours to be removed from Azure',
    undefined,
    60
  )

/** Removes what a run left, as `sweep` and `post` do. */
export const removeLeft = (account: AzureAccount): Promise<void> => removeRun(account, NAME, onward)

/** Waits until a task of the run is running. */
export const untilRunning = ({ service }: AzureAccount): Promise<boolean> =>
  until(
    async () => (await service.tasks(NAME, 'all', onward)).some(({ state }) => state === 'running'),
    'a running task'
  )

/** Waits until the first job of the run is completed. */
export const untilCompleted = ({ service }: AzureAccount): Promise<boolean> =>
  until(async () => (await service.job(NAME, onward))?.state === 'completed', 'a completed job')
