import * as v from 'valibot'
import {
  applicationsSchema,
  commandLineSchema,
  containerSettingsSchema,
  DEFAULT_USER_IDENTITY,
  displayNameSchema,
  environmentSchema,
  metadataSchema,
  oneOf,
  resourceFilesSchema,
  retriesSchema,
  userIdentitySchema,
  wholeNumber
} from '../jobs/body-parts.ts'
import { timeSpanSchema } from '../jobs/time-span.ts'
import { milliseconds } from '../protocol/duration.ts'
import { idSchema } from '../protocol/ids.ts'
import { mountsSchema, networkSchema } from './network-body.ts'
import { virtualMachineSchema } from './virtual-machine-body.ts'

/** Schemas of requests about pools, for all supported api-versions; `versions.ts` knows which version has which field. */

const MINUTE = 60_000

const within = (least: number, most: number, reason: string) =>
  v.check((duration: string) => {
    const span = milliseconds(duration)
    return span !== null && span >= least && span <= most
  }, reason)

export const resizeTimeoutSchema = v.pipe(
  timeSpanSchema,
  within(5 * MINUTE, Infinity, 'The resize timeout must be at least 5 minutes.')
)

const intervalSchema = v.pipe(
  timeSpanSchema,
  within(
    5 * MINUTE,
    168 * 60 * MINUTE,
    'The evaluation interval must be between 5 minutes and 168 hours.'
  )
)

const targetSchema = wholeNumber(0, 2 ** 31 - 1)

export const deallocationSchema = v.optional(
  oneOf('requeue', 'terminate', 'taskcompletion', 'retaineddata'),
  'requeue'
)

export const startTaskSchema = v.strictObject({
  commandLine: commandLineSchema,
  containerSettings: v.optional(containerSettingsSchema),
  resourceFiles: v.optional(resourceFilesSchema),
  environmentSettings: v.optional(environmentSchema),
  userIdentity: v.optional(userIdentitySchema, DEFAULT_USER_IDENTITY),
  maxTaskRetryCount: v.optional(retriesSchema, 0),
  waitForSuccess: v.optional(v.boolean(), true)
})

export type StartTask = v.InferOutput<typeof startTaskSchema>

const certificatesSchema = v.array(
  v.strictObject({
    thumbprint: v.string(),
    thumbprintAlgorithm: v.string(),
    storeLocation: v.optional(oneOf('CurrentUser', 'LocalMachine')),
    storeName: v.optional(v.string()),
    visibility: v.optional(v.array(oneOf('starttask', 'task', 'remoteuser')))
  })
)

const userAccountsSchema = v.array(
  v.strictObject({
    name: v.string(),
    password: v.string(),
    elevationLevel: v.optional(oneOf('nonadmin', 'admin'), 'nonadmin'),
    linuxUserConfiguration: v.optional(
      v.strictObject({
        uid: v.optional(v.number()),
        gid: v.optional(v.number()),
        sshPrivateKey: v.optional(v.string())
      })
    ),
    windowsUserConfiguration: v.optional(
      v.strictObject({ loginMode: v.optional(oneOf('batch', 'interactive')) })
    )
  })
)

const fillSchema = v.strictObject({
  nodeFillType: oneOf('Spread', 'Pack'),
  jobDefaultOrder: v.optional(oneOf('none', 'creationtime'))
})

const communicationSchema = oneOf('default', 'classic', 'simplified')

/** Accepted without effect. */
const asGiven = v.record(v.string(), v.unknown())

/** The properties of a pool that can always be changed. */
const properties = {
  startTask: v.optional(startTaskSchema),
  certificateReferences: v.optional(certificatesSchema),
  applicationPackageReferences: v.optional(applicationsSchema),
  metadata: v.optional(metadataSchema),
  targetNodeCommunicationMode: v.optional(communicationSchema)
}

/** The properties that can be changed, in later api-versions, while the pool has no nodes. */
const ofEmptyPools = {
  vmSize: v.optional(v.string()),
  virtualMachineConfiguration: v.optional(virtualMachineSchema),
  enableInterNodeCommunication: v.optional(v.boolean()),
  networkConfiguration: v.optional(networkSchema),
  taskSlotsPerNode: v.optional(wholeNumber(1, 256)),
  taskSchedulingPolicy: v.optional(fillSchema),
  userAccounts: v.optional(userAccountsSchema),
  mountConfiguration: v.optional(mountsSchema),
  upgradePolicy: v.optional(asGiven),
  resourceTags: v.optional(v.record(v.string(), v.string()))
}

const specification = {
  displayName: v.optional(displayNameSchema),
  ...properties,
  ...ofEmptyPools,
  vmSize: v.string(),
  cloudServiceConfiguration: v.optional(
    v.strictObject({ osFamily: v.string(), osVersion: v.optional(v.string(), '*') })
  ),
  resizeTimeout: v.optional(resizeTimeoutSchema, 'PT15M'),
  targetDedicatedNodes: v.optional(targetSchema),
  targetLowPriorityNodes: v.optional(targetSchema),
  enableAutoScale: v.optional(v.boolean(), false),
  autoScaleFormula: v.optional(v.string()),
  autoScaleEvaluationInterval: v.optional(intervalSchema),
  enableInterNodeCommunication: v.optional(v.boolean(), false),
  applicationLicenses: v.optional(v.array(v.string())),
  taskSlotsPerNode: v.optional(wholeNumber(1, 256), 1),
  taskSchedulingPolicy: v.optional(fillSchema, { nodeFillType: 'Spread' }),
  /** In the service it is set through Azure Resource Manager, which is not emulated; here the request may contain it. */
  identity: v.optional(
    v.strictObject({
      type: oneOf('UserAssigned', 'None'),
      userAssignedIdentities: v.optional(v.array(v.strictObject({ resourceId: v.string() })))
    })
  )
}

/** The pool of a job's `autoPoolSpecification`. */
export const specificationSchema = v.strictObject(specification)

export type Specification = v.InferOutput<typeof specificationSchema>

export const poolAddSchema = v.strictObject({ id: idSchema, ...specification })

export const poolPatchSchema = v.strictObject({
  displayName: v.optional(displayNameSchema),
  ...properties,
  ...ofEmptyPools
})

export type PoolPatch = v.InferOutput<typeof poolPatchSchema>

/** The properties that can be changed only while a pool is empty. */
export const OF_EMPTY_POOLS: readonly string[] = Object.keys(ofEmptyPools)

export const poolUpdateSchema = v.strictObject({
  ...properties,
  applicationPackageReferences: applicationsSchema,
  metadata: metadataSchema
})

export const resizeSchema = v.strictObject({
  targetDedicatedNodes: v.optional(targetSchema),
  targetLowPriorityNodes: v.optional(targetSchema),
  resizeTimeout: v.optional(resizeTimeoutSchema),
  nodeDeallocationOption: deallocationSchema
})

export const enableAutoScaleSchema = v.strictObject({
  autoScaleFormula: v.optional(v.string()),
  autoScaleEvaluationInterval: v.optional(intervalSchema)
})

export const evaluateAutoScaleSchema = v.strictObject({ autoScaleFormula: v.string() })

export const removeNodesSchema = v.strictObject({
  nodeList: v.pipe(
    v.array(v.string()),
    v.minLength(1, 'At least one node must be named.'),
    v.maxLength(100, 'At most 100 nodes can be removed at a time.')
  ),
  resizeTimeout: v.optional(resizeTimeoutSchema),
  nodeDeallocationOption: deallocationSchema
})

export const disableSchedulingSchema = v.strictObject({
  nodeDisableSchedulingOption: v.optional(
    oneOf('requeue', 'terminate', 'taskcompletion'),
    'requeue'
  )
})
