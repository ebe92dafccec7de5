import { mkdirSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { BatchServiceClient, BatchSharedKeyCredentials } from '@azure/batch'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { Pace } from '../../emulator/options.ts'
import { poolOf } from '../../emulator/walkthrough/sdk.ts'
import type { AzureAccount } from '../../src/backends/azure-batch/account.ts'
import { openBatchService } from '../../src/backends/azure-batch/client/open-batch-service.ts'
import { openBlobAccount } from '../../src/backends/azure-batch/storage/open-blob-account.ts'
import { type Azurite, KEY } from './azurite.ts'
import { NODE, ROOT, Running, Scratch } from './command.ts'
import { type Gate, openGate } from './gate.ts'
import { until } from './poll.ts'
import { scriptedEngine } from './scripted-engine.ts'
import { storageAccount } from './shared-azurite.ts'

/** The emulator's states follow each other at once. */
const QUICK: Partial<Pace> = {
  allocationSeconds: 0.05,
  creatingSeconds: 0.05,
  startingSeconds: 0.05,
  leavingSeconds: 0.1,
  countsLagSeconds: 0.05,
  autoscaleSeconds: 0.2
}

/** The prefix of the names of all resources that a run creates. */
const OURS = 'batch-ocr-'

const onward = new AbortController().signal

/** The names of the resources of runs that exist on Azure. */
export interface Remains {
  readonly jobs: readonly string[]
  readonly pools: readonly string[]
  readonly containers: readonly string[]
}

export const NOTHING: Remains = { jobs: [], pools: [], containers: [] }

/** An emulated Batch account and a storage account, each behind a gate, and what commands and steps need to use them. */
export interface Azure {
  readonly emulator: Emulator
  readonly azurite: Azurite
  /** The requests of the product and the nodes to the Batch service and to the storage account. */
  readonly batch: Gate
  readonly storage: Gate
  /** The same accounts without the gates. */
  readonly seen: AzureAccount
  /** The inputs of a step with endpoints and keys. */
  readonly inputs: Readonly<Record<string, string>>
  /** The same as command-line options, except the keys, which are in `env` under the names of the Azure CLI. */
  readonly options: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Only the PATH of a scripted engine, for steps. */
  readonly path: NodeJS.ProcessEnv
  /** The keys, which must not appear in any output. */
  readonly keys: readonly string[]
  /** IDs of the active jobs with a prefix, by default of all runs. */
  active(prefix?: string): Promise<readonly string[]>
  remains(): Promise<Remains>
  /** Makes the scripted engines of all nodes wait before their first image. @returns what lets them continue */
  holdEngines(): () => void
  /** Creates a pool with a managed identity, as only Azure Resource Manager can. */
  addPool(id: string, nodes: number, identity: string): Promise<void>
  stop(): Promise<void>
}

/**
 * @param engine what reads the images on the nodes: Tesseract, or the scripted engine where a test is not about text
 */
export async function startAzure(
  pace: Partial<Pace> = {},
  engine: 'tesseract' | 'scripted' = 'tesseract'
): Promise<Azure> {
  const machine = new Scratch()
  const hold = join(machine.folder, 'hold')
  const path = engine === 'scripted' ? scriptedEngine(machine) : {}
  const azurite = await storageAccount()
  const storage = await openGate(azurite.url)
  const emulator = await startEmulator({
    pace: { ...QUICK, ...pace },
    storage: { endpoint: storage.url, account: azurite.account, key: KEY },
    programs: path.PATH === undefined ? undefined : holdableEngine(machine, path.PATH, hold)
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
    env: { AZURE_BATCH_ACCESS_KEY: emulator.key, AZURE_STORAGE_KEY: KEY, ...path },
    path,
    keys: [emulator.key, KEY],
    active: async (prefix) =>
      (await jobs(prefix)).filter(({ state }) => state === 'active').map(({ id }) => id),
    remains: async () => ({
      jobs: (await jobs()).map(({ id }) => id),
      pools: (await seen.service.pools(OURS, onward)).map(({ id }) => id),
      containers: (await seen.blobs.containers(OURS, onward)).map(({ name }) => name)
    }),
    holdEngines: () => {
      writeFileSync(hold, '')
      return () => rmSync(hold, { force: true })
    },
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
      machine[Symbol.dispose]()
    }
  }
}

/**
 * Makes a folder of programs for nodes: the first engine on a PATH, which waits as long as a file exists.
 *
 * @returns the folder
 */
function holdableEngine({ folder }: Scratch, path: string, hold: string): string {
  const programs = join(folder, 'programs')
  const engine = join(path.split(delimiter)[0] ?? '', 'tesseract')
  mkdirSync(programs)
  writeFileSync(
    join(programs, 'tesseract'),
    `#!/bin/sh
while [ "$1" = - ] && [ -e '${hold}' ]; do sleep 0.1; done
exec '${engine}' "$@"
`,
    { mode: 0o755 }
  )
  return programs
}

/**
 * Starts a command on the emulated accounts, in the working folder.
 *
 * @param more `accounts: false` omits the options for the accounts, which a handle includes; further variables
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

/** Whether a process of a job runs on any of the nodes. */
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

/** Waits until a state is as wanted, and returns it. Most probes are requests, so they are not made as often as others. */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T> | T,
  isWanted: (state: T) => boolean,
  interval = 100
): Promise<T> {
  const look = async () => {
    const found = await probe()
    return isWanted(found) ? { state: found } : null
  }
  const { state } = await until(look, what, undefined, interval)
  return state
}
