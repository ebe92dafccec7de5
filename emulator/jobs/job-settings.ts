import { DEFAULT_USER_IDENTITY } from './body-parts.ts'
import type { JobBody, JobChanges, ManagerBody, PreparationBody, ReleaseBody } from './job-body.ts'
import { present } from './state.ts'
import { constraintsOf } from './task.ts'
import { WITHOUT_LIMIT } from './time-span.ts'

/** The settings of a job, with defaults. */
export type JobSettings = ReturnType<typeof settingsOf>

/** Applies defaults to the body of a new job. */
export function settingsOf(body: JobBody) {
  const constraints = jobConstraints(body.constraints)
  const { id: _, jobManagerTask, jobPreparationTask, jobReleaseTask } = body
  return present({
    displayName: body.displayName,
    ...changeable(body),
    usesTaskDependencies: body.usesTaskDependencies ?? false,
    constraints,
    jobManagerTask: jobManagerTask && manager(jobManagerTask, constraints.maxTaskRetryCount),
    jobPreparationTask:
      jobPreparationTask && preparation(jobPreparationTask, constraints.maxTaskRetryCount),
    jobReleaseTask: jobReleaseTask && release(jobReleaseTask),
    commonEnvironmentSettings: body.commonEnvironmentSettings,
    poolInfo: body.poolInfo,
    networkConfiguration: body.networkConfiguration,
    onTaskFailure: body.onTaskFailure ?? 'noaction'
  })
}

/**
 * Replaces all changeable settings except the pool; omitted ones are reset to their defaults.
 */
export const updated = (settings: JobSettings, changes: JobChanges): JobSettings =>
  present({ ...settings, ...changeable(changes) })

/** Changes the given settings. Constraints are replaced as a whole, so omitted ones are reset. */
export function patched(settings: JobSettings, changes: JobChanges): JobSettings {
  const { constraints, poolInfo: _, ...others } = changes
  return {
    ...settings,
    ...(present(others) as Partial<JobSettings>),
    ...(constraints === undefined ? {} : { constraints: jobConstraints(constraints) })
  }
}

const changeable = (changes: JobChanges) => ({
  priority: changes.priority ?? 0,
  maxParallelTasks: changes.maxParallelTasks ?? -1,
  allowTaskPreemption: changes.allowTaskPreemption ?? false,
  constraints: jobConstraints(changes.constraints),
  metadata: changes.metadata,
  onAllTasksComplete: changes.onAllTasksComplete ?? 'noaction'
})

const jobConstraints = (given: JobChanges['constraints']) => ({
  maxWallClockTime: given?.maxWallClockTime ?? WITHOUT_LIMIT,
  maxTaskRetryCount: given?.maxTaskRetryCount ?? 0
})

const manager = (task: ManagerBody, retries: number) => ({
  ...task,
  constraints: constraintsOf(task.constraints, retries),
  requiredSlots: task.requiredSlots ?? 1,
  userIdentity: task.userIdentity ?? DEFAULT_USER_IDENTITY,
  runExclusive: task.runExclusive ?? true,
  allowLowPriorityNode: task.allowLowPriorityNode ?? true,
  killJobOnCompletion: task.killJobOnCompletion ?? true
})

const preparation = (task: PreparationBody, retries: number) => ({
  ...task,
  id: task.id ?? 'jobpreparation',
  constraints: constraintsOf(task.constraints, retries),
  userIdentity: task.userIdentity ?? DEFAULT_USER_IDENTITY,
  waitForSuccess: task.waitForSuccess ?? true,
  rerunOnNodeRebootAfterSuccess: task.rerunOnNodeRebootAfterSuccess ?? true
})

const release = (task: ReleaseBody) => ({
  ...task,
  id: task.id ?? 'jobrelease',
  maxWallClockTime: task.maxWallClockTime ?? 'PT15M',
  retentionTime: task.retentionTime ?? 'P7D',
  userIdentity: task.userIdentity ?? DEFAULT_USER_IDENTITY
})

export type Preparation = ReturnType<typeof preparation>
export type Release = ReturnType<typeof release>
