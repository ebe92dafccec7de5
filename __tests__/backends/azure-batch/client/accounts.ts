import { afterAll, beforeAll } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../../emulator/emulator.ts'
import type {
  BatchJobOrder,
  BatchService,
  BatchTaskOrder,
  PoolOrder
} from '../../../../src/backends/azure-batch/client/batch-service.ts'
import {
  type BatchAccess,
  openBatchService
} from '../../../../src/backends/azure-batch/client/open-batch-service.ts'
import type { Credential } from '../../../../src/backends/azure-batch/identity/credentials.ts'
import { type RecordingProxy, startProxy } from './recording-proxy.ts'

/** A signal that never fires. */
export const onward = new AbortController().signal

/** The protocol that Microsoft's client speaks by itself, and the one that we have it speak. */
export const API_VERSIONS = ['2022-10-01.16.0', '2025-06-01'] as const

/** Nodes never fetch a blob in these tests. */
const NO_STORAGE = { endpoint: 'http://127.0.0.1:1/none', account: 'none', key: 'bm9uZQ==' }

/** An account of the emulator, and a proxy before it that keeps what we send. */
export interface Account {
  readonly emulator: Emulator
  readonly proxy: RecordingProxy
  /** Opens it as a person with its key does, with little patience. */
  open(access?: Partial<BatchAccess>): BatchService
}

/** An account for all the tests of a file. */
export function testAccount(): () => Account {
  let account: Account | null = null
  beforeAll(async () => {
    const emulator = await startEmulator({
      storage: NO_STORAGE,
      pace: {
        ...{ allocationSeconds: 0.05, creatingSeconds: 0.05, startingSeconds: 0.05 },
        ...{ leavingSeconds: 0.3, countsLagSeconds: 0.05 }
      }
    })
    const proxy = await startProxy(emulator.endpoint)
    account = {
      emulator,
      proxy,
      open: (access = {}) =>
        openBatchService({
          endpoint: proxy.url,
          credential: { kind: 'shared-key', account: emulator.account, key: emulator.key },
          apiVersion: '2025-06-01',
          patience: 10_000,
          ...access
        })
    }
  })
  afterAll(async () => {
    await account?.proxy.close()
    await account?.emulator.close()
  })
  return () => account as Account
}

/** How an application proves who it is: by a token as Entra makes them, of which the emulator checks audience and end. */
export function byToken(seconds = 3600, audience = 'https://batch.core.windows.net/'): Credential {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const exp = Math.floor(Date.now() / 1000) + seconds
  const token = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ aud: audience, exp })}.none`
  return { kind: 'token', token: async () => ({ token, expires: new Date(exp * 1000) }) }
}

/** A pool of Ubuntu machines. */
export const poolOf = (id: string, order: Partial<PoolOrder> = {}): PoolOrder => ({
  id,
  vmSize: 'Standard_D2s_v5',
  image: {
    ...{ publisher: 'canonical', offer: 'ubuntu-24_04-lts', sku: 'server' },
    nodeAgent: 'batch.node.ubuntu 24.04'
  },
  slots: 2,
  size: { dedicated: 1, spot: 0 },
  startTask: null,
  metadata: { made: 'by a test' },
  ...order
})

/** A job on a pool that is there. */
export const jobOf = (id: string, order: Partial<BatchJobOrder> = {}): BatchJobOrder => ({
  id,
  pool: { id },
  maxMinutes: 5,
  metadata: { plan: 'of a test' },
  ...order
})

/** A task that says something. */
export const taskOf = (id: string, order: Partial<BatchTaskOrder> = {}): BatchTaskOrder => ({
  id,
  commandLine: '/bin/true',
  environment: {},
  resourceFiles: [],
  outputFiles: [],
  maxMinutes: 5,
  retries: 0,
  ...order
})

/** A pool of no nodes and a job on it, of the same name: its tasks wait for ever. */
export async function waitingJob(service: BatchService, id: string): Promise<void> {
  await service.addPool(poolOf(id, { size: { dedicated: 0, spot: 0 } }), onward)
  await service.addJob(jobOf(id), onward)
}

/** What a call fails with. */
export const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no failure',
    (error: unknown) => error
  )
