import { afterEach, beforeEach } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/emulator.ts'
import type { Pace as EmulatorPace } from '../../../emulator/options.ts'
import type { AzureAccount } from '../../../src/backends/azure-batch/account.ts'
import { openBatchService } from '../../../src/backends/azure-batch/client/open-batch-service.ts'
import type { PollInterval } from '../../../src/backends/azure-batch/job/poll.ts'
import { openBlobAccount } from '../../../src/backends/azure-batch/storage/open-blob-account.ts'
import { type Azurite, KEY } from '../../support/azurite.ts'
import { storageAccount } from '../../support/shared-azurite.ts'

/** A signal that never fires. */
export const onward = new AbortController().signal

/** The API version that tests use by default. */
export const API_VERSION = '2025-06-01'

/** Polls so often that a test does not wait. */
export const QUICK: PollInterval = { min: 30, max: 60 }

/** The emulator's states follow each other at once. */
const PACE: Partial<EmulatorPace> = {
  allocationSeconds: 0.05,
  creatingSeconds: 0.05,
  startingSeconds: 0.05,
  leavingSeconds: 0.05,
  countsLagSeconds: 0.05,
  autoscaleSeconds: 0.2
}

/** An emulated Batch account and a storage account on Azurite. */
export interface LiveAccount extends AzureAccount {
  readonly emulator: Emulator
  readonly azurite: Azurite
  /** The same accounts, opened with another Batch key. */
  withKey(key: string): AzureAccount
}

/**
 * Opens new accounts for each test of a file.
 *
 * @param programs a folder of programs that tasks find before those of the system
 */
export function liveAccount(
  pace: Partial<EmulatorPace> = {},
  programs?: string
): () => LiveAccount {
  let live: LiveAccount | null = null
  beforeEach(async () => {
    const azurite = await storageAccount()
    const storage = { endpoint: azurite.url, account: azurite.account, key: KEY }
    const emulator = await startEmulator({ pace: { ...PACE, ...pace }, storage, programs })
    const opened = (key: string): AzureAccount => ({
      service: openBatchService({
        endpoint: emulator.endpoint,
        credential: { kind: 'shared-key', account: emulator.account, key },
        apiVersion: API_VERSION
      }),
      blobs: openBlobAccount({
        endpoint: azurite.url,
        credential: { kind: 'shared-key', account: azurite.account, key: KEY }
      })
    })
    live = { ...opened(emulator.key), emulator, azurite, withKey: opened }
  })
  afterEach(async () => {
    await live?.emulator.close()
  })
  return () => live as LiveAccount
}
