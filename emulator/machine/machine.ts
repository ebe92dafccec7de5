/**
 * The machine of a node: a folder with the layout of a real node, in which real processes run. It does not know about
 * pools and jobs.
 */

import type { Faults } from '../faults/faults.ts'

/** The identity of a node, as tasks see it in their environment. */
export interface MachineIdentity {
  readonly account: string
  /** The URL of the service, with the trailing slash that `AZ_BATCH_ACCOUNT_URL` has. */
  readonly accountUrl: string
  readonly poolId: string
  readonly nodeId: string
  readonly dedicated: boolean
  /** Resource IDs of the managed identities assigned to the pool. */
  readonly identities: readonly string[]
}

/** A file to download before a task starts, as on the wire. */
export interface ResourceFile {
  readonly httpUrl?: string
  readonly storageContainerUrl?: string
  readonly autoStorageContainerName?: string
  readonly blobPrefix?: string
  readonly filePath?: string
  readonly fileMode?: string
  readonly identityReference?: { readonly resourceId?: string }
}

/** Files to upload to blob storage after a task's process has exited, as on the wire. */
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

/** What a machine is to run. */
export interface Work {
  readonly commandLine: string
  readonly environmentSettings?: readonly { readonly name: string; readonly value?: string }[]
  readonly resourceFiles?: readonly ResourceFile[]
  readonly outputFiles?: readonly OutputFile[]
  /** Milliseconds; null for no limit. */
  readonly wallClockLimit: number | null
}

/** The task that work belongs to; determines folder and environment. */
export type Owner =
  | { readonly kind: 'startTask' }
  | { readonly kind: 'task'; readonly jobId: string; readonly taskId: string }
  | { readonly kind: 'jobPreparation'; readonly jobId: string; readonly taskId: string }
  | {
      readonly kind: 'jobRelease'
      readonly jobId: string
      readonly taskId: string
      /** The preparation task, whose folder the release task can read. */
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
export interface WorkResult {
  /** Null if no process ran or it was killed by the service. */
  readonly exitCode: number | null
  /** Null if it succeeded. */
  readonly failure: FailureInfo | null
  /** The phase in which it failed; determines retries and exit conditions. */
  readonly failedIn: 'preparation' | 'process' | 'upload' | null
}

/** A node's machine. */
export interface Machine {
  /** The node's root folder, `AZ_BATCH_NODE_ROOT_DIR`. */
  readonly root: string
  /**
   * Downloads the resource files, runs the command line without a shell and uploads the output files. The folder of the
   * owner is recreated for each run.
   *
   * @param signal kills the process and its descendants. Its reason is `EndedByUser`, `NodeGone` or another error
   * @param onRunning called when the resource files have been downloaded and the process is being started
   */
  run(work: Work, owner: Owner, signal: AbortSignal, onRunning?: () => void): Promise<WorkResult>
  /** The folder of an owner, with stdout.txt, stderr.txt and `wd`; `startup` for the start task. */
  folderOf(owner: Owner): string
  /** Removes a task's folder, or that of a whole job. */
  removeTask(jobId: string, taskId: string): Promise<void>
  removeJob(jobId: string): Promise<void>
  /** Kills every process of the node and removes its folder. */
  remove(): Promise<void>
}

/**
 * The task was terminated on request: it fails with `TaskEnded`, and its output files for `taskfailure` are uploaded.
 */
export class EndedByUser extends Error {}

/** The node was lost while the task ran: nothing is uploaded or reported. */
export class NodeGone extends Error {}

/** What a machine needs from the emulator. */
export interface MachineTools {
  readonly faults: Faults
  /**
   * Authorizes a managed identity to access a blob URL: adds a SAS of the emulator's storage account, or returns null
   * if the URL belongs to another account.
   */
  readonly authorize: (url: string, rights: 'read' | 'write') => string | null
  /** A folder of programs that tasks find before those of the system; real nodes have none. */
  readonly programs?: string | undefined
}
