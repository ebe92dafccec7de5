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
import { detailsSaid, namesAndValues, recordOf, said, saidWithDetails, span } from './messages.ts'
import { poolSpecification } from './pool-mapping.ts'

/** Jobs and tasks in the service's words and in ours. The letter case of its states is not to be relied on. */

/** A job as it is added. An empty job has no task that is not complete: only later is it told to end by itself. */
export const jobBody = ({ id, pool, maxMinutes, metadata }: BatchJobOrder): JobAddParameter => ({
  id,
  poolInfo: poolInfo(pool),
  onAllTasksComplete: 'noaction',
  constraints: { maxWallClockTime: span(maxMinutes) },
  metadata: namesAndValues(metadata)
})

const poolInfo = (pool: BatchJobOrder['pool']): PoolInformation =>
  'id' in pool
    ? { poolId: pool.id }
    : {
        autoPoolSpecification: {
          autoPoolIdPrefix: pool.prefix,
          poolLifetimeOption: 'job',
          keepAlive: false,
          pool: poolSpecification(pool.ofJob)
        }
      }

/** How a job stands. */
export const jobStanding = (job: CloudJob): BatchJobStatus => {
  const { executionInfo, poolInfo } = job
  const scheduling = executionInfo?.schedulingError
  return {
    id: job.id ?? '',
    state: (job.state ?? '').toLowerCase(),
    created: job.creationTime ?? new Date(0),
    poolId: executionInfo?.poolId ?? poolInfo?.poolId ?? null,
    terminateReason: executionInfo?.terminateReason ?? null,
    schedulingError:
      scheduling === undefined
        ? null
        : [scheduling.code, saidWithDetails(scheduling.message, scheduling.details)]
            .filter(Boolean)
            .join(': '),
    metadata: recordOf(job.metadata)
  }
}

/** A task as it is added. */
export const taskBody = (order: BatchTaskOrder): TaskAddParameter => ({
  id: order.id,
  commandLine: order.commandLine,
  resourceFiles: order.resourceFiles.map(resourceFile),
  outputFiles: order.outputFiles.map(outputFile),
  environmentSettings: namesAndValues(order.environment),
  constraints: { maxWallClockTime: span(order.maxMinutes), maxTaskRetryCount: order.retries }
})

const resourceFile = ({ url, path, identity }: ResourceFileOrder): ResourceFile => ({
  httpUrl: url,
  filePath: path,
  ...byIdentity(identity)
})

const outputFile = (file: OutputFileOrder): OutputFile => ({
  filePattern: file.pattern,
  destination: {
    container: {
      containerUrl: file.containerUrl,
      path: file.path,
      ...byIdentity(file.identity)
    }
  },
  uploadOptions: { uploadCondition: file.when === 'failed' ? 'taskfailure' : 'taskcompletion' }
})

const byIdentity = (resourceId: string | null) =>
  resourceId === null ? {} : { identityReference: { resourceId } }

/** What `taskStanding` looks at, as a list is asked for it. */
export const TASK_FIELDS = 'id,state,executionInfo,nodeInfo'

/** How a task stands. */
export const taskStanding = ({
  id,
  state,
  executionInfo,
  nodeInfo
}: CloudTask): BatchTaskStatus => {
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
            message: said(failure.message ?? ''),
            details: detailsSaid(failure.details)
          },
    retries: executionInfo?.retryCount ?? 0,
    requeues: executionInfo?.requeueCount ?? 0,
    node: nodeInfo?.nodeId ?? null,
    started: executionInfo?.startTime ?? null,
    ended: executionInfo?.endTime ?? null
  }
}

/** How many tasks of a job stand how. */
export const taskCounts = ({ taskCounts: counts }: TaskCountsResult): TaskCounts => ({
  active: counts.active,
  running: counts.running,
  succeeded: counts.succeeded,
  failed: counts.failed
})
