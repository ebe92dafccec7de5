import { readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { BatchServiceClient, BatchSharedKeyCredentials } from '@azure/batch'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { Pace } from '../../emulator/options.ts'
import { poolOf } from '../../emulator/walkthrough/sdk.ts'
import type { AzureAccount } from '../../src/backends/azure-batch/account.ts'
import { openBatchService } from '../../src/backends/azure-batch/client/open-batch-service.ts'
import { openBlobAccount } from '../../src/backends/azure-batch/storage/open-blob-account.ts'
import { type Azurite, KEY } from './azurite.ts'
import { NODE, ROOT, Running, type Scratch } from './command.ts'
import { type Gate, openGate } from './gate.ts'
import { storageAccount } from './shared-azurite.ts'

/** States come one after the other, and soon. */
const QUICK: Partial<Pace> = {
  allocationSeconds: 0.05,
  creatingSeconds: 0.05,
  startingSeconds: 0.05,
  leavingSeconds: 0.1,
  countsLagSeconds: 0.05,
  autoscaleSeconds: 0.2
}

/** How the product calls all that is its own. */
const OURS = 'batch-ocr-'

const onward = new AbortController().signal

/** What of ours is on Azure, by its names. */
export interface Remains {
  readonly jobs: readonly string[]
  readonly pools: readonly string[]
  readonly containers: readonly string[]
}

/** Nothing at all. */
export const NOTHING: Remains = { jobs: [], pools: [], containers: [] }

/** An emulated Batch account and an Azurite, each behind a gate, and all that a command or a step needs to use them. */
export interface Azure {
  readonly emulator: Emulator
  readonly azurite: Azurite
  /** What the product, and the nodes, say to the Batch service and to the storage. */
  readonly batch: Gate
  readonly storage: Gate
  /** The same accounts as seen by somebody who does not come through the gates. */
  readonly seen: AzureAccount
  /** The inputs of a step that name the accounts and open them. */
  readonly inputs: Readonly<Record<string, string>>
  /** The same as options, but for the keys: those stand in `env`, by az's names. */
  readonly options: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** The keys, which nobody may ever read anywhere. */
  readonly keys: readonly string[]
  /** Ids of our jobs that are active, with all that begin so. */
  active(prefix?: string): Promise<readonly string[]>
  remains(): Promise<Remains>
  /** Makes a pool that carries a managed identity, as Azure's resource manager would. */
  addPool(id: string, nodes: number, identity: string): Promise<void>
  stop(): Promise<void>
}

/** Starts both. */
export async function startAzure(pace: Partial<Pace> = {}): Promise<Azure> {
  const azurite = await storageAccount()
  const storage = await openGate(azurite.url)
  const emulator = await startEmulator({
    pace: { ...QUICK, ...pace },
    storage: { endpoint: storage.url, account: azurite.account, key: KEY }
  })
  const batch = await openGate(emulator.endpoint)
  const seen: AzureAccount = {
    service: openBatchService({
      endpoint: emulator.endpoint,
      credential: { kind: 'shared-key', account: emulator.account, key: emulator.key },
      apiVersion: '2025-06-01'
    }),
    blobs: openBlobAccount({
      endpoint: azurite.url,
      credential: { kind: 'shared-key', account: azurite.account, key: KEY }
    })
  }
  const names = {
    'batch-endpoint': batch.url,
    'batch-account': emulator.account,
    'storage-endpoint': storage.url
  }
  const jobs = (prefix = OURS) => seen.service.jobs(prefix, onward)
  return {
    ...{ emulator, azurite, batch, storage, seen },
    inputs: {
      ...{ backend: 'azure-batch', ...names },
      ...{ 'batch-account-key': emulator.key, 'storage-account-key': KEY }
    },
    options: Object.entries(names).flatMap(([name, value]) => [`--${name}`, value]),
    env: { AZURE_BATCH_ACCESS_KEY: emulator.key, AZURE_STORAGE_KEY: KEY },
    keys: [emulator.key, KEY],
    active: async (prefix) =>
      (await jobs(prefix)).filter(({ state }) => state === 'active').map(({ id }) => id),
    remains: async () => ({
      jobs: (await jobs()).map(({ id }) => id),
      pools: (await seen.service.pools(OURS, onward)).map(({ id }) => id),
      containers: (await seen.blobs.containers(OURS, onward)).map(({ name }) => name)
    }),
    addPool: async (id, nodes, resourceId) => {
      const key = new BatchSharedKeyCredentials(emulator.account, emulator.key)
      const client = new BatchServiceClient(key, emulator.endpoint)
      const identity = { type: 'UserAssigned', userAssignedIdentities: [{ resourceId }] }
      await client.sendRequest({
        url: `${emulator.endpoint}/pools?api-version=${client.apiVersion}`,
        method: 'POST',
        headers: { 'content-type': 'application/json; odata=minimalmetadata' },
        body: { ...poolOf(id, nodes), identity }
      })
    },
    stop: async () => {
      await batch.close()
      await emulator.close()
      await storage.close()
    }
  }
}

/**
 * Starts a command on the emulated accounts, as a user does from a folder.
 *
 * @param more whether the accounts are named, which a handle does, too; and further variables
 */
export const startOn = (
  azure: Azure,
  scratch: Scratch,
  args: readonly string[],
  more: { readonly accounts?: boolean; readonly env?: NodeJS.ProcessEnv } = {}
): Running =>
  new Running(
    NODE,
    [join(ROOT, 'dist/cli/index.js'), ...args, ...(more.accounts === false ? [] : azure.options)],
    { cwd: scratch.work, env: { ...scratch.env, ...azure.env, ...more.env } }
  )

/** Whether a process works for a job on one of the nodes. */
export const isReading = ({ emulator }: Azure, jobId: string): boolean =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      try {
        const folder = readlinkSync(`/proc/${pid}/cwd`)
        return folder.startsWith(emulator.root) && folder.includes(`/workitems/${jobId}`)
      } catch {
        return false
      }
    })

/** Asks again and again until the answer is as wanted, at most 60 s. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T> | T,
  holds: (answer: T) => boolean
): Promise<T> {
  const limit = performance.now() + 60_000
  for (;;) {
    const answer = await ask()
    if (holds(answer)) return answer
    if (performance.now() > limit)
      throw new Error(`Waited 60 s in vain for this: ${what}. It is ${JSON.stringify(answer)}.`)
    await pause(25)
  }
}
