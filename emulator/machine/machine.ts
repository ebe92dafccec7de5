/**
 * A node's machine: a folder with the layout of a real node, on which real processes run. It knows nothing of pools and
 * jobs; it is told what to run.
 */

import type { Faults } from '../faults/faults.ts'

/** What a node is, as its tasks see it in their environment. */
export interface MachineIdentity {
  readonly account: string
  /** The service's address: `AZ_BATCH_ACCOUNT_URL` ends in a slash. */
  readonly accountUrl: string
  readonly poolId: string
  readonly nodeId: string
  readonly dedicated: boolean
  /** Resource ids of the managed identities that the pool carries. */
  readonly identities: readonly string[]
}

/** A file to bring to a task before it starts, as on the wire. */
export interface ResourceFile {
  readonly httpUrl?: string
  readonly storageContainerUrl?: string
  readonly autoStorageContainerName?: string
  readonly blobPrefix?: string
  readonly filePath?: string
  readonly fileMode?: string
  readonly identityReference?: { readonly resourceId?: string }
}

/** Files to take to blob storage once a task's process has ended, as on the wire. */
export interface OutputFile {
  readonly filePattern: string
  readonly destination: {
    readonly container?: {
      readonly containerUrl: string
      readonly path?: string
      readonly identityReference?: { readonly resourceId?: string }
      readonly uploadHeaders?: readonly { readonly name: string; readonly value?: string }[]
    }
  }
  readonly uploadOptions: { readonly uploadCondition: string }
}

/** What a machine is asked to run. */
export interface Work {
  readonly commandLine: string
  readonly environmentSettings?: readonly { readonly name: string; readonly value?: string }[]
  readonly resourceFiles?: readonly ResourceFile[]
  readonly outputFiles?: readonly OutputFile[]
  /** Milliseconds; null where there is no limit. */
  readonly wallClockLimit: number | null
}

/** Whose work it is; decides the folder and the environment. */
export type Owner =
  | { readonly kind: 'startTask' }
  | { readonly kind: 'task'; readonly jobId: string; readonly taskId: string }
  | { readonly kind: 'jobPreparation'; readonly jobId: string; readonly taskId: string }
  | {
      readonly kind: 'jobRelease'
      readonly jobId: string
      readonly taskId: string
      /** The preparation's id: the release task may look into its folder. */
      readonly preparationId: string
    }

/** Why work failed, as `failureInfo` on the wire. */
export interface FailureInfo {
  readonly category: 'UserError' | 'ServerError'
  readonly code: string
  readonly message: string
  readonly details: readonly { readonly name: string; readonly value: string }[]
}

/** How work ended. */
export interface Ending {
  /** Null where no process ran or it was ended from outside. */
  readonly exitCode: number | null
  /** Null where it succeeded. */
  readonly failure: FailureInfo | null
  /** In which phase it failed; decides about retries and exit conditions. */
  readonly failedIn: 'preparation' | 'process' | 'upload' | null
}

/** A node's machine. */
export interface Machine {
  /** The node's root folder, `AZ_BATCH_NODE_ROOT_DIR`. */
  readonly root: string
  /**
   * Brings the resource files, runs the command line without any shell, takes away the output files. The folder of the
   * owner is made anew for each run.
   *
   * @param signal ends the process and everything it started. Its reason is `EndedByUser`, `NodeGone` or any other
   * @param onRunning is called once the resource files are there and the process is being started
   */
  run(work: Work, owner: Owner, signal: AbortSignal, onRunning?: () => void): Promise<Ending>
  /** The folder of an owner: stdout.txt, stderr.txt and `wd`; `startup` for the start task. */
  folderOf(owner: Owner): string
  /** Removes a task's folder, or that of a whole job. */
  removeTask(jobId: string, taskId: string): Promise<void>
  removeJob(jobId: string): Promise<void>
  /** Ends every process of the node and removes its folder. */
  remove(): Promise<void>
}

/** The task was ended at somebody's request: `TaskEnded`, and its output files go up by `taskfailure`. */
export class EndedByUser extends Error {}

/** The node is gone from under the task: nothing is uploaded, nothing is reported. */
export class NodeGone extends Error {}

/** What a machine needs of the context. */
export interface MachineTools {
  readonly faults: Faults
  /**
   * Lets a managed identity reach a blob URL: gives the same URL with what authorises it (a SAS of the account that the
   * emulator knows), or null where it knows no such storage account.
   */
  readonly authorize: (url: string, rights: 'read' | 'write') => string | null
}
