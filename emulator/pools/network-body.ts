import * as v from 'valibot'
import { identityReferenceSchema, oneOf, wholeNumber } from '../jobs/body-parts.ts'

/** Schemas of a pool's network configuration and mounts. */

const text = v.optional(v.string())
const texts = v.optional(v.array(v.string()))
const portSchema = wholeNumber(1, 65_535)

const natPoolSchema = v.strictObject({
  name: v.string(),
  protocol: oneOf('tcp', 'udp'),
  backendPort: portSchema,
  frontendPortRangeStart: portSchema,
  frontendPortRangeEnd: portSchema,
  networkSecurityGroupRules: v.optional(
    v.array(
      v.strictObject({
        priority: wholeNumber(150, 4096),
        access: oneOf('allow', 'deny'),
        sourceAddressPrefix: v.string(),
        sourcePortRanges: texts
      })
    )
  )
})

export const networkSchema = v.strictObject({
  subnetId: text,
  dynamicVNetAssignmentScope: v.optional(oneOf('none', 'job'), 'none'),
  endpointConfiguration: v.optional(v.strictObject({ inboundNATPools: v.array(natPoolSchema) })),
  publicIPAddressConfiguration: v.optional(
    v.strictObject({
      provision: v.optional(oneOf('batchmanaged', 'usermanaged', 'nopublicipaddresses')),
      ipAddressIds: texts,
      ipFamilies: texts,
      ipTags: v.optional(v.array(v.strictObject({ ipTagType: text, tag: text })))
    })
  ),
  enableAcceleratedNetworking: v.optional(v.boolean())
})

export const mountsSchema = v.array(
  v.strictObject({
    azureBlobFileSystemConfiguration: v.optional(
      v.strictObject({
        accountName: v.string(),
        containerName: v.string(),
        accountKey: text,
        sasKey: text,
        blobfuseOptions: text,
        relativeMountPath: v.string(),
        identityReference: v.optional(identityReferenceSchema)
      })
    ),
    nfsMountConfiguration: v.optional(
      v.strictObject({ source: v.string(), relativeMountPath: v.string(), mountOptions: text })
    ),
    cifsMountConfiguration: v.optional(
      v.strictObject({
        username: v.string(),
        source: v.string(),
        relativeMountPath: v.string(),
        mountOptions: text,
        password: v.string()
      })
    ),
    azureFileShareConfiguration: v.optional(
      v.strictObject({
        accountName: v.string(),
        azureFileUrl: v.string(),
        accountKey: v.string(),
        relativeMountPath: v.string(),
        mountOptions: text
      })
    )
  })
)
