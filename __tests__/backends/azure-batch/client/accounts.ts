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
import { noAbort } from '../calls.ts'
import { type RecordingProxy, startProxy } from './recording-proxy.ts'

/** The API version that the SDK uses by default, and the default of `batch-api-version`. */
export const API_VERSIONS = ['2022-10-01.16.0', '2025-06-01'] as const

/** The nodes in these tests use no storage. */
const NO_STORAGE = { endpoint: 'http://127.0.0.1:1/none', account: 'none', key: 'bm9uZQ==' }

/** A Batch account in the emulator, behind a proxy that records requests. */
export interface Account {
  readonly emulator: Emulator
  readonly proxy: RecordingProxy
  /** Opens the account with its key and a short retry limit. */
  open(access?: Partial<BatchAccess>): BatchService
}

/** Starts an account for all tests of a file. */
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
          retryLimit: 10_000,
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

/** A credential with an unsigned token: the emulator checks only its audience and expiry. */
export function byToken(seconds = 3600, audience = 'https://batch.core.windows.net/'): Credential {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const exp = Math.floor(Date.now() / 1000) + seconds
  const token = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ aud: audience, exp })}.none`
  return { kind: 'token', token: async () => ({ token, expires: new Date(exp * 1000) }) }
}

/** A pool of one Ubuntu node. */
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
  metadata: { createdBy: 'a test' },
  ...order
})

/** A job on the existing pool with the same ID. */
export const jobOf = (id: string, order: Partial<BatchJobOrder> = {}): BatchJobOrder => ({
  id,
  pool: { id },
  maxMinutes: 5,
  metadata: { plan: 'of a test' },
  ...order
})

/** A task that succeeds. */
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

/** Creates a pool without nodes and a job on it, with the same ID, whose tasks never start. */
export async function addWaitingJob(service: BatchService, id: string): Promise<void> {
  await service.addPool(poolOf(id, { size: { dedicated: 0, spot: 0 } }), noAbort)
  await service.addJob(jobOf(id), noAbort)
}
