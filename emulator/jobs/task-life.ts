import { EndedByUser, type Ending } from '../machine/machine.ts'
import type { ComputeNode } from '../pools/pool.ts'
import { newStamp, now } from '../protocol/stamp.ts'
import type { Account } from './account.ts'
import { consequenceOf } from './exit-conditions.ts'
import type { Job } from './job.ts'
import { completeIfDone, disableJob, settleDisabling, terminateJob } from './job-life.ts'
import { type Outcome, runTask } from './run-task.ts'
import { enter } from './state.ts'
import { kindOf, newTask, type Task, taskOnNode } from './task.ts'
import type { TaskBody } from './task-body.ts'
import { limitOf } from './time-span.ts'
import { endedByUser } from './work.ts'

/** Adds a task that was checked before. */
export function addTask(account: Account, job: Job, body: TaskBody): Task {
  const task = newTask(body, job.nextTurn++, job.settings.constraints.maxTaskRetryCount)
  job.tasks.set(task.key, task)
  job.counts.move(null, 'active', task.slots)
  if (!job.dependencies.add(task, body.dependsOn ?? {})) job.ready.push(task)
  account.wake(job.poolId)
  return task
}

/** Starts a task on a node. */
export function startTask(account: Account, job: Job, task: Task, node: ComputeNode): void {
  const stop = new AbortController()
  task.stop = stop
  task.node = node
  task.cleanedUp = false
  job.nodes.add(node)
  job.counts.move('active', 'running', task.slots)
  const run = runTask(job, task, node, stop)
  const release = node.occupy(task.slots, () => taskOnNode(task, job.id, account.baseUrl()))
  const settled = run
    .then((outcome) => settle(account, job, task, node, outcome))
    .finally(() => {
      release()
      settleDisabling(job)
      account.wake(job.poolId)
    })
  job.runs.set(task, settled)
  account.underway(settled)
}

async function settle(
  account: Account,
  job: Job,
  task: Task,
  node: ComputeNode,
  outcome: Outcome
): Promise<void> {
  task.stop = null
  job.runs.delete(task)
  if (account.closing.aborted) return
  if (task.deleted) await removeFolder(job, task, node)
  else if (outcome.kind === 'ended') complete(account, job, task, outcome.ending)
  else requeue(job, task, outcome.why)
}

/** Requeues an interrupted task; this does not count as a retry. */
function requeue(job: Job, task: Task, why: unknown): void {
  const { startTime: _, ...execution } = task.execution
  task.execution = execution
  if (why !== null) {
    task.execution.requeueCount += 1
    task.execution.lastRequeueTime = now()
  }
  task.node = null
  job.counts.move('running', 'active', task.slots)
  enter(task, 'active')
  job.ready.push(task)
}

/** Completes a task and applies its exit conditions. */
function complete(account: Account, job: Job, task: Task, ending: Ending): void {
  const before = kindOf(task)
  const endTime = now()
  Object.assign(task.execution, {
    endTime,
    ...(ending.exitCode === null ? {} : { exitCode: ending.exitCode }),
    ...(ending.failure === null ? {} : { failureInfo: ending.failure }),
    result: ending.failure === null ? 'success' : 'failure'
  })
  enter(task, 'completed', endTime)
  job.counts.move(before, kindOf(task), task.slots)
  scheduleCleanup(account, job, task, endTime)
  follow(account, job, task, ending)
}

function follow(account: Account, job: Job, task: Task, ending: Ending): void {
  const { jobAction, satisfies } = consequenceOf(task.body.exitConditions, ending)
  const released = satisfies ? job.dependencies.satisfy(task.id) : []
  for (const next of released) {
    if (next.state === 'active' && !next.deleted) job.ready.push(next)
  }
  const { jobManagerTask, onTaskFailure } = job.settings
  if (jobManagerTask?.id === task.id && jobManagerTask.killJobOnCompletion) {
    terminateJob(account, job, 'JMComplete')
  }
  if (onTaskFailure !== 'noaction' && job.state === 'active') {
    if (jobAction === 'terminate') terminateJob(account, job, 'TaskFailed')
    if (jobAction === 'disable') disableJob(job, 'requeue')
  }
  completeIfDone(account, job)
}

/** Schedules the removal of a task's folder after its retention time. */
function scheduleCleanup(account: Account, job: Job, task: Task, endTime: string): void {
  const retention = limitOf(task.constraints.retentionTime)
  const { node } = task
  if (retention === null || node === null) return
  job.timers.after(retention, () => {
    if (task.execution.endTime !== endTime || task.deleted) return
    task.cleanedUp = true
    account.underway(removeFolder(job, task, node))
  })
}

async function removeFolder(job: Job, task: Task, node: ComputeNode): Promise<void> {
  if (node.gone.aborted) return
  const removal = node.machine.removeTask(job.id, task.id).catch(() => {})
  job.removals.set(task.key, removal)
  await removal
  if (job.removals.get(task.key) === removal) job.removals.delete(task.key)
}

/** Terminates a running or waiting task. */
export function terminateTask(account: Account, job: Job, task: Task): void {
  task.stamp = newStamp()
  if (task.stop !== null) {
    task.stop.abort(new EndedByUser('The task was terminated.'))
    return
  }
  job.ready.drop(task)
  complete(account, job, task, endedByUser())
}

/** Runs a failed task again, with all its retries. */
export function reactivateTask(account: Account, job: Job, task: Task): void {
  const before = kindOf(task)
  if (task.node !== null) account.underway(removeFolder(job, task, task.node))
  task.stamp = newStamp()
  task.execution = { retryCount: 0, requeueCount: 0 }
  task.node = null
  enter(task, 'active', task.stamp.lastModified)
  job.counts.move(before, 'active', task.slots)
  if (!job.dependencies.waits(task)) job.ready.push(task)
  account.wake(job.poolId)
}

/** Deletes a task and its folder, and terminates it if it is running. */
export function deleteTask(account: Account, job: Job, task: Task): void {
  job.tasks.delete(task.key)
  task.deleted = true
  job.ready.drop(task)
  job.counts.move(kindOf(task), null, task.slots)
  if (task.stop !== null) task.stop.abort(new EndedByUser('The task was deleted.'))
  else if (task.node !== null) account.underway(removeFolder(job, task, task.node))
  completeIfDone(account, job)
}
