import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { FaultTarget } from '../faults/faults.ts'
import { blobAccess } from './blob-access.ts'
import { endAtExit, endProcesses, type Mark } from './descendants.ts'
import { environmentOf } from './environment.ts'
import { jobFolder, NODE_FOLDERS, ownerFolder, taskFolder } from './layout.ts'
import {
  type Machine,
  type MachineIdentity,
  type MachineTools,
  NodeGone,
  type Owner,
  type Work,
  type WorkResult
} from './machine.ts'
import type { WorkContext } from './output-files.ts'
import { removeFolder } from './remove-folder.ts'
import { runWork } from './work.ts'

/**
 * Creates the machine of a node.
 *
 * @param folder is created as the root of the node
 */
export async function openMachine(
  identity: MachineIdentity,
  folder: string,
  tools: MachineTools
): Promise<Machine> {
  const root = resolve(folder)
  for (const name of NODE_FOLDERS) await mkdir(join(root, name), { recursive: true })
  return new OpenMachine(identity, root, tools)
}

class OpenMachine implements Machine {
  readonly root: string
  readonly #identity: MachineIdentity
  readonly #tools: MachineTools
  readonly #gone = new AbortController()
  readonly #running = new Set<Promise<WorkResult>>()
  /** IDs of the preparation tasks that ran here, by job; other tasks of the job get their folder in the environment. */
  readonly #preparations = new Map<string, string>()
  readonly #mark: Mark
  readonly #forgetAtExit: () => void

  constructor(identity: MachineIdentity, root: string, tools: MachineTools) {
    this.root = root
    this.#identity = identity
    this.#tools = tools
    this.#mark = { variable: 'AZ_BATCH_NODE_ROOT_DIR', value: root }
    this.#forgetAtExit = endAtExit(this.#mark)
  }

  async run(
    work: Work,
    owner: Owner,
    signal: AbortSignal,
    onRunning: () => void = () => {}
  ): Promise<WorkResult> {
    if (owner.kind === 'jobPreparation') this.#preparations.set(owner.jobId, owner.taskId)
    const stops = { requested: signal, gone: this.#gone.signal }
    const running = runWork(work, this.#contextOf(work, owner), stops, onRunning)
    this.#running.add(running)
    try {
      return await running
    } finally {
      this.#running.delete(running)
    }
  }

  folderOf(owner: Owner): string {
    return ownerFolder(this.root, owner)
  }

  async removeTask(jobId: string, taskId: string): Promise<void> {
    const folder = taskFolder(this.root, jobId, taskId)
    await endProcesses({ variable: 'AZ_BATCH_TASK_DIR', value: folder })
    await removeFolder(folder)
  }

  async removeJob(jobId: string): Promise<void> {
    const folder = jobFolder(this.root, jobId)
    this.#preparations.delete(jobId)
    await endProcesses({ variable: 'AZ_BATCH_TASK_DIR', value: `${folder}/`, andBelow: true })
    await removeFolder(folder)
  }

  async remove(): Promise<void> {
    this.#gone.abort(new NodeGone('The node is gone.'))
    await Promise.allSettled(this.#running)
    await endProcesses(this.#mark)
    this.#forgetAtExit()
    await removeFolder(this.root)
  }

  #contextOf(work: Work, owner: Owner): WorkContext {
    const { root } = this
    const identity = this.#identity
    const target = faultTarget(identity, owner)
    return {
      root,
      folder: this.folderOf(owner),
      environment: environmentOf(
        { root, identity, programs: this.#tools.programs },
        owner,
        work.environmentSettings,
        this.#preparationOf(owner)
      ),
      access: blobAccess(identity.identities, this.#tools, target),
      fails: () => this.#tools.faults.trigger(['upload-fails'], target) !== undefined
    }
  }

  #preparationOf(owner: Owner): string | null {
    if (owner.kind === 'jobRelease') return owner.preparationId
    return owner.kind === 'task' ? (this.#preparations.get(owner.jobId) ?? null) : null
  }
}

function faultTarget({ poolId, nodeId }: MachineIdentity, owner: Owner): FaultTarget {
  if (owner.kind === 'startTask') return { poolId, nodeId }
  return { poolId, nodeId, jobId: owner.jobId, taskId: owner.taskId }
}
