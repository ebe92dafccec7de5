import * as v from 'valibot'
import { idSchema } from '../protocol/ids.ts'
import {
  applicationsSchema,
  commandLineSchema,
  containerSettingsSchema,
  displayNameSchema,
  environmentSchema,
  metadataSchema,
  oneOf,
  outputFilesSchema,
  requiredSlotsSchema,
  resourceFilesSchema,
  retriesSchema,
  taskConstraintsSchema,
  tokenSettingsSchema,
  userIdentitySchema,
  wholeNumber
} from './body-parts.ts'
import { timeSpanSchema } from './time-span.ts'

const INT32 = 2 ** 31 - 1

const jobConstraintsSchema = v.strictObject({
  maxWallClockTime: v.exactOptional(timeSpanSchema),
  maxTaskRetryCount: v.exactOptional(retriesSchema)
})

const managerSchema = v.strictObject({
  id: idSchema,
  displayName: v.exactOptional(displayNameSchema),
  commandLine: commandLineSchema,
  containerSettings: v.exactOptional(containerSettingsSchema),
  resourceFiles: v.exactOptional(resourceFilesSchema),
  outputFiles: v.exactOptional(outputFilesSchema),
  environmentSettings: v.exactOptional(environmentSchema),
  constraints: v.exactOptional(taskConstraintsSchema),
  requiredSlots: v.exactOptional(requiredSlotsSchema),
  killJobOnCompletion: v.exactOptional(v.boolean()),
  userIdentity: v.exactOptional(userIdentitySchema),
  runExclusive: v.exactOptional(v.boolean()),
  applicationPackageReferences: v.exactOptional(applicationsSchema),
  authenticationTokenSettings: v.exactOptional(tokenSettingsSchema),
  allowLowPriorityNode: v.exactOptional(v.boolean())
})

const preparationSchema = v.strictObject({
  id: v.exactOptional(idSchema),
  commandLine: commandLineSchema,
  containerSettings: v.exactOptional(containerSettingsSchema),
  resourceFiles: v.exactOptional(resourceFilesSchema),
  environmentSettings: v.exactOptional(environmentSchema),
  constraints: v.exactOptional(taskConstraintsSchema),
  waitForSuccess: v.exactOptional(v.boolean()),
  userIdentity: v.exactOptional(userIdentitySchema),
  rerunOnNodeRebootAfterSuccess: v.exactOptional(v.boolean())
})

const releaseSchema = v.strictObject({
  id: v.exactOptional(idSchema),
  commandLine: commandLineSchema,
  containerSettings: v.exactOptional(containerSettingsSchema),
  resourceFiles: v.exactOptional(resourceFilesSchema),
  environmentSettings: v.exactOptional(environmentSchema),
  maxWallClockTime: v.exactOptional(timeSpanSchema),
  retentionTime: v.exactOptional(timeSpanSchema),
  userIdentity: v.exactOptional(userIdentitySchema)
})

const poolInfoSchema = v.pipe(
  v.strictObject({
    poolId: v.exactOptional(idSchema),
    autoPoolSpecification: v.exactOptional(
      v.strictObject({
        autoPoolIdPrefix: v.exactOptional(
          v.pipe(
            v.string(),
            v.regex(
              /^[A-Za-z0-9_-]{0,20}$/,
              'A prefix has at most 20 characters that are valid in an ID.'
            )
          )
        ),
        poolLifetimeOption: oneOf('jobschedule', 'job'),
        keepAlive: v.exactOptional(v.boolean(), false),
        /** Validated by the pools. */
        pool: v.exactOptional(v.record(v.string(), v.unknown()))
      })
    )
  }),
  v.check(
    ({ poolId, autoPoolSpecification }) =>
      (poolId === undefined) !== (autoPoolSpecification === undefined),
    'Exactly one of poolId and autoPoolSpecification must be given.'
  )
)

/** The properties of a job that can be changed. */
const changeable = {
  priority: v.exactOptional(wholeNumber(-1000, 1000)),
  maxParallelTasks: v.exactOptional(
    v.pipe(
      wholeNumber(-1, INT32),
      v.check((count) => count !== 0, 'The value must be -1 or greater than 0.')
    )
  ),
  allowTaskPreemption: v.exactOptional(v.boolean()),
  constraints: v.exactOptional(jobConstraintsSchema),
  onAllTasksComplete: v.exactOptional(oneOf('noaction', 'terminatejob')),
  metadata: v.exactOptional(metadataSchema)
}

/** `skipWithdrawFromVNet` exists only in later api-versions. */
const networkSchema = v.strictObject({
  subnetId: v.string(),
  skipWithdrawFromVNet: v.exactOptional(v.boolean())
})

/** The body of `job.add`. */
export const jobSchema = v.pipe(
  v.strictObject({
    id: idSchema,
    displayName: v.exactOptional(displayNameSchema),
    ...changeable,
    jobManagerTask: v.exactOptional(managerSchema),
    jobPreparationTask: v.exactOptional(preparationSchema),
    jobReleaseTask: v.exactOptional(releaseSchema),
    commonEnvironmentSettings: v.exactOptional(environmentSchema),
    poolInfo: poolInfoSchema,
    onTaskFailure: v.exactOptional(oneOf('noaction', 'performexitoptionsjobaction')),
    usesTaskDependencies: v.exactOptional(v.boolean()),
    networkConfiguration: v.exactOptional(networkSchema)
  }),
  v.forward(
    v.check(
      (job) => job.jobReleaseTask === undefined || job.jobPreparationTask !== undefined,
      'A job release task needs a job preparation task.'
    ),
    ['jobReleaseTask']
  )
)

/** The body of `job.update`, which replaces all changeable properties. */
export const jobUpdateSchema = v.strictObject({ ...changeable, poolInfo: poolInfoSchema })

/** The body of `job.patch`, which replaces the given properties. */
export const jobPatchSchema = v.strictObject({
  ...changeable,
  poolInfo: v.exactOptional(poolInfoSchema),
  networkConfiguration: v.exactOptional(networkSchema)
})

export const jobTerminateSchema = v.strictObject({ terminateReason: v.exactOptional(v.string()) })

export const jobDisableSchema = v.strictObject({
  disableTasks: oneOf('requeue', 'terminate', 'wait')
})

export type JobBody = v.InferOutput<typeof jobSchema>
export type JobChanges = v.InferOutput<typeof jobPatchSchema>
export type ManagerBody = v.InferOutput<typeof managerSchema>
export type PreparationBody = v.InferOutput<typeof preparationSchema>
export type ReleaseBody = v.InferOutput<typeof releaseSchema>
export type DisableTasks = v.InferOutput<typeof jobDisableSchema>['disableTasks']
