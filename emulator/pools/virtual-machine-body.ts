import * as v from 'valibot'
import { identityReferenceSchema, oneOf, wholeNumber } from '../jobs/body-parts.ts'

/** Schema of `virtualMachineConfiguration`, for all supported api-versions. */

const text = v.optional(v.string())
const flag = v.optional(v.boolean())
const texts = v.optional(v.array(v.string()))
const size = v.optional(wholeNumber(0, 2 ** 31 - 1))

const cachingSchema = oneOf('None', 'ReadOnly', 'ReadWrite')
const storageTypeSchema = oneOf('standard_lrs', 'premium_lrs', 'standardssd_lrs')

const managedDiskSchema = v.strictObject({
  storageAccountType: v.optional(storageTypeSchema),
  diskEncryptionSet: v.optional(v.strictObject({ id: text })),
  securityProfile: v.optional(v.strictObject({ securityEncryptionType: text }))
})

const imageReferenceSchema = v.strictObject({
  publisher: text,
  offer: text,
  sku: text,
  version: v.optional(v.string(), 'latest'),
  virtualMachineImageId: text,
  sharedGalleryImageId: text,
  communityGalleryImageId: text
})

const osDiskSchema = v.strictObject({
  ephemeralOSDiskSettings: v.optional(
    v.strictObject({ placement: v.optional(oneOf('CacheDisk')) }),
    {}
  ),
  managedDisk: v.optional(managedDiskSchema),
  diskSizeGB: size,
  caching: v.optional(cachingSchema),
  writeAcceleratorEnabled: flag
})

const securityProfileSchema = v.strictObject({
  securityType: v.optional(oneOf('trustedlaunch', 'confidentialvm')),
  encryptionAtHost: flag,
  proxyAgentSettings: v.optional(
    v.strictObject({
      enabled: flag,
      imds: v.optional(v.record(v.string(), v.unknown())),
      wireServer: v.optional(v.record(v.string(), v.unknown()))
    })
  ),
  uefiSettings: v.optional(v.strictObject({ secureBootEnabled: flag, vTpmEnabled: flag }))
})

const containerSchema = v.strictObject({
  type: oneOf('dockerCompatible', 'criCompatible'),
  containerImageNames: texts,
  containerRegistries: v.optional(
    v.array(
      v.strictObject({
        username: text,
        password: text,
        registryServer: text,
        identityReference: v.optional(identityReferenceSchema)
      })
    )
  )
})

const extensionSchema = v.strictObject({
  name: v.string(),
  publisher: v.string(),
  type: v.string(),
  typeHandlerVersion: text,
  autoUpgradeMinorVersion: flag,
  enableAutomaticUpgrade: flag,
  settings: v.optional(v.record(v.string(), v.unknown())),
  protectedSettings: v.optional(v.record(v.string(), v.unknown())),
  provisionAfterExtensions: texts
})

export const virtualMachineSchema = v.strictObject({
  imageReference: imageReferenceSchema,
  nodeAgentSKUId: v.string(),
  windowsConfiguration: v.optional(v.strictObject({ enableAutomaticUpdates: flag })),
  dataDisks: v.optional(
    v.array(
      v.strictObject({
        lun: wholeNumber(0, 63),
        caching: v.optional(oneOf('none', 'readonly', 'readwrite'), 'none'),
        diskSizeGB: wholeNumber(1, 65_536),
        storageAccountType: v.optional(storageTypeSchema, 'standard_lrs'),
        managedDisk: v.optional(managedDiskSchema)
      })
    )
  ),
  licenseType: text,
  containerConfiguration: v.optional(containerSchema),
  diskEncryptionConfiguration: v.optional(
    v.strictObject({
      targets: v.optional(v.array(oneOf('osdisk', 'temporarydisk'))),
      customerManagedKey: v.optional(v.record(v.string(), v.unknown()))
    })
  ),
  nodePlacementConfiguration: v.optional(
    v.strictObject({ policy: v.optional(oneOf('Regional', 'Zonal')) })
  ),
  extensions: v.optional(v.array(extensionSchema)),
  osDisk: v.optional(osDiskSchema),
  securityProfile: v.optional(securityProfileSchema),
  serviceArtifactReference: v.optional(v.strictObject({ id: v.string() }))
})

export type VirtualMachine = v.InferOutput<typeof virtualMachineSchema>
