import { invalidProperty } from '../protocol/body.ts'
import { idKey } from '../protocol/ids.ts'
import * as errors from './errors.ts'
import type { Job } from './job.ts'
import type { ExitConditions, ExitOptions, TaskBody } from './task-body.ts'

/** The service's limit of the total length of the IDs that a task depends on. */
const MAX_DEPENDENCIES_LENGTH = 64_000

/**
 * Checks that a task can be added to a job.
 *
 * @throws BatchError
 */
export function checkTask(job: Job, body: TaskBody): void {
  const { jobPreparationTask, jobReleaseTask, usesTaskDependencies } = job.settings
  const same = (id: string | undefined): boolean => id !== undefined && idKey(id) === idKey(body.id)
  if (same(jobPreparationTask?.id)) throw errors.sameAsPreparation()
  if (same(jobReleaseTask?.id)) throw errors.sameAsRelease()
  if (job.tasks.has(idKey(body.id))) throw errors.taskExists()
  if (body.dependsOn !== undefined && !usesTaskDependencies) {
    throw errors.dependenciesNotSpecified()
  }
  const length = body.dependsOn?.taskIds?.reduce((sum, id) => sum + id.length, 0) ?? 0
  if (length > MAX_DEPENDENCIES_LENGTH) throw errors.dependencyListTooLong()
  for (const options of optionsOf(body.exitConditions ?? {})) checkOptions(job, options)
}

/** Rejects actions that could never be taken. */
function checkOptions(job: Job, { jobAction, dependencyAction }: ExitOptions): void {
  const { onTaskFailure, usesTaskDependencies } = job.settings
  if (jobAction !== undefined && onTaskFailure === 'noaction') {
    const reason =
      "The job action can be specified only if the job's onTaskFailure is not noaction."
    throw invalidProperty('jobAction', jobAction, reason)
  }
  if (dependencyAction !== undefined && !usesTaskDependencies) {
    const reason = 'The dependency action can be specified only if the job uses task dependencies.'
    throw invalidProperty('dependencyAction', dependencyAction, reason)
  }
}

function optionsOf(conditions: ExitConditions): ExitOptions[] {
  const { exitCodes = [], exitCodeRanges = [] } = conditions
  const { preProcessingError, fileUploadError, default: otherwise } = conditions
  const mapped = [...exitCodes, ...exitCodeRanges].map(({ exitOptions }) => exitOptions)
  const single = [preProcessingError, fileUploadError, otherwise]
  return [...mapped, ...single.filter((options) => options !== undefined)]
}
