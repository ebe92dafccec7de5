import { join } from 'node:path'
import { certificatesFolder, ownerFolder, taskFolder, workingFolder } from './layout.ts'
import type { MachineIdentity, Owner, Work } from './machine.ts'

/** The system part of PATH. As on a real node, the shared folder and the task's own folder follow. */
const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** Disk space that a real node reserves; the example in the documentation. */
const RESERVED_BYTES = '1000000'

/**
 * The environment of a process: the variables in the documentation, those of the task, and the minimum that programs
 * need. Nothing of the emulator's environment is inherited. A task cannot override variables of the service.
 *
 * @param preparationId the job's preparation task on this node; null if it has none
 */
export function environmentOf(
  node: {
    readonly root: string
    readonly identity: MachineIdentity
    /** See `MachineTools`. */
    readonly programs?: string | undefined
  },
  owner: Owner,
  settings: Work['environmentSettings'],
  preparationId: string | null
): Record<string, string> {
  const { root, identity, programs } = node
  const working = workingFolder(ownerFolder(root, owner))
  return {
    PATH: [...(programs ? [programs] : []), SYSTEM_PATH, join(root, 'shared'), working].join(':'),
    HOME: working,
    LANG: 'C.UTF-8',
    ...Object.fromEntries((settings ?? []).map(({ name, value }) => [name, value ?? ''])),
    ...ofNode(root, identity),
    ...ofTask(root, owner),
    ...(owner.kind === 'startTask' || owner.kind === 'jobPreparation' || preparationId === null
      ? {}
      : ofPreparation(taskFolder(root, owner.jobId, preparationId)))
  }
}

const ofNode = (root: string, identity: MachineIdentity) => ({
  AZ_BATCH_ACCOUNT_NAME: identity.account,
  AZ_BATCH_ACCOUNT_URL: identity.accountUrl,
  AZ_BATCH_POOL_ID: identity.poolId,
  AZ_BATCH_NODE_ID: identity.nodeId,
  AZ_BATCH_NODE_IS_DEDICATED: String(identity.dedicated),
  AZ_BATCH_NODE_ROOT_DIR: root,
  AZ_BATCH_NODE_SHARED_DIR: join(root, 'shared'),
  AZ_BATCH_NODE_STARTUP_DIR: join(root, 'startup'),
  AZ_BATCH_NODE_MOUNTS_DIR: join(root, 'fsmounts'),
  AZ_BATCH_TASK_RESERVED_EPHEMERAL_DISK_SPACE_BYTES: RESERVED_BYTES
})

function ofTask(root: string, owner: Owner): Record<string, string> {
  const folder = ownerFolder(root, owner)
  return {
    AZ_BATCH_TASK_DIR: folder,
    AZ_BATCH_TASK_WORKING_DIR: workingFolder(folder),
    AZ_BATCH_CERTIFICATES_DIR: certificatesFolder(folder),
    ...(owner.kind === 'startTask'
      ? {}
      : { AZ_BATCH_JOB_ID: owner.jobId, AZ_BATCH_TASK_ID: owner.taskId })
  }
}

const ofPreparation = (folder: string) => ({
  AZ_BATCH_JOB_PREP_DIR: folder,
  AZ_BATCH_JOB_PREP_WORKING_DIR: workingFolder(folder)
})
