import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ArmedFaults, openFaults } from './faults/armed-faults.ts'
import { openJobs } from './jobs/open-jobs.ts'
import { fileOperations } from './machine/files.ts'
import { DEFAULTS, type Pace } from './options.ts'
import { openPools } from './pools/open-pools.ts'
import { startService } from './protocol/server.ts'
import type { EmulatorSettings } from './settings.ts'
import { identityAccess, type StorageAccount } from './storage.ts'

/** A running Batch account. */
export interface Emulator {
  readonly endpoint: string
  readonly account: string
  readonly key: string
  /** The folder that contains the nodes' folders. */
  readonly root: string
  readonly faults: ArmedFaults
  /** Kills the processes of all tasks, closes the port and removes the nodes' folders. */
  close(): Promise<void>
}

/** Starts an Azure Batch account on 127.0.0.1, in this process. Tasks are child processes. */
export async function startEmulator(start: {
  readonly pace?: Partial<Pace>
  /** The account that managed identities have access to. */
  readonly storage: StorageAccount
  readonly port?: number
  readonly seed?: number | null
  /** The folder in which its folder is created. */
  readonly home?: string
  /** A folder of programs that tasks find before those of the system, for example an engine that costs no time. */
  readonly programs?: string | undefined
}): Promise<Emulator> {
  const root = await mkdtemp(join(start.home ?? tmpdir(), 'batch-nodes-'))
  const settings: EmulatorSettings = { ...DEFAULTS, ...start.pace, root }
  const faults = openFaults(start.seed ?? undefined)
  let url = ''
  const baseUrl = () => url

  // Pools and jobs need each other: autoscaling reads the demand of the jobs, and jobs use the nodes of the pools.
  const pools = openPools({
    settings,
    faults,
    baseUrl,
    machineTools: {
      faults,
      authorize: identityAccess(start.storage),
      programs: start.programs
    },
    demand: (poolId) => jobs.demand(poolId)
  })
  const jobs = openJobs({ settings, faults, baseUrl, pools })
  const files = fileOperations({ taskFolder: jobs.taskFolder, nodeFolder: pools.nodeFolder })
  const service = await startService({
    settings,
    operations: { ...pools.operations, ...jobs.operations, ...files },
    faults,
    control: faults.endpoint,
    port: start.port ?? 0
  })
  url = service.url
  return {
    endpoint: url,
    account: settings.account,
    key: settings.key,
    root,
    faults,
    close: async () => {
      await service.close()
      await jobs.close()
      await pools.close()
      await rm(root, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}
