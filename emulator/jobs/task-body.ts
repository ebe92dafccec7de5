import * as v from 'valibot'
import { idSchema } from '../protocol/ids.ts'
import {
  applicationsSchema,
  commandLineSchema,
  containerSettingsSchema,
  displayNameSchema,
  environmentSchema,
  exitCodeSchema,
  oneOf,
  outputFilesSchema,
  requiredSlotsSchema,
  resourceFilesSchema,
  taskConstraintsSchema,
  tokenSettingsSchema,
  userIdentitySchema,
  wholeNumber
} from './body-parts.ts'

const exitOptionsSchema = v.strictObject({
  jobAction: v.exactOptional(oneOf('none', 'disable', 'terminate')),
  dependencyAction: v.exactOptional(oneOf('satisfy', 'block'))
})

const exitConditionsSchema = v.strictObject({
  exitCodes: v.exactOptional(
    v.array(v.strictObject({ code: exitCodeSchema, exitOptions: exitOptionsSchema }))
  ),
  exitCodeRanges: v.exactOptional(
    v.array(
      v.strictObject({
        start: exitCodeSchema,
        end: exitCodeSchema,
        exitOptions: exitOptionsSchema
      })
    )
  ),
  preProcessingError: v.exactOptional(exitOptionsSchema),
  fileUploadError: v.exactOptional(exitOptionsSchema),
  default: v.exactOptional(exitOptionsSchema)
})

export type ExitOptions = v.InferOutput<typeof exitOptionsSchema>
export type ExitConditions = v.InferOutput<typeof exitConditionsSchema>

const dependsOnSchema = v.strictObject({
  taskIds: v.exactOptional(v.array(v.string())),
  taskIdRanges: v.exactOptional(
    v.array(
      v.pipe(
        v.strictObject({ start: exitCodeSchema, end: exitCodeSchema }),
        v.check(({ start, end }) => start <= end, 'A range must not end before it starts.')
      )
    )
  )
})

export type DependsOn = v.InferOutput<typeof dependsOnSchema>

/** The body of `task.add`. */
export const taskSchema = v.strictObject({
  id: idSchema,
  displayName: v.exactOptional(displayNameSchema),
  commandLine: commandLineSchema,
  containerSettings: v.exactOptional(containerSettingsSchema),
  exitConditions: v.exactOptional(exitConditionsSchema),
  resourceFiles: v.exactOptional(resourceFilesSchema),
  outputFiles: v.exactOptional(outputFilesSchema),
  environmentSettings: v.exactOptional(environmentSchema),
  affinityInfo: v.exactOptional(v.strictObject({ affinityId: v.string() })),
  constraints: v.exactOptional(taskConstraintsSchema),
  requiredSlots: v.exactOptional(requiredSlotsSchema),
  userIdentity: v.exactOptional(userIdentitySchema),
  multiInstanceSettings: v.exactOptional(
    v.strictObject({
      numberOfInstances: v.exactOptional(wholeNumber(1, 2 ** 31 - 1)),
      coordinationCommandLine: v.string(),
      commonResourceFiles: v.exactOptional(resourceFilesSchema)
    })
  ),
  dependsOn: v.exactOptional(dependsOnSchema),
  applicationPackageReferences: v.exactOptional(applicationsSchema),
  authenticationTokenSettings: v.exactOptional(tokenSettingsSchema)
})

export type TaskBody = v.InferOutput<typeof taskSchema>

/** The body of `task.addCollection`. */
export const collectionSchema = v.strictObject({
  value: v.pipe(v.array(taskSchema), v.maxLength(100, 'A collection holds at most 100 tasks.'))
})

export const taskUpdateSchema = v.strictObject({
  constraints: v.exactOptional(taskConstraintsSchema)
})
