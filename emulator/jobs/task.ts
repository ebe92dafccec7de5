import type { FailureInfo, Owner } from '../machine/machine.ts'
import type { ComputeNode } from '../pools/pool.ts'
import { idKey } from '../protocol/ids.ts'
import type { Resource } from '../protocol/request.ts'
import { newStamp, type Stamp } from '../protocol/stamp.ts'
import { DEFAULT_USER_IDENTITY } from './body-parts.ts'
import type { Kind } from './counts.ts'
import { present, type Stateful } from './state.ts'
import type { TaskBody } from './task-body.ts'
import { WITHOUT_LIMIT } from './time-span.ts'

export type TaskState = 'active' | 'preparing' | 'running' | 'completed'

/** The execution of a task, as on the wire. */
export interface TaskExecution {
  startTime?: string
  endTime?: string
  exitCode?: number
  failureInfo?: FailureInfo
  result?: 'success' | 'failure'
  retryCount: number
  lastRetryTime?: string
  requeueCount: number
  lastRequeueTime?: string
}

export interface TaskConstraints {
  readonly maxWallClockTime: string
  readonly retentionTime: string
  readonly maxTaskRetryCount: number
}

/** A task of a job. */
export interface Task extends Stateful<TaskState> {
  readonly id: string
  readonly key: string
  readonly body: TaskBody
  readonly creationTime: string
  readonly turn: number
  readonly slots: number
  /** Renewed with every change by a client, but not with the state. */
  stamp: Stamp
  constraints: TaskConstraints
  execution: TaskExecution
  /** The node on which it runs, or ran last. */
  node: ComputeNode | null
  /** Its folder was removed after its retention time. */
  cleanedUp: boolean
  deleted: boolean
  /** Aborts the current run; null if there is none. */
  stop: AbortController | null
}

/** Constraints with defaults. */
export const constraintsOf = (
  given: TaskBody['constraints'],
  retries: number
): TaskConstraints => ({
  maxWallClockTime: given?.maxWallClockTime ?? WITHOUT_LIMIT,
  retentionTime: given?.retentionTime ?? 'P7D',
  maxTaskRetryCount: given?.maxTaskRetryCount ?? retries
})

/** @param retries the job's default for `maxTaskRetryCount` */
export function newTask(body: TaskBody, turn: number, retries: number): Task {
  const stamp = newStamp()
  return {
    id: body.id,
    key: idKey(body.id),
    body,
    creationTime: stamp.lastModified,
    turn,
    slots: body.requiredSlots ?? 1,
    stamp,
    constraints: constraintsOf(body.constraints, retries),
    state: 'active',
    stateTransitionTime: stamp.lastModified,
    execution: { retryCount: 0, requeueCount: 0 },
    node: null,
    cleanedUp: false,
    deleted: false,
    stop: null
  }
}

/** The kind under which a task is counted. */
export function kindOf({ state, execution }: Task): Kind {
  if (state === 'active') return 'active'
  if (state !== 'completed') return 'running'
  return execution.result === 'success' ? 'succeeded' : 'failed'
}

export const taskUrl = (baseUrl: string, jobId: string, taskId: string): string =>
  `${baseUrl}/jobs/${jobId}/tasks/${taskId}`

/** A task as the service shows it. */
export function taskResource(task: Task, jobId: string, baseUrl: string): Resource {
  const { body, stamp, state, node } = task
  const { id, displayName, commandLine, ...given } = body
  return present({
    id,
    displayName,
    url: taskUrl(baseUrl, jobId, id),
    eTag: stamp.eTag,
    creationTime: task.creationTime,
    lastModified: stamp.lastModified,
    state,
    stateTransitionTime: task.stateTransitionTime,
    previousState: task.previousState,
    previousStateTransitionTime: task.previousStateTransitionTime,
    commandLine,
    ...given,
    userIdentity: given.userIdentity ?? DEFAULT_USER_IDENTITY,
    constraints: task.constraints,
    requiredSlots: task.slots,
    executionInfo: executionInfo(task.execution),
    nodeInfo: node === null ? undefined : nodeInfo(node, { kind: 'task', jobId, taskId: id })
  })
}

/** A task in the list of a node's recent tasks. */
export const taskOnNode = (task: Task, jobId: string, baseUrl: string): Resource => ({
  taskUrl: taskUrl(baseUrl, jobId, task.id),
  jobId,
  taskId: task.id,
  taskState: task.state,
  executionInfo: executionInfo(task.execution)
})

const executionInfo = (execution: TaskExecution): Resource => {
  const { startTime, endTime, exitCode, failureInfo, result, ...counts } = execution
  const { retryCount, lastRetryTime, requeueCount, lastRequeueTime } = counts
  return present({
    startTime,
    endTime,
    exitCode,
    failureInfo,
    result,
    retryCount,
    lastRetryTime,
    requeueCount,
    lastRequeueTime
  })
}

/** The folder of a task: its path on the node and its URL. */
export function rootDirectory(node: ComputeNode, owner: Owner) {
  const folder = node.machine.folderOf(owner)
  const taskRootDirectory = folder.slice(node.machine.root.length).replace(/^\/+/, '')
  return {
    taskRootDirectory,
    taskRootDirectoryUrl: `${node.url}/files/${taskRootDirectory}`
  }
}

const nodeInfo = (node: ComputeNode, owner: Owner): Resource => ({
  affinityId: node.affinityId,
  nodeUrl: node.url,
  poolId: node.poolId,
  nodeId: node.id,
  ...rootDirectory(node, owner)
})
