import * as v from 'valibot'
import { timeSpanSchema } from './time-span.ts'

/** Schemas shared by jobs, tasks and pools, for all supported api-versions. */

/** One of these values, case-insensitive; converted to the letter case of the service. */
export const oneOf = <const T extends readonly string[]>(...values: T) =>
  v.pipe(
    v.string(),
    v.transform(
      (text) => values.find((value) => value.toLowerCase() === text.toLowerCase()) ?? text
    ),
    v.picklist(values, `The value must be one of ${values.join(', ')}.`)
  )

export const wholeNumber = (least: number, most: number) => {
  const reason = `The value must be a whole number from ${least} to ${most}.`
  return v.pipe(v.number(), v.integer(reason), v.minValue(least, reason), v.maxValue(most, reason))
}

const INT32 = 2 ** 31 - 1

export const exitCodeSchema = wholeNumber(-INT32 - 1, INT32)

export const displayNameSchema = v.pipe(
  v.string(),
  v.maxLength(1024, 'A display name has at most 1024 characters.')
)

export const commandLineSchema = v.pipe(
  v.string(),
  v.minLength(1, 'The command line must not be empty.')
)

export const identityReferenceSchema = v.strictObject({ resourceId: v.exactOptional(v.string()) })

export const environmentSchema = v.array(
  v.strictObject({ name: v.string(), value: v.exactOptional(v.string()) })
)

export const resourceFilesSchema = v.array(
  v.pipe(
    v.strictObject({
      autoStorageContainerName: v.exactOptional(v.string()),
      storageContainerUrl: v.exactOptional(v.string()),
      httpUrl: v.exactOptional(v.string()),
      blobPrefix: v.exactOptional(v.string()),
      filePath: v.exactOptional(v.string()),
      fileMode: v.exactOptional(v.string()),
      identityReference: v.exactOptional(identityReferenceSchema)
    }),
    v.check((file) => {
      const { autoStorageContainerName, storageContainerUrl, httpUrl } = file
      const sources = [autoStorageContainerName, storageContainerUrl, httpUrl]
      return sources.filter((source) => source !== undefined).length === 1
    }, 'Exactly one of autoStorageContainerName, storageContainerUrl and httpUrl must be given.'),
    v.check(
      ({ httpUrl, filePath }) => httpUrl === undefined || filePath !== undefined,
      'A resource file with an httpUrl must have a filePath.'
    )
  )
)

export const outputFilesSchema = v.array(
  v.strictObject({
    filePattern: v.string(),
    destination: v.strictObject({
      container: v.exactOptional(
        v.strictObject({
          path: v.exactOptional(v.string()),
          containerUrl: v.string(),
          identityReference: v.exactOptional(identityReferenceSchema),
          uploadHeaders: v.exactOptional(
            v.array(v.strictObject({ name: v.string(), value: v.exactOptional(v.string()) }))
          )
        })
      )
    }),
    uploadOptions: v.strictObject({
      uploadCondition: oneOf('TaskSuccess', 'TaskFailure', 'TaskCompletion')
    })
  })
)

export const userIdentitySchema = v.strictObject({
  username: v.exactOptional(v.string()),
  autoUser: v.exactOptional(
    v.strictObject({
      scope: v.exactOptional(oneOf('task', 'pool')),
      elevationLevel: v.exactOptional(oneOf('nonadmin', 'admin'))
    })
  )
})

/** The default user of tasks. */
export const DEFAULT_USER_IDENTITY = {
  autoUser: { scope: 'pool', elevationLevel: 'nonadmin' }
} as const

export const containerSettingsSchema = v.strictObject({
  containerRunOptions: v.exactOptional(v.string()),
  imageName: v.string(),
  registry: v.exactOptional(
    v.strictObject({
      username: v.exactOptional(v.string()),
      password: v.exactOptional(v.string()),
      registryServer: v.exactOptional(v.string()),
      identityReference: v.exactOptional(identityReferenceSchema)
    })
  ),
  workingDirectory: v.exactOptional(oneOf('taskWorkingDirectory', 'containerImageDefault')),
  containerHostBatchBindMounts: v.exactOptional(
    v.array(
      v.strictObject({
        source: v.exactOptional(v.string()),
        isReadOnly: v.exactOptional(v.boolean())
      })
    )
  )
})

export const applicationsSchema = v.array(
  v.strictObject({ applicationId: v.string(), version: v.exactOptional(v.string()) })
)

export const tokenSettingsSchema = v.strictObject({
  access: v.exactOptional(v.array(oneOf('job')))
})

export const retriesSchema = wholeNumber(-1, INT32)

export const requiredSlotsSchema = wholeNumber(1, 256)

export const taskConstraintsSchema = v.strictObject({
  maxWallClockTime: v.exactOptional(timeSpanSchema),
  retentionTime: v.exactOptional(timeSpanSchema),
  maxTaskRetryCount: v.exactOptional(retriesSchema)
})

export const metadataSchema = v.array(v.strictObject({ name: v.string(), value: v.string() }))
