import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from '../faults/faults.ts'
import type { Ending, Machine, MachineIdentity, MachineTools, Work } from './machine.ts'
import { openMachine } from './open-machine.ts'

/** The identity of the test node. */
export const IDENTITY: MachineIdentity = {
  account: 'testaccount',
  accountUrl: 'http://127.0.0.1:10000/',
  poolId: 'pool1',
  nodeId: 'tvmps_1_d',
  dedicated: true,
  identities: ['/subscriptions/s/resourceGroups/g/providers/x/userAssignedIdentities/reader']
}

/** The default task of the tests. */
export const TASK = { kind: 'task', jobId: 'job1', taskId: 'task1' } as const

/** No faults, and identities without any access. */
export const NO_TOOLS: MachineTools = {
  faults: { trigger: () => undefined },
  authorize: () => null
}

/** Always triggers faults of a kind. */
export const always = (kind: Fault['kind']): MachineTools['faults'] => ({
  trigger: (kinds) =>
    (kinds as readonly string[]).includes(kind) ? ({ kind } as never) : undefined
})

/** A machine with its own temporary folder. */
export async function openTestMachine(
  tools: Partial<MachineTools> = {},
  identity: Partial<MachineIdentity> = {}
): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'emulated-node-'))
  return openMachine({ ...IDENTITY, ...identity }, folder, { ...NO_TOOLS, ...tools })
}

/** Runs a command line as the test task. */
export const runTask = (
  machine: Machine,
  work: string | Partial<Work>,
  signal = new AbortController().signal,
  onRunning?: () => void
): Promise<Ending> =>
  machine.run(
    {
      commandLine: '/bin/true',
      wallClockLimit: null,
      ...(typeof work === 'string' ? { commandLine: work } : work)
    },
    TASK,
    signal,
    onRunning
  )

/** The content of a file in the task's folder. */
export const textOf = (machine: Machine, path: string): Promise<string> =>
  readFile(join(machine.folderOf(TASK), path), 'utf8')
