import type {
  CloudJob,
  CloudTask,
  JobAddParameter,
  OutputFile,
  PoolInformation,
  ResourceFile,
  TaskAddParameter,
  TaskCountsResult
} from '@azure/batch'
import type {
  BatchJobOrder,
  BatchJobStatus,
  BatchTaskOrder,
  BatchTaskStatus,
  OutputFileOrder,
  ResourceFileOrder,
  TaskCounts
} from './batch-service.ts'
import { cleanMessage, errorText, formatDetails } from './messages.ts'
import { toPoolSpecification } from './pool-mapping.ts'
import { fromPairs, toDuration, toPairs } from './values.ts'

/**
 * Maps jobs and tasks to the types of the SDK and back. Enum values are compared in lower case, since their letter case
 * differs between versions of the service.
 */

/** A new job. It must not end on its own yet: with no tasks, all of them are complete. */
export const toJob = ({ id, pool, maxMinutes, metadata }: BatchJobOrder): JobAddParameter => ({
  id,
  poolInfo: toPoolInfo(pool),
  onAllTasksComplete: 'noaction',
  constraints: { maxWallClockTime: toDuration(maxMinutes) },
  metadata: toPairs(metadata)
})

const toPoolInfo = (pool: BatchJobOrder['pool']): PoolInformation =>
  'id' in pool
    ? { poolId: pool.id }
    : {
        autoPoolSpecification: {
          autoPoolIdPrefix: pool.prefix,
          poolLifetimeOption: 'job',
          keepAlive: false,
          pool: toPoolSpecification(pool.ofJob)
        }
      }

export const fromJob = (job: CloudJob): BatchJobStatus => {
  const { executionInfo, poolInfo } = job
  const error = executionInfo?.schedulingError
  return {
    id: job.id ?? '',
    state: (job.state ?? '').toLowerCase(),
    created: job.creationTime ?? new Date(0),
    poolId: executionInfo?.poolId ?? poolInfo?.poolId ?? null,
    terminateReason: executionInfo?.terminateReason ?? null,
    schedulingError: error ? errorText(error.code, error.message, error.details) : null,
    metadata: fromPairs(job.metadata)
  }
}

export const toTask = (order: BatchTaskOrder): TaskAddParameter => ({
  id: order.id,
  commandLine: order.commandLine,
  resourceFiles: order.resourceFiles.map(toResourceFile),
  outputFiles: order.outputFiles.map(toOutputFile),
  environmentSettings: toPairs(order.environment),
  constraints: { maxWallClockTime: toDuration(order.maxMinutes), maxTaskRetryCount: order.retries }
})

const toResourceFile = ({ url, path, identity }: ResourceFileOrder): ResourceFile => ({
  httpUrl: url,
  filePath: path,
  ...toIdentityReference(identity)
})

const toOutputFile = (file: OutputFileOrder): OutputFile => ({
  filePattern: file.pattern,
  destination: {
    container: {
      containerUrl: file.containerUrl,
      path: file.path,
      ...toIdentityReference(file.identity)
    }
  },
  uploadOptions: { uploadCondition: file.when === 'failed' ? 'taskfailure' : 'taskcompletion' }
})

const toIdentityReference = (resourceId: string | null) =>
  resourceId === null ? {} : { identityReference: { resourceId } }

/** The properties that `fromTask` reads: lists select only these. */
export const TASK_FIELDS = 'id,state,executionInfo,nodeInfo'

export const fromTask = ({ id, state, executionInfo, nodeInfo }: CloudTask): BatchTaskStatus => {
  const failure = executionInfo?.failureInfo
  return {
    id: id ?? '',
    state: (state ?? '').toLowerCase(),
    succeeded: executionInfo?.result?.toLowerCase() === 'success',
    exitCode: executionInfo?.exitCode ?? null,
    failure:
      failure === undefined
        ? null
        : {
            category: (failure.category ?? '').toLowerCase(),
            code: failure.code ?? '',
            message: cleanMessage(failure.message ?? ''),
            details: formatDetails(failure.details)
          },
    retries: executionInfo?.retryCount ?? 0,
    requeues: executionInfo?.requeueCount ?? 0,
    node: nodeInfo?.nodeId ?? null,
    started: executionInfo?.startTime ?? null,
    ended: executionInfo?.endTime ?? null
  }
}

export const fromTaskCounts = ({ taskCounts: counts }: TaskCountsResult): TaskCounts => ({
  active: counts.active,
  running: counts.running,
  succeeded: counts.succeeded,
  failed: counts.failed
})
