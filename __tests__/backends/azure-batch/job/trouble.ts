import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals'
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
import { type Azurite, KEY } from '../../../support/azurite.ts'
import { Scratch } from '../../../support/command.ts'
import { storageAccount } from '../../../support/shared-azurite.ts'
import { API_VERSION, eventually, onward } from '../live-account.ts'
import { openStorageDoor, type StorageDoor } from '../storage-door.ts'
import { NODE_PROGRAM, orderOf, place, pool } from './runs.ts'

/** Milliseconds for which one call is repeated, and that one request may take. */
const PATIENCE = 2000
const REQUEST = 5000

/** Images of a run, and tasks that read them. */
export const IMAGES = 4
export const TASKS = 2

/** States come one after the other, and soon. */
const QUICKLY: Partial<Pace> = {
  ...{ allocationSeconds: 0.05, creatingSeconds: 0.03, startingSeconds: 0.03 },
  ...{ leavingSeconds: 0.03, countsLagSeconds: 0.03, autoscaleSeconds: 0.2 }
}

/** An account on which things go wrong, and a folder of images. */
export interface Troubled extends AzureAccount {
  readonly emulator: Emulator
  readonly storage: StorageDoor
  readonly scratch: Scratch
  /** Microsoft's client, as somebody else uses it. */
  readonly others: ReturnType<typeof sdkClient>
  /** The same account for whoever proves in this way who they are. */
  as(credential: Credential): AzureAccount
  /** Another emulated account with a pace of its own, in place of this one. */
  anew(pace: Partial<Pace>, seed?: number): Promise<Troubled>
}

/** Opens an emulated account for each test of a file; the storage beside it is the same for all. */
export function troubledAccount(): () => Troubled {
  let azurite: Azurite | null = null
  let storage: StorageDoor | null = null
  let live: Troubled | null = null
  const scratch = new Scratch()
  beforeAll(async () => {
    azurite = await storageAccount()
    storage = await openStorageDoor(Number(new URL(azurite.url).port))
    manyLines(scratch, 'images', IMAGES, 2)
  })
  const open = async (pace: Partial<Pace>, seed?: number): Promise<Troubled> => {
    const door = storage as StorageDoor
    const { account } = azurite as Azurite
    const endpoint = `http://127.0.0.1:${door.port}/${account}`
    const access = { endpoint, account, key: KEY }
    const emulator = await startEmulator({
      pace: { ...QUICKLY, ...pace },
      storage: access,
      seed: seed ?? null
    })
    const ours: Credential = {
      kind: 'shared-key',
      account: emulator.account,
      key: emulator.key
    }
    const as = (credential: Credential): AzureAccount => ({
      service: openBatchService({
        ...{ endpoint: emulator.endpoint, credential, apiVersion: API_VERSION },
        ...{ patience: PATIENCE, requestTimeout: REQUEST }
      }),
      blobs: openBlobAccount({
        ...{ endpoint, patience: PATIENCE },
        credential: { kind: 'shared-key', account, key: KEY }
      })
    })
    const others = sdkClient(emulator.endpoint, ours, API_VERSION)
    const anew = async (other: Partial<Pace>, otherSeed?: number) => {
      await live?.emulator.close()
      live = await open(other, otherSeed)
      return live
    }
    return { ...as(ours), emulator, storage: door, scratch, others, as, anew }
  }
  beforeEach(async () => {
    live = await open({})
  })
  // A test that failed half-way shall not spoil the next one.
  afterEach(async () => {
    if (storage !== null) storage.isShut = false
    await live?.emulator.close()
    await live?.blobs.container(NAME).remove(onward)
  })
  afterAll(async () => {
    await storage?.close()
    scratch[Symbol.dispose]()
  })
  return () => live as Troubled
}

/** What a run came to, and what its user heard. */
export interface Outcome {
  readonly order: JobOrder
  readonly rows: readonly Row[]
  readonly lost: readonly Row[]
  readonly told: readonly string[]
  readonly problem: string | null
  /** What could not be removed; null where all was. */
  readonly left: string | null
  readonly seconds: number
}

/** The name of the runs here. */
export const NAME = 'batch-ocr-test'

/** A place to run on a troubled account. */
export const troubledPlace = (
  account: AzureAccount,
  changes: Partial<AzurePlace> = {}
): AzurePlace => place(account, { name: NAME, chosen: pool({}, 1), ...changes })

/**
 * Runs a job to its end, whatever happens, and removes it.
 *
 * @param meanwhile what somebody else does once it is submitted; it sees what the user hears
 * @throws what keeps it from starting
 */
export async function run(
  live: Troubled,
  changes: Partial<AzurePlace> = {},
  meanwhile: (told: readonly string[]) => Promise<void> = async () => {}
): Promise<Outcome> {
  const start = performance.now()
  const order = await orderOf(live.scratch, TASKS)
  const job = await azureBackend(troubledPlace(live, changes)).start(order, onward)
  const rows: Row[] = []
  const told: string[] = []
  const doings = meanwhile(told)
  doings.catch(() => {})
  for await (const event of job.follow()) {
    if (event.kind === 'row') rows.push(event.row)
    if (event.kind === 'message' && event.warning) told.push(event.sentence)
  }
  const { problem, unanswered } = await job.results()
  const left = await job.close()
  await doings
  const wanted = [...order.images.values()]
  const lost = lostRows(wanted, rows, { cancelled: false, unanswered })
  const seconds = (performance.now() - start) / 1000
  return { order, rows, lost, told, problem, left, seconds }
}

/** All that the user of a run heard. */
export const heard = ({ told, problem, left, lost }: Outcome): string =>
  [...told, problem, left, ...lost.map(({ error }) => error?.message)].filter(Boolean).join('\n')

/** Every image has one row, and the run kept its time. */
export function expectWhole({ order, rows, lost, seconds }: Outcome, limit = 25): void {
  const images = [...rows, ...lost].map(({ image }) => image).sort()
  expect(images).toEqual([...order.images.keys()].sort())
  expect(seconds).toBeLessThan(limit)
}

/** Neither job nor pool nor container of ours is left. */
export async function expectNothingLeft({ service, blobs }: AzureAccount): Promise<void> {
  await eventually(
    'nothing of ours is left on Azure',
    async () => ({
      jobs: (await service.jobs('batch-ocr-', onward)).map(({ id }) => id),
      pools: (await service.pools('batch-ocr-', onward)).map(({ id }) => id),
      containers: (await blobs.containers('batch-ocr-', onward)).map(({ name }) => name)
    }),
    ({ jobs, pools, containers }) => jobs.length + pools.length + containers.length === 0
  )
}

/** Removes what a run left, as `sweep` and `post` do. */
export const removeLeft = (account: AzureAccount): Promise<void> => removeRun(account, NAME, onward)

/** A program in place of the one that runs on nodes. In it, `real` runs that one and gives its exit code. */
export function nodeProgram({ scratch }: Troubled, script: string): string {
  const file = join(scratch.tmp, 'program.mjs')
  writeFileSync(
    file,
    `import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
const task = process.env.AZ_BATCH_TASK_ID
const marker = process.env.AZ_BATCH_NODE_SHARED_DIR + '/' + task
const real = () =>
  spawnSync(process.execPath, [${JSON.stringify(NODE_PROGRAM)}, ...process.argv.slice(2)], { stdio: 'inherit' }).status
${script}
`
  )
  return file
}

/** Waits until a task of the run is being read. */
export const reading = ({ service }: AzureAccount): Promise<unknown> =>
  eventually(
    'a task runs',
    () => service.tasks(NAME, 'all', onward),
    (tasks) => tasks.some(({ state }) => state === 'running')
  )
