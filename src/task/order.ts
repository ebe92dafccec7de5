import * as v from 'valibot'
import { FORMATS } from '../results/records.ts'

const when = v.picklist(['auto', 'always', 'never'])

/** The order of a task as it is packed for a node: which images to read, and how. */
export const packedOrderSchema = v.object({
  task: v.string(),
  estimatedSeconds: v.number(),
  images: v.array(
    v.object({
      path: v.string(),
      /** The key of the image's result; null to let the node compute it, because the node's engine is part of it. */
      key: v.nullable(v.string()),
      /** The columns that `key-pattern` finds in the path. */
      keys: v.record(v.string(), v.nullable(v.string()))
    })
  ),
  imageTimeout: v.number(),
  settings: v.object({
    languages: v.array(v.string()),
    pageSegmentationMode: v.nullable(v.number()),
    formats: v.array(v.picklist(FORMATS)),
    prepare: when,
    secondLook: v.boolean(),
    deskew: when,
    rotate: when,
    dpi: v.nullable(v.number()),
    maxPixels: v.number()
  }),
  /** The requested VM size; null if it is not known. */
  vmSize: v.nullable(v.string())
})

export type PackedOrder = v.InferOutput<typeof packedOrderSchema>
